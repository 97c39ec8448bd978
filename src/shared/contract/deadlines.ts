import { z } from 'zod';
import { calls } from './call.ts';
import { AUDIENCES } from './drafts.ts';
import { day, done, id, leaving, line, made, short, text } from './fields.ts';

export const DEADLINE_STATES = ['open', 'done', 'missed', 'waived'] as const;

const where = { matterId: id, proceedingId: id.nullable() };

const exclusion = z.strictObject({
  kind: z.enum(['copy', 'forum', 'other']),
  from: day,
  to: day,
  evidence: short.optional(),
});
/** What a deadline is counted from. */
const countInputs = z.strictObject({
  pack: line.max(60),
  rule: line.max(80),
  triggerOn: day,
  triggerTime: z.string().nullable().optional(),
  exclusions: z.array(exclusion).max(50),
  facts: z.record(z.string().max(60), z.string().max(200)),
});

const traceStep = z.object({ date: z.string(), step: z.string(), citation: z.string().optional() });
const drawnDay = z.object({
  date: z.string(),
  kind: z.string(),
  count: z.number().nullish(),
  note: z.string().nullish(),
});
/** A computed deadline, its parts named as the rules name them; with times where a period is of hours. */
const computed = z.object({
  rule: z.string(),
  pack: z.string(),
  title: z.string(),
  trigger: z.string(),
  sense: z.enum(['by', 'not-before']),
  nominal: z.string().nullable(),
  due: z.string().nullable(),
  safe: z.string().nullable(),
  target: z.string().nullable(),
  latest: z.string().optional(),
  outOfTime: z.literal(true).optional(),
  citation: z.string(),
  confidence: z.string(),
  lastChecked: z.string(),
  /** Why there is no date. */
  reason: z.object({ code: z.string(), text: z.string() }).optional(),
  time: z.string().optional(),
  reviewOn: z.string().optional(),
  alternatives: z.array(
    z.object({
      label: z.string(),
      due: z.string(),
      citation: z.string().optional(),
      confidence: z.string().optional(),
    }),
  ),
  warnings: z.array(z.string()),
  trace: z.array(traceStep).optional(),
  days: z.array(drawnDay).optional(),
  /** The ledger of exclusions: what became of each stretch of time that was to be left out. */
  excluded: z
    .array(
      z.object({
        kind: z.enum(['copy', 'forum', 'other']),
        from: day,
        to: day,
        days: z.number(),
        shorter: z.number(),
        evidence: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    )
    .optional(),
});

export const deadlineRow = z.object({
  id,
  ...where,
  orderId: id.nullable(),
  title: z.string(),
  pack: z.string().nullable(),
  rule: z.string().nullable(),
  remedy: z.string().nullable(),
  triggerOn: day.nullable(),
  inputs: z.string().nullable(),
  nominal: z.string().nullable(),
  dueOn: day.nullable(),
  safeOn: day.nullable(),
  latestOn: day.nullable(),
  citation: z.string().nullable(),
  confidence: z.string().nullable(),
  overrideOn: day.nullable(),
  overrideReason: z.string().nullable(),
  state: z.enum(DEADLINE_STATES),
  doneOn: day.nullable(),
  notes: z.string().nullable(),
});

/** One way against an order. Dates are plain days; `deadline` has the count with its working. */
const remedyOffer = z.object({
  /** The row's id in the pack: what `remedies.choose` takes. */
  id: z.string(),
  /** `appeal`, `writ`, `representation` … */
  remedy: z.string(),
  title: z.string(),
  titleNative: z.string().nullable(),
  /** The forum's id, and what the pack calls it. */
  forum: z.string(),
  forumTitle: z.string(),
  /** The type of proceeding that it opens, in words. */
  opens: z.string().nullable(),
  lies: z.boolean(),
  reason: z.string().nullable(),
  due: day.nullable(),
  safe: day.nullable(),
  latest: day.nullable(),
  /** Where no period is fixed: the day from which delay must be explained. */
  reviewOn: day.nullable(),
  /** Why no period is fixed. */
  noPeriod: z.string().nullable(),
  daysLeft: z.number().nullable(),
  safeDaysLeft: z.number().nullable(),
  rule: z.string().nullable(),
  pack: z.string().nullable(),
  citation: z.string(),
  confidence: z.string(),
  lastChecked: z.string(),
  mustShow: z.array(z.string()),
  warnings: z.array(z.string()),
  /** The draft that starts it, and whether there is a template for it. */
  draft: z.string().nullable(),
  hasTemplate: z.boolean(),
  /** What the document must hold. */
  checklist: z
    .object({
      id: z.string(),
      title: z.string(),
      citation: z.string(),
      items: z.array(
        z.object({
          id: z.string(),
          text: z.string(),
          level: z.enum(['mandatory', 'expected']),
          citation: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
  /** The proceeding that was already opened by it. */
  chosen: id.nullable(),
  /** The deadline that is in the diary for it. */
  deadlineId: id.nullable(),
  deadline: computed.nullable(),
});

/** Clocks: how they are counted, and what lies against an order by when. */
export const deadlineCalls = calls({
  /** Counts a deadline and shows the working, and saves nothing. */
  'deadlines.compute': { input: countInputs, output: computed, touches: ['user_pack'] },
  'deadlines.rules': {
    input: z.strictObject({ pack: z.string().max(60) }),
    output: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        trigger: z.string(),
        citation: z.string(),
        confidence: z.string(),
        facts: z.array(
          z.object({
            key: z.string(),
            label: z.string(),
            kind: z.string(),
            options: z.array(z.string()),
            required: z.boolean(),
          }),
        ),
      }),
    ),
    touches: ['user_pack'],
  },
  /** Adds a deadline by a rule, or one that somebody set by hand. */
  'deadlines.add': {
    input: z.strictObject({
      ...where,
      orderId: id.nullable(),
      /** The service of a paper that time runs from: the deadline moves with it. */
      serviceId: id.nullable().optional(),
      title: line,
      remedy: short,
      count: countInputs.nullable(),
      dueOn: day.nullable(),
      notes: text,
    }),
    output: made,
    touches: ['deadline'],
  },
  /** Sets the ledger of a deadline: what is left out of account, each with its evidence; the count is made again. */
  'deadlines.exclude': {
    input: z.strictObject({ id, exclusions: z.array(exclusion).max(50) }),
    output: done,
    touches: ['deadline'],
  },
  /** The ledger as a table for an affidavit, where the user says: a Word file or a PDF, by the name's ending. */
  'deadlines.saveLedger': {
    input: z.strictObject({
      id,
      format: z.enum(['docx', 'pdf']),
      /** Who is to read it: the court when left out, to which the affidavit goes. */
      audience: z.enum(AUDIENCES).optional(),
      ...leaving,
    }),
    output: z.object({ path: z.string().nullable() }),
    touches: [],
  },
  'deadlines.override': {
    input: z.strictObject({ id, on: day.nullable(), reason: short }),
    output: done,
    touches: ['deadline'],
  },
  'deadlines.setState': {
    input: z.strictObject({ id, state: z.enum(DEADLINE_STATES), doneOn: day.nullable() }),
    output: done,
    touches: ['deadline'],
  },
  'deadlines.edit': {
    input: z.strictObject({ id, title: line.optional(), notes: text.optional() }),
    output: done,
    touches: ['deadline'],
  },
  'deadlines.remove': { input: z.strictObject({ id }), output: done, touches: ['deadline'] },
  /** The working of a saved deadline. */
  'deadlines.trace': { input: z.strictObject({ id }), output: computed.nullable(), touches: ['deadline', 'user_pack'] },
  /** What lies against an order, in order, with days left; and after it what does not, with the reason. */
  'remedies.list': {
    input: z.strictObject({
      orderId: id,
      exclusions: z.array(exclusion).max(50).optional(),
      facts: z.record(z.string().max(60), z.string().max(200)).optional(),
    }),
    output: z.array(remedyOffer),
    touches: ['court_order', 'proceeding', 'proceeding_link', 'certified_copy', 'deadline', 'draft', 'user_pack'],
  },
  /** Takes a remedy, by the id of its row: the new proceeding, linked to the order, and its deadline, in one step. */
  'remedies.choose': {
    input: z.strictObject({ orderId: id, remedy: line.max(80) }),
    output: z.object({ proceedingId: id, deadlineId: id.nullable() }),
    touches: ['proceeding', 'proceeding_link', 'proceeding_party', 'deadline'],
  },
});
