import { z } from 'zod';
import { DISPOSALS, EFFECTS, INTERIM_KINDS, MERITS } from '../domain/disposals/facts.ts';
import { PREDICATES } from './predicates.ts';
import { day, slug, sourced, words } from './schema-common.ts';
import {
  DRAFT_NAMES,
  FIX_KINDS,
  FORUM_IDS,
  GROUND_CODES,
  LINK_KINDS,
  PREJUDICES,
  REMEDY_IDS,
  SEVERITIES,
  STANDINGS,
} from './vocabulary.ts';

const checkId = z
  .string()
  .regex(/^[A-Z]+(?:-[A-Z0-9]+)*\.[a-z0-9-]+$/, 'a check is named CODE.detail')
  .max(80);

/** A way in which a proceeding ends, and what that end does. */
export const ground = z.strictObject({
  code: z.enum(GROUND_CODES),
  title: words,
  titleNative: words.optional(),
  technical: z.boolean().describe('it says nothing on the allegation'),
  prejudice: z.array(z.enum(PREJUDICES)).min(1),
  prejudiceNote: words.optional().describe('where the letters need a word: "curable, then fatal by time"'),
  disposals: z.array(z.enum(DISPOSALS)).describe('how it usually ends the proceeding, most usual first'),
  merits: z.enum(MERITS),
  effect: z.enum(EFFECTS).describe('proposed when an order is entered; the user decides'),
  effectText: words.describe('the effect in the words of a court'),
  /** Ids of rows of `remedies`, in the order in which they are offered. */
  remedies: z.array(slug).describe('ids of remedies, in the order in which they are offered'),
  mustShow: z.array(words).optional().describe('what every remedy on this ground must show'),
  traps: z.array(words).optional().describe('shown as warnings as soon as the order is entered'),
  checks: z.array(checkId).optional().describe('ids of filing checks that would have seen it coming'),
  surfaceFirst: z.boolean().optional(),
  ...sourced,
});

/** A way against an order of one kind, before one forum. */
export const remedy = z.strictObject({
  id: slug,
  remedy: z.enum(REMEDY_IDS),
  title: words,
  titleNative: words.optional(),
  order: z.int().min(0).max(1000).describe('lower is offered first'),
  /** All that is given must hold; what is left out holds always. */
  against: z
    .strictObject({
      forums: z.array(z.enum(FORUM_IDS)).optional().describe('whose order it is'),
      types: z.array(slug).optional().describe('proceeding types'),
      disposals: z.array(z.enum(DISPOSALS)).optional(),
      interim: z.array(z.enum(INTERIM_KINDS)).optional(),
      grounds: z.array(z.enum(GROUND_CODES)).optional(),
      notGrounds: z.array(z.enum(GROUND_CODES)).optional(),
      facts: z.record(z.string().min(1), z.array(z.string().min(1)).min(1)).optional(),
      from: day.optional().describe('the order is of this day or later'),
      to: day.optional().describe('the order is of this day or earlier'),
    })
    .describe('the orders that it lies against'),
  forum: z.enum(FORUM_IDS).describe('where it is brought'),
  link: z.enum(LINK_KINDS).describe('how the new proceeding hangs on the old one'),
  type: slug.optional().describe('the type of the new proceeding'),
  rule: slug.optional().describe('the deadline rule; none where no period is fixed'),
  noRule: words.optional().describe('why there is no period'),
  mustShow: z.array(words),
  traps: z.array(words).optional(),
  bar: words.optional().describe('it is listed with this reason and marked as not lying'),
  draft: z.enum(DRAFT_NAMES).optional().describe('the draft that starts it'),
  checklist: slug.optional().describe('draft requirements shown where there is no template'),
  ...sourced,
});

/** One question that is put to a filing before it is made. */
export const filingCheck = z.strictObject({
  id: checkId.describe('a code of grounds or of bundle standards, a dot and a detail: ANNEX.dangling'),
  title: words,
  titleNative: words.optional(),
  predicate: z.enum(PREDICATES).describe('the test, out of the closed set that the program knows'),
  params: z.record(z.string().min(1), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).optional(),
  severity: z.enum(SEVERITIES),
  message: words.describe('said when it fails; {braces} take values from the finding'),
  fix: z.strictObject({ kind: z.enum(FIX_KINDS), target: z.string().min(1).optional(), label: words }).optional(),
  applies: z
    .strictObject({
      forums: z.array(z.enum(FORUM_IDS)).optional(),
      types: z.array(slug).optional(),
      drafts: z.array(z.enum(DRAFT_NAMES)).optional(),
    })
    .optional()
    .describe('left out, it is asked of every filing'),
  ...sourced,
});

/** What a word of a statute covers, at one place and time. */
export const definition = z.strictObject({
  id: slug.describe('the word defined; several rows with one id are its versions'),
  title: words,
  text: words,
  covers: z.array(z.enum(STANDINGS)).describe('the standings that are within it'),
  doubtfulFor: z.array(z.enum(STANDINGS)).optional().describe('standings on which authority is divided or wanting'),
  ...sourced,
});

export type GroundRow = z.infer<typeof ground>;
export type RemedyRow = z.infer<typeof remedy>;
export type CheckRow = z.infer<typeof filingCheck>;
export type DefinitionRow = z.infer<typeof definition>;
