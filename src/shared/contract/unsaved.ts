import { z } from 'zod';
import { calls } from './call.ts';
import { done, id, nothing } from './fields.ts';

/**
 * What stands in a form and is not saved yet. The page sends it while one types, so that nothing has to be asked of it
 * when the vault is locked; it lies encrypted among the records and is offered after the next opening.
 */
export const unsavedCalls = calls({
  /** Keeps the form's newest state in the place of the one before. What the form holds is the page's own affair. */
  'unsaved.keep': {
    input: z.strictObject({
      /** Of this filling in of the form, by the page. */
      id,
      /** Which form it is: the calls it ends in, or its title. */
      form: z.string().min(1).max(1000),
      /** The record that is changed; null for a new one. */
      recordId: id.nullable(),
      matterId: id.nullable(),
      /** JSON. */
      content: z.string().max(2_000_000),
    }),
    output: done,
    touches: ['unsaved_edit'],
  },
  /** The form was saved or left. */
  'unsaved.drop': { input: z.strictObject({ id }), output: done, touches: ['unsaved_edit'] },
  /** What is kept, newest first. */
  'unsaved.list': {
    input: nothing,
    output: z.array(
      z.object({
        id,
        form: z.string(),
        recordId: z.string().nullable(),
        matterId: z.string().nullable(),
        matterTitle: z.string().nullable(),
        content: z.string(),
        keptAt: z.string(),
      }),
    ),
    touches: ['unsaved_edit'],
  },
});
