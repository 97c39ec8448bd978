import { z } from 'zod';

/** A record's id: UUIDv7. */
export const id = z.string().min(1).max(64);

/** A plain date, `YYYY-MM-DD`, that is in the calendar. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written YYYY-MM-DD')
  .refine(inCalendar, 'there is no such day');

/** A time of day, `HH:MM`. */
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is written HH:MM');

/** One line of text that must say something. */
export const line = z.string().trim().min(1, 'this must be filled in').max(500);

/** Text of any length that a person types; null where there is none. */
export const text = z.string().max(200_000).nullable();

/** A short text that may be missing. */
export const short = z.string().max(1000).nullable();

/** The database has 0 and 1. */
export const flag = z.union([z.boolean(), z.literal(0), z.literal(1)]).transform(Boolean);

/** An amount in minor units: paisa, pence, cents. */
export const minor = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);

/** What lets files leave the vault although something was found in them: those very files, by their hashes, and why. */
const despite = z.strictObject({ files: z.array(z.string().length(64)).min(1).max(500), reason: line });

/** Where a file that leaves the vault is written, and why it may although something was found in it. */
export const leaving = {
  path: z.string().min(1).optional(),
  overwrite: z.boolean().optional(),
  despite: despite.optional(),
};

export const nothing = z.strictObject({});
export const done = z.null();
export const made = z.object({ id });

function inCalendar(value: string): boolean {
  const [year = 0, month = 0, date = 0] = value.split('-').map(Number);
  if (year < 1800 || month < 1 || month > 12 || date < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return date <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}
