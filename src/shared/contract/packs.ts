import { z } from 'zod';
import { calls } from './call.ts';
import { day, done, line, made, nothing } from './fields.ts';

const packId = z.string().min(1).max(80);
/** A pack as its author wrote it. */
const packFiles = z.strictObject({
  /** What it was read from: a file's name or a folder's. */
  fileName: line,
  files: z
    .array(z.strictObject({ file: line, text: z.string().max(4_000_000) }))
    .min(1)
    .max(200),
});
const packError = z.object({
  file: z.string(),
  /** Counted from 1. */
  line: z.number(),
  column: z.number(),
  /** `rules.3.period.amount`; empty for the file as a whole. */
  path: z.string(),
  message: z.string(),
});
/** A row of a pack that the user installed, and the one in whose place it stands. */
const ownRow = z.object({
  part: z.string(),
  id: z.string(),
  now: z.string(),
  was: z.object({ pack: z.string(), text: z.string() }).nullable(),
});
const describedPack = {
  id: z.string(),
  title: z.string(),
  version: z.string(),
  extends: z.string().nullable(),
  amends: z.string().nullable(),
  rows: z.array(ownRow),
  errors: z.array(packError),
};
/** An open deadline that other packs count otherwise. */
const packMove = z.object({
  deadlineId: z.string(),
  title: z.string(),
  matter: z.string(),
  from: day.nullable(),
  to: day.nullable(),
  /** A day that was set by hand, and stays. */
  kept: day.nullable(),
});
const USED = ['user_pack', 'deadline'];

/** What the forms of the window offer out of the installed packs, and packs of the user's own. */
export const packCalls = calls({
  'packs.list': {
    input: nothing,
    output: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        country: z.string(),
        region: z.string().nullable(),
        currency: z.string(),
        forums: z.array(z.object({ id: z.string(), title: z.string(), names: z.array(z.string()) })),
        types: z.array(z.object({ id: z.string(), title: z.string(), forums: z.array(z.string()) })),
        grounds: z.array(z.object({ code: z.string(), title: z.string(), technical: z.boolean() })),
      }),
    ),
    touches: ['user_pack'],
  },
  /** The words of the statute that are in force on a day, for whom they cover. */
  'packs.definition': {
    input: z.strictObject({ pack: packId, on: day.nullable() }),
    output: z.object({ text: z.string(), citation: z.string() }).nullable(),
    touches: ['user_pack'],
  },
  /** The packs that the user installed, with what they add and override, and what is wrong with them. */
  'packs.own': {
    input: nothing,
    output: z.array(
      z.object({
        ...describedPack,
        fileName: z.string(),
        enabled: z.boolean(),
        installedAt: z.string(),
        /** How many matters are of this pack. */
        matters: z.number(),
      }),
    ),
    touches: ['user_pack', 'matter'],
  },
  /** Asks for the files of a pack; null where the user thought better of it. */
  'packs.choose': { input: nothing, output: packFiles.nullable(), touches: [] },
  /** What a pack would do: its errors, what it overrides, and which deadlines would move. Nothing is changed. */
  'packs.preview': {
    input: packFiles,
    output: z.object({
      ...describedPack,
      /** The version of the same pack that is installed. */
      replaces: z.string().nullable(),
      moves: z.array(packMove),
    }),
    touches: USED,
  },
  /** Installs a pack without errors, and counts the open deadlines again in the same step. */
  'packs.install': { input: packFiles, output: made.extend({ moved: z.number() }), touches: USED },
  /** Which deadlines would move if a pack were switched on, off or removed. */
  'packs.moves': {
    input: z.strictObject({ id: packId, to: z.enum(['on', 'off', 'removed']) }),
    output: z.array(packMove),
    touches: USED,
  },
  'packs.enable': { input: z.strictObject({ id: packId, enabled: z.boolean() }), output: done, touches: USED },
  'packs.remove': { input: z.strictObject({ id: packId }), output: done, touches: USED },
});
