import { z } from 'zod';
import { calls } from './call.ts';
import { LOCK_REASONS } from './events.ts';
import { day, done, id, line, nothing } from './fields.ts';
import { SECRET_PURPOSES, type SecretPurpose } from './secret-window.ts';

const SETTINGS = [
  'theme',
  'locale',
  'density',
  'pack',
  'idleMinutes',
  'dayLimit',
  'actor',
  'backupFolder',
  'backupEvery',
] as const;

const PURPOSES = Object.keys(SECRET_PURPOSES) as [SecretPurpose, ...SecretPurpose[]];

/** What an export of everything came to. */
const exported = z.object({
  path: z.string(),
  files: z.number(),
  bytes: z.number(),
  matters: z.number(),
  problems: z.array(z.string()),
});

const vaultPlace = z.object({ dir: z.string(), name: z.string() });

/** The vault itself: opening, locking, undo, the bin, settings and the log. */
export const vaultCalls = calls({
  'vault.state': {
    input: nothing,
    output: z.object({
      state: z.enum(['locked', 'open']),
      /** The vault that is open, or was when it was locked. */
      vault: vaultPlace.nullable(),
      lockReason: z.enum(LOCK_REASONS),
      /** Why nothing can be written, as a sentence; null where all can. */
      readOnly: z.string().nullable(),
      isSample: z.boolean(),
      today: day,
    }),
    touches: [],
    locked: true,
  },
  'vault.create': {
    input: z.strictObject({ dir: z.string().min(1), name: line, passphrase: z.string().min(1).max(1024) }),
    output: z.object({ recoveryKey: z.string() }),
    touches: [],
    locked: true,
    secret: true,
  },
  'vault.openSample': { input: nothing, output: done, touches: [], locked: true },
  'vault.unlock': {
    input: z.strictObject({
      dir: z.string().min(1),
      passphrase: z.string().max(1024).optional(),
      recoveryKey: z.string().max(256).optional(),
      /** For looking only, as beside another program that has it open for writing. */
      readOnly: z.boolean().optional(),
    }),
    output: done,
    touches: [],
    locked: true,
    secret: true,
  },
  /** How many wrong tries there were since the vault was last opened, and for how long the next must wait. */
  'vault.tries': {
    input: z.strictObject({ dir: z.string().min(1) }),
    output: z.object({ count: z.number(), waitSeconds: z.number() }),
    touches: [],
    locked: true,
  },
  'vault.lock': { input: nothing, output: done, touches: [], locked: true },
  /** Asks for a folder in a native dialog: of an existing vault, or the place for a new one. */
  'vault.chooseFolder': {
    input: z.strictObject({ purpose: z.enum(['open', 'create']) }),
    output: z.string().nullable(),
    touches: [],
    locked: true,
  },
  /** How hard a passphrase is to guess: 0 to 4, with a word of advice by its code. */
  'vault.strength': {
    input: z.strictObject({ passphrase: z.string().max(1024) }),
    output: z.object({
      score: z.number().int().min(0).max(4),
      guessesLog10: z.number(),
      advice: z.string().nullable(),
    }),
    touches: [],
    locked: true,
    secret: true,
  },
  'vault.info': {
    input: nothing,
    output: z.object({
      name: z.string(),
      dir: z.string(),
      vaultId: z.string(),
      formatVersion: z.number(),
      createdAt: z.string(),
      slots: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(['passphrase', 'recovery', 'os']),
          label: z.string(),
          createdAt: z.string(),
        }),
      ),
      kdf: z.object({ memoryKiB: z.number(), passes: z.number(), lanes: z.number() }).nullable(),
      databaseBytes: z.number(),
      blobBytes: z.number(),
      blobs: z.number(),
    }),
    touches: [],
  },
  'vault.changePassphrase': {
    input: z.strictObject({ current: z.string().max(1024), next: z.string().min(1).max(1024) }),
    output: done,
    touches: [],
    secret: true,
  },
  /** The new recovery key; the old one opens nothing from then on. Confirmed in a dialog of the system. */
  'vault.renewRecoveryKey': {
    input: z.strictObject({ passphrase: z.string().max(1024) }),
    output: z.object({ recoveryKey: z.string() }),
    touches: [],
    secret: true,
  },
  /** Takes a way to open the vault away, never the last passphrase. Confirmed in a dialog of the system. */
  'vault.removeSlot': {
    input: z.strictObject({ passphrase: z.string().max(1024), id }),
    output: done,
    touches: [],
    secret: true,
  },
  /**
   * Everything in formats that need no Misl, in a new folder where the user says. It is confirmed in a dialog of the
   * system, for nothing of it is encrypted. Null where no folder was chosen.
   */
  'vault.exportAll': {
    input: z.strictObject({ passphrase: z.string().max(1024) }),
    output: exported.nullable(),
    touches: [],
    secret: true,
  },
  /** Removes the vault from the disk, its header first; it is locked before. Confirmed in a dialog of the system. */
  'vault.delete': {
    input: z.strictObject({ passphrase: z.string().max(1024) }),
    output: done,
    touches: [],
    secret: true,
  },
  /**
   * Opens the window that asks for secrets, and answers when it is closed: whether it was done, and what an export came
   * to. `about` is the slot or the backup.
   */
  'vault.askSecret': {
    input: z.strictObject({ purpose: z.enum(PURPOSES), about: z.string().max(500).optional() }),
    output: z.object({ done: z.boolean(), exported: exported.nullable() }),
    touches: [],
  },
  'vault.verify': {
    input: nothing,
    output: z.object({
      ok: z.boolean(),
      checked: z.object({ blobs: z.number(), rows: z.number(), auditEntries: z.number() }),
      problems: z.array(z.string()),
      /** Documents that no record refers to: left by a write that was cut off. Emptying the bin takes them away. */
      remainders: z.array(z.string()),
    }),
    touches: [],
  },
  'vault.removeSample': { input: nothing, output: done, touches: ['matter'] },

  'undo.last': {
    input: nothing,
    /** The command that Ctrl-Z would take back and the one that Ctrl-Shift-Z would put again. */
    output: z.object({
      undo: z.object({ id, name: z.string() }).nullable(),
      redo: z.object({ id, name: z.string() }).nullable(),
    }),
    touches: ['command'],
  },
  'undo.take': { input: z.strictObject({ id }), output: z.object({ name: z.string() }), touches: [] },

  'bin.list': {
    input: nothing,
    output: z.array(
      z.object({ table: z.string(), id, title: z.string(), matterTitle: z.string().nullable(), deletedAt: z.string() }),
    ),
    touches: ['*'],
  },
  'bin.restore': { input: z.strictObject({ table: z.string(), id }), output: done, touches: ['*'] },
  'bin.empty': { input: nothing, output: z.object({ removed: z.number() }), touches: ['*'] },

  'settings.get': { input: nothing, output: z.record(z.string(), z.string()), touches: ['setting'] },
  'settings.set': {
    input: z.strictObject({
      key: z.enum(SETTINGS),
      value: z.string().max(4096),
    }),
    output: done,
    touches: ['setting'],
  },

  'jobs.cancel': { input: z.strictObject({ id: z.string() }), output: done, touches: [] },
  /** What Ctrl-K finds, at most `limit` of each kind; in one matter or of one kind where these are given. */
  'palette.find': {
    input: z.strictObject({
      query: z.string().max(200),
      limit: z.number().int().min(1).max(50),
      matterId: id.optional(),
      kind: z.string().max(40).optional(),
    }),
    output: z.array(
      z.object({
        kind: z.string(),
        id,
        matterId: id,
        matterTitle: z.string(),
        title: z.string(),
        detail: z.string().nullable(),
        /** How many of its kind were found. */
        count: z.number(),
        /** Its day: the next hearing, the day of the order, the due day. */
        on: z.string().nullable(),
        /** How it was disposed of, whether the merits were reached, and for whom. */
        disposal: z.string().nullable(),
        merits: z.string().nullable(),
        favours: z.string().nullable(),
      }),
    ),
    touches: ['*'],
  },
  'clipboard.copy': {
    input: z.strictObject({ text: z.string().max(1_000_000), secret: z.boolean() }),
    output: done,
    touches: [],
    locked: true,
  },
});
