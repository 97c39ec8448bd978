import { z } from 'zod';

/** Progress of one piece of long work, in its own unit. */
export const jobEvent = z.strictObject({
  id: z.string(),
  /** The call that it carries out. */
  name: z.string(),
  unit: z.enum(['bytes', 'pages', 'files', 'rows', 'steps']),
  done: z.number(),
  total: z.number().nullable(),
  /** What is being worked on now, as a short text: a file's name. */
  item: z.string().nullable(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
});
export type JobEvent = z.infer<typeof jobEvent>;

export const LOCK_REASONS = ['asked', 'idle', 'suspend', 'screen-lock', 'last-window', 'not-opened'] as const;

/** What the main process tells the page. */
export const events = {
  changed: z.strictObject({ touched: z.array(z.string()) }),
  job: jobEvent,
  locked: z.strictObject({ reason: z.enum(LOCK_REASONS) }),
  /** A menu item was chosen, or a second start asked for something. */
  'app.action': z.strictObject({ id: z.string() }),
};

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;
