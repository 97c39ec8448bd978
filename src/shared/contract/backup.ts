import { z } from 'zod';
import { calls } from './call.ts';
import { nothing } from './fields.ts';

/** How many days lie between two backups; 0 for never. */
export const BACKUP_EVERY = ['0', '1', '7'] as const;

/** Backups: made, listed, proven. */
export const backupCalls = calls({
  /** Where backups go, what lies there, and when one was last proven by a drill. */
  'backup.state': {
    input: nothing,
    output: z.object({
      folder: z.string().nullable(),
      /** Its disk is plugged in. */
      isReachable: z.boolean(),
      /** Days between two; 0 for never. */
      every: z.enum(BACKUP_EVERY),
      backups: z.array(
        z.object({
          name: z.string(),
          createdAt: z.string(),
          bytes: z.number(),
          proof: z.object({ at: z.string(), ok: z.boolean(), by: z.enum(['passphrase', 'recovery']) }).nullable(),
        }),
      ),
      lastProvenAt: z.string().nullable(),
      /** When the last backup could not be made, where none was made since. */
      failedAt: z.string().nullable(),
      /** How many changes the newest backup does not have. */
      changesSince: z.number(),
    }),
    touches: ['*'],
  },
  'backup.chooseFolder': { input: nothing, output: z.string().nullable(), touches: ['setting'] },
  'backup.run': {
    input: nothing,
    output: z.object({
      name: z.string(),
      createdAt: z.string(),
      bytes: z.number(),
      /** How many files had to be copied; the others are shared with the backup before. */
      copied: z.number(),
      /** How many older ones rotation took away. */
      removed: z.number(),
      /** What was found damaged in the vault itself. */
      problems: z.array(z.string()),
    }),
    touches: [],
  },
  'backup.drill': {
    input: z.strictObject({
      name: z.string().min(1).max(500),
      passphrase: z.string().max(1024).optional(),
      recoveryKey: z.string().max(256).optional(),
    }),
    output: z.object({
      ok: z.boolean(),
      createdAt: z.string(),
      files: z.number(),
      checked: z.object({ blobs: z.number(), rows: z.number(), auditEntries: z.number() }),
      problems: z.array(z.string()),
    }),
    touches: [],
    secret: true,
  },
});
