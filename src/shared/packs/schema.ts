import { z } from 'zod';
import { day, slug, sourced, words } from './schema-common.ts';
import { definition, filingCheck, ground, remedy } from './schema-law.ts';
import { bundleProfile, draftRequirement, event, forum, proceedingType, term, weekdays } from './schema-practice.ts';
import { calendarYear, deadlineRule, vacation } from './schema-rules.ts';

/** The number of this schema; a pack of a later one is refused. */
export const PACK_SCHEMA = 1;

/** What a pack says of itself, once, in `pack.yaml`. */
export const manifest = z.strictObject({
  schema: z.literal(PACK_SCHEMA),
  id: slug,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version is written 1.2.3'),
  title: words,
  titleNative: words.optional(),
  country: z.string().regex(/^[A-Z]{2}$/, 'two capital letters: PK'),
  region: words.optional(),
  extends: slug
    .optional()
    .describe('the pack that it adds to; rows with the same id take the place of the inherited ones'),
  amends: slug
    .optional()
    .describe('the pack that it corrects, in all matters of that pack and of those that extend it; no pack of its own'),
  timeZone: words.describe('as in Asia/Karachi'),
  currency: z.string().regex(/^[A-Z]{3}$/),
  closing: z
    .strictObject({
      weeklyOff: weekdays,
      saturday: z
        .enum(['certain', 'assumed'])
        .describe('assumed: some forums sit, so the safe day takes Saturday as open'),
      citation: words,
    })
    .optional()
    .describe('inherited where it is left out'),
  vacations: z.array(vacation).optional(),
  adapts: z
    .array(
      z.strictObject({
        rules: words.describe('a rule id, or the beginning of ids with a star: phw.*'),
        instrument: words.describe('added to the citation'),
        confidence: sourced.confidence.optional().describe('the highest that the inherited rows may claim here'),
        warning: words.optional(),
      }),
    )
    .optional()
    .describe('how inherited rules apply here'),
});

/** One file of a pack: any of these parts. A part may be spread over files. */
export const packFile = z.strictObject({
  lastChecked: day.describe('when the rows of this file were last checked, where they do not say'),
  pack: manifest.optional(),
  forums: z.array(forum).optional(),
  types: z.array(proceedingType).optional(),
  events: z.array(event).optional(),
  rules: z.array(deadlineRule).optional(),
  grounds: z.array(ground).optional(),
  remedies: z.array(remedy).optional(),
  checks: z.array(filingCheck).optional(),
  drafts: z.array(draftRequirement).optional(),
  profiles: z.array(bundleProfile).optional(),
  definitions: z.array(definition).optional(),
  calendars: z.array(calendarYear).optional(),
  terms: z.array(term).optional(),
});

export type Manifest = z.infer<typeof manifest>;
export type PackFile = z.infer<typeof packFile>;
/** The parts of a pack that are lists of rows. */
export type Part = Exclude<keyof PackFile, 'lastChecked' | 'pack'>;
