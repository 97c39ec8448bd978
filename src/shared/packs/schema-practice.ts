import { z } from 'zod';
import { slug, sourced, time, words } from './schema-common.ts';
import { DRAFT_NAMES, FORUM_IDS, PROFILE_IDS } from './vocabulary.ts';

export const weekdays = z
  .array(z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']))
  .max(6);

export const forum = z.strictObject({
  id: z.enum(FORUM_IDS),
  title: words,
  titleNative: words.optional(),
  names: z.array(words).optional().describe('how it is called in full, for suggestions'),
  kind: z.enum(['court', 'tribunal', 'office', 'committee', 'police']),
  weeklyOff: weekdays.optional().describe("other than the pack's"),
  cutOff: time.optional().describe('the hour until which the registry receives filings'),
  ...sourced,
});

/** How the numbers of one kind of case are written. Parts, not patterns: the program reads loosely and prints strictly. */
export const proceedingType = z.strictObject({
  id: slug,
  title: words,
  titleNative: words.optional(),
  forums: z.array(z.enum(FORUM_IDS)).min(1),
  series: z
    .array(words)
    .describe('as it is printed, then other spellings that are read: "W.P.", "WP", "Writ Petition"'),
  suffixes: z
    .array(z.string().regex(/^[A-Z]{1,4}$/))
    .optional()
    .describe('registries that stand behind the number: 123-L'),
  form: z
    .enum(['series-number/year', 'series-number-of-year', 'series-number', 'cnr', 'fir'])
    .describe('how it is printed'),
  examples: z.array(words).optional(),
  opens: z.array(z.enum(DRAFT_NAMES)).optional().describe('drafts that begin it'),
  ...sourced,
});

/** Something that happens and that time may run from. */
export const event = z.strictObject({ id: slug, title: words, titleNative: words.optional(), hint: words.optional() });

/** What a draft must hold. */
export const draftRequirement = z.strictObject({
  id: slug,
  draft: z.enum(DRAFT_NAMES).optional().describe('the template, where there is one'),
  title: words,
  items: z
    .array(
      z.strictObject({
        id: slug,
        text: words,
        level: z.enum(['mandatory', 'expected']),
        citation: words.optional(),
      }),
    )
    .min(1),
  ...sourced,
});

const mm = z.number().min(0).max(200);

/** How a bundle is numbered, ordered and cut for one court. */
export const bundleProfile = z.strictObject({
  id: z.enum(PROFILE_IDS),
  title: words,
  page: z.strictObject({
    size: z.enum(['a4', 'legal', 'letter']),
    font: words.optional(),
    points: z.number().min(6).max(24).optional(),
    spacing: z.number().min(0.8).max(3).optional(),
    marginsMm: z.strictObject({ top: mm, right: mm, bottom: mm, left: mm }).optional(),
  }),
  numbering: z.strictObject({
    scheme: z.enum(['continuous', 'section-letter', 'per-volume']),
    prefix: z.string().max(12).optional(),
    late: z.enum(['append', 'insert-letter', 'separate-file']),
    roundVolumes: z.boolean().optional().describe('a further volume begins at the next round hundred and one'),
  }),
  order: z.enum(['as-arranged', 'chronological']),
  indexColumns: z.array(z.enum(['serial', 'description', 'annexure', 'date', 'from', 'to', 'page'])).min(1),
  sections: z.array(words).optional().describe('parts in their order, where the court fixes them'),
  limits: z
    .strictObject({
      maxPages: z.int().min(1).optional(),
      maxMegabytes: z.number().min(0.1).optional(),
      volumePages: z.int().min(1).optional(),
      dpiMin: z.int().min(50).optional(),
      dpiMax: z.int().min(50).optional(),
    })
    .optional(),
  requires: z
    .array(
      z.enum(['text-layer', 'outline', 'index-links', 'page-labels', 'zoom-100', 'not-encrypted', 'flat', 'upright']),
    )
    .optional(),
  volumes: z.enum(['none', 'common-index-in-first', 'own-index-each']),
  checks: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Z]+-[0-9]+$/),
        text: words,
        severity: z.enum(['error', 'warning', 'info']),
        citation: words,
      }),
    )
    .optional(),
  fileName: words.optional(),
  ...sourced,
});

/** A word of the registry, in both languages. */
export const term = z.strictObject({
  id: slug,
  en: words,
  ur: words.optional(),
  roman: words.optional().describe('the word as it is said, in Latin letters'),
  meaning: words.optional(),
});

export type ForumRow = z.infer<typeof forum>;
export type ProceedingTypeRow = z.infer<typeof proceedingType>;
export type EventRow = z.infer<typeof event>;
export type DraftRequirementRow = z.infer<typeof draftRequirement>;
export type BundleProfileRow = z.infer<typeof bundleProfile>;
export type TermRow = z.infer<typeof term>;
