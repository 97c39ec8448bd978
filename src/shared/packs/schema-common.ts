import { z } from 'zod';
import { isDay } from '../domain/dates/days.ts';
import { CONFIDENCES } from './vocabulary.ts';

/** A plain date that is in the calendar. */
export const day = z
  .string()
  .refine(isDay, 'a date is written YYYY-MM-DD and must be in the calendar')
  .meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
/** A day of any year, `MM-DD`. */
export const monthDay = z
  .string()
  .refine((value) => /^\d\d-\d\d$/.test(value) && isDay(`2024-${value}`), 'a day of the year is written MM-DD')
  .meta({ pattern: '^\\d{2}-\\d{2}$' });
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is written HH:MM');
/** Text that must say something. */
export const words = z.string().trim().min(1, 'this must say something').max(2000);
/** Names of rows: `phw.appeal.penalised`, `high-court`. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'an id is lower-case letters and digits, joined by dots or hyphens')
  .max(80);

/** The days on which a row is the law; both ends belong to it, and a missing end is open. */
const inForce = z.strictObject({
  from: day.optional().describe('the first day'),
  to: day.optional().describe('the last day'),
});

/** What every row of law carries, and the interface shows beside it. */
export const sourced = {
  citation: words.describe('act and section, rule or case: what the row rests on'),
  amendedBy: words.optional().describe('the instrument that gave it its present words'),
  inForce: inForce.optional().describe('open at both ends where it is left out'),
  confidence: z.enum(CONFIDENCES).describe('verified: read in the source; doubtful: contested or forum-dependent'),
  lastChecked: day.optional().describe("left out, it is the file's own lastChecked"),
  note: words.optional(),
};
