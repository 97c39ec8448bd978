import type { CallName, Given, Result } from '#shared/contract/index.ts';
import type { App } from './app.ts';
import type { Command, Query, VaultJob } from './services.ts';

type Act<C, I, R> = (context: C, input: I) => R | Promise<R>;

/** One registered call: what kind of work it is, and the function that does it. */
export type Handler<I = never, R = unknown> =
  | { kind: 'query'; run: Act<Query, I, R> }
  | { kind: 'command'; run: Act<Command, I, R>; undoable: boolean; purges: boolean }
  | { kind: 'job'; run: Act<VaultJob, I, R> }
  | { kind: 'host'; run: Act<App, I, R> };

/** All handlers of a set of calls: a missing or misspelled one does not compile. */
export type Handlers<N extends CallName> = { [K in N]: Handler<Given<K>, Result<K>> };

interface Undoable<I, R> {
  undoable: Act<Command, I, R>;
}

/** Reads only: the database that it gets can't write. */
export function query<I, R>(run: Act<Query, I, R>): Handler<I, R> {
  return { kind: 'query', run };
}

/** Writes, in one transaction. Around it `undoable(…)` says that Ctrl-Z may take it back. */
export function command<I, R>(run: Act<Command, I, R> | Undoable<I, R>): Handler<I, R> {
  return typeof run === 'function'
    ? { kind: 'command', run, undoable: false, purges: false }
    : { kind: 'command', run: run.undoable, undoable: true, purges: false };
}

/** Removes for good: undo forgets what it knew of those rows. */
export function purge<I, R>(run: Act<Command, I, R>): Handler<I, R> {
  return { kind: 'command', run, undoable: false, purges: true };
}

export function undoable<I, R>(run: Act<Command, I, R>): Undoable<I, R> {
  return { undoable: run };
}

/** Long work: with progress, and a way to cancel it. */
export function job<I, R>(run: Act<VaultJob, I, R>): Handler<I, R> {
  return { kind: 'job', run };
}

/** Works on the program itself: opening, locking, dialogs. May be called while there is no vault. */
export function host<I, R>(run: Act<App, I, R>): Handler<I, R> {
  return { kind: 'host', run };
}
