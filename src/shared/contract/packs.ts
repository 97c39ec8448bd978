import { z } from 'zod';
import { calls } from './call.ts';
import { day, nothing } from './fields.ts';

/** What the forms of the window offer out of the installed packs. */
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
    touches: [],
  },
  /** The words of the statute that are in force on a day, for whom they cover. */
  'packs.definition': {
    input: z.strictObject({ pack: z.string().min(1).max(60), on: day.nullable() }),
    output: z.object({ text: z.string(), citation: z.string() }).nullable(),
    touches: [],
  },
});
