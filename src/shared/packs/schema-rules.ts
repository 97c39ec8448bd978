import { z } from 'zod';
import { day, monthDay, slug, sourced, time, words } from './schema-common.ts';
import { FORUM_IDS } from './vocabulary.ts';

export const EXCLUSION_KINDS = ['copy', 'forum', 'other'] as const;
const UNITS = ['hours', 'days', 'working-days', 'weeks', 'months', 'years'] as const;

/** Facts are named as on the command line: `acasStart`, `usParty`. */
const factKey = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]*$/, 'a fact is named with letters and digits');

const spanFields = {
  amount: z.int().min(0).max(40_000),
  unit: z.enum(UNITS),
  clear: z.literal(true).optional().describe('neither the first nor the last day counts: "not less than n days"'),
  lessADay: z.literal(true).optional().describe('the period begins with the day itself: "three months beginning with"'),
};
/** A length of time. */
export const span = z.strictObject(spanFields);

/** How long a rule gives. */
const period = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), ...spanFields }),
  z
    .strictObject({ kind: z.literal('earliest'), of: z.array(span).min(2) })
    .describe('several readings; the earliest is worked to'),
  z
    .strictObject({
      kind: z.literal('choice'),
      fact: factKey,
      values: z.record(z.string().min(1), z.union([span, z.literal('none')])),
    })
    .describe('the length depends on a fact; without it the shortest is worked to and the others are shown'),
  z
    .strictObject({ kind: z.literal('asked'), facts: z.array(z.enum(['days', 'hours', 'months'])).min(1) })
    .describe('the order itself names the length, given as a fact'),
  z
    .strictObject({ kind: z.literal('tribunal'), months: z.int().min(1).max(12) })
    .describe(
      'months beginning with the day, extended by conciliation with its floor: facts acasStart, acasEnd, months',
    ),
  z
    .strictObject({ kind: z.literal('none'), reviewAfter: z.int().min(1).max(4000).optional() })
    .describe('no period is fixed; reviewAfter is the day from which delay must be explained'),
]);

const fact = z.strictObject({
  key: factKey,
  label: words,
  kind: z.enum(['choice', 'date', 'number']),
  options: z.array(z.string().min(1)).min(1).optional(),
  required: z.boolean().optional(),
});

const condition = z.strictObject({
  from: day.optional().describe('the trigger falls on this day or later'),
  to: day.optional().describe('the trigger falls on this day or earlier'),
  fact: factKey.optional(),
  is: z.string().min(1).optional(),
  isNot: z.string().min(1).optional(),
});

export const deadlineRule = z.strictObject({
  id: slug,
  title: words,
  titleNative: words.optional(),
  trigger: slug.describe('the event that time runs from'),
  triggerLabel: words.optional().describe('the event in the words of this rule'),
  forum: z.enum(FORUM_IDS).describe('whose calendar decides whether the last day is closed'),
  sense: z.enum(['by', 'not-before']).optional(),
  period,
  direction: z.enum(['after', 'before', 'asked']).optional().describe('asked: by the fact “direction”'),
  directory: z.boolean().optional().describe('a default by the forum does not end its power'),
  excludes: z.array(z.enum(EXCLUSION_KINDS)).optional().describe('time that may be left out of account'),
  excludesNote: words.optional().describe('said when time is left out, or refused'),
  closed: z.strictObject({
    move: z.enum(['next', 'previous', 'none']),
    certain: z.boolean().optional().describe('false: whether the day moves is arguable, and the safe day does not'),
    citation: words.optional(),
  }),
  time: time.optional().describe('the hour on the last day'),
  safePeriod: span.optional().describe('a shorter length that the safe day is counted by'),
  alternatives: z
    .array(
      z.strictObject({
        label: words,
        period: span,
        from: day.optional().describe('offered for triggers from this day'),
        citation: words,
        confidence: sourced.confidence,
      }),
    )
    .optional(),
  extension: z
    .strictObject({
      more: span.optional().describe('counted on from the nominal day'),
      total: span.optional().describe('counted from the trigger; where both stand, the earlier is the outer date'),
      showing: words,
      citation: words,
    })
    .optional(),
  condonation: z
    .strictObject({ available: z.enum(['yes', 'no', 'doubtful']), citation: words, note: words.optional() })
    .optional()
    .describe('whether delay may be excused'),
  laterOf: z
    .array(z.string().min(1))
    .optional()
    .describe('date facts; time runs from the latest of them and the trigger'),
  presumedReceipt: z
    .strictObject({ fact: factKey, days: z.int().min(0).max(30), citation: words })
    .optional()
    .describe('where the fact is "yes" the trigger is a mailing, and receipt is presumed so many days later'),
  service: z
    .strictObject({ fact: factKey, value: z.string().min(1), add: z.int().min(1).max(30), citation: words })
    .optional()
    .describe('days added after rolling, before rolling again; forward periods only'),
  facts: z.array(fact).optional(),
  warnings: z.array(z.strictObject({ text: words, when: condition.optional(), citation: words.optional() })).optional(),
  versionBy: z
    .string()
    .min(1)
    .optional()
    .describe('a date fact that picks the version in force, in place of the trigger'),
  replacedBy: slug.optional().describe('the rule that took its place when it went out of force'),
  ...sourced,
});

/** A day, or a run of days, on which forums are closed. */
export const closedDay = z.strictObject({
  date: day.optional(),
  from: day.optional(),
  to: day.optional(),
  name: words,
  certainty: z
    .enum(['fixed', 'moon', 'confirm'])
    .describe('moon: announced or expected, a day either way; confirm: differs by state or by court'),
  margin: z.int().min(0).max(2).optional().describe('days either way on which it may yet fall'),
  forums: z.array(z.enum(FORUM_IDS)).optional().describe('only these are closed'),
  region: words.optional().describe('only there'),
  forwardOnly: z.boolean().optional().describe('counts only for periods that run forward'),
});
export const calendarYear = z.strictObject({
  year: z.int().min(1900).max(2200),
  notified: z.boolean().describe('false: expected days only, which every date that touches the year says'),
  source: words,
  confidence: sourced.confidence,
  lastChecked: day.optional(),
  days: z.array(closedDay),
});
export const vacation = z.strictObject({
  name: words,
  forums: z.array(z.enum(FORUM_IDS)).min(1),
  from: monthDay,
  to: monthDay,
  registry: z.enum(['open', 'closed']).describe('filings are usually received in vacation'),
  ...sourced,
});

export type Span = z.infer<typeof span>;
export type RuleRow = z.infer<typeof deadlineRule>;
export type ClosedDay = z.infer<typeof closedDay>;
export type CalendarYear = z.infer<typeof calendarYear>;
export type Vacation = z.infer<typeof vacation>;
export type ExclusionKind = (typeof EXCLUSION_KINDS)[number];
