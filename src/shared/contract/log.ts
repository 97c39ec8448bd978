import { z } from 'zod';
import { calls } from './call.ts';
import { day, id, nothing } from './fields.ts';

/** Which entries of the log. */
const whichEntries = {
  matterId: id.optional(),
  /** How their names begin: `hearings.`. */
  action: z.string().max(100).optional(),
  /** Only what left the vault: exports, bundles, prints. */
  left: z.boolean().optional(),
  from: day.optional(),
  to: day.optional(),
};

/** The log of what was done in the vault. */
export const logCalls = calls({
  'log.list': {
    input: z.strictObject({
      ...whichEntries,
      before: z.number().int().optional(),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.array(
      z.object({
        seq: z.number(),
        at: z.string(),
        actor: z.string(),
        action: z.string(),
        entity: z.string().nullable(),
        entityId: z.string().nullable(),
        matterId: z.string().nullable(),
        matterTitle: z.string().nullable(),
        detail: z.string().nullable(),
      }),
    ),
    touches: ['audit_entry', '*'],
  },

  /** Checks that every entry follows the one before it and that none is missing. */
  'log.verify': {
    input: nothing,
    output: z.object({ entries: z.number(), problems: z.array(z.string()) }),
    touches: ['*'],
  },

  /** The log, or the entries that are asked for, where the user says; null where no place was chosen. */
  'log.export': {
    input: z.strictObject({ ...whichEntries, format: z.enum(['csv', 'json']) }),
    output: z.object({ entries: z.number() }).nullable(),
    touches: [],
  },
});
