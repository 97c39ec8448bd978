import type { z } from 'zod';
import type { JobEvent } from '#shared/contract/events.ts';
import { type CallName, contract, type Given, specOf } from '#shared/contract/index.ts';
import { type Problem, ProblemError, problem } from '#shared/problem.ts';
import type { App, HostPort, Session } from './app.ts';
import type { Handler, Handlers } from './handlers.ts';
import type { Clock } from './store/context.ts';
import { uuidv7 } from './store/ids.ts';

/** Where the unexpected is reported: its name and place in the code, never its text, which may hold case data. */
function report(name: string, error: unknown) {
  const where = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 4).join('\n') : '';
  console.error(`${name} failed: ${error instanceof Error ? error.name : typeof error}\n${where}`);
}

const internal: Problem = {
  code: 'internal',
  message: 'Something went wrong inside Misl. What was saved before is safe; this action was not carried out.',
  hint: 'Try again. If it happens again, lock and unlock the vault.',
};

/** The program without a window: the contract carried out by services on the vault that is open. */
export function createApp(parts: {
  clock: Clock;
  host: HostPort;
  resources: string;
  handlers: Handlers<CallName>;
}): App {
  const { clock, host, resources } = parts;
  const handlers = parts.handlers as unknown as Record<string, Handler>;

  const app: App = {
    clock,
    host,
    resources,
    session: null,
    lockReason: 'not-opened',
    lastVault: null,
    jobs: new Map(),
    async call(name, input, signal) {
      const { value } = await carryOut(name, input, signal);
      return value as never;
    },
    async answer(name, input) {
      try {
        if (!Object.hasOwn(contract, name)) throw problem('unknown-call', 'There is no such call.');
        return { ok: true, ...(await carryOut(name as CallName, input)) };
      } catch (error) {
        if (error instanceof ProblemError) return { ok: false, problem: error.problem };
        report(Object.hasOwn(contract, name) ? name : 'unknown call', error);
        return { ok: false, problem: internal };
      }
    },
  };

  async function carryOut(name: CallName, input: unknown, signal?: AbortSignal) {
    const spec = specOf(name);
    const handler = handlers[name];
    if (!handler) throw new Error(`${name} has no handler`);
    const given = validInput(spec.input, input) as never;
    const { value, undo } = await run(name, handler, given, signal);
    const result = spec.output.safeParse(value);
    if (!result.success)
      throw new Error(`${name} answered out of its contract at ${result.error.issues[0]?.path.join('.')}`);
    return { value: result.data, undo };
  }

  async function run(name: CallName, handler: Handler, given: Given<CallName> & never, signal?: AbortSignal) {
    const spec = specOf(name);
    if (handler.kind === 'host') {
      if (!app.session && !spec.locked) throw locked();
      return { value: await handler.run(app, given), undo: null };
    }
    if (!app.session) throw locked();
    const { runner, services } = app.session;
    const { db } = runner;
    switch (handler.kind) {
      case 'query':
        return { value: await handler.run({ db, clock, services }, given), undo: null };
      case 'command':
        return runner.run(
          { name, touches: declared(spec.touches), undoable: handler.undoable, purges: handler.purges },
          (context) => Promise.resolve(handler.run(context, given)),
        );
      case 'job':
        return { value: await runJob(name, handler, given, app.session, signal), undo: null };
    }
  }

  async function runJob(
    name: CallName,
    handler: Extract<Handler, { kind: 'job' }>,
    given: never,
    { runner, services, vault }: Session,
    outer?: AbortSignal,
  ) {
    const id = uuidv7();
    const controller = new AbortController();
    const abort = () => controller.abort();
    outer?.addEventListener('abort', abort);
    app.jobs.set(id, controller);
    let last: JobEvent = { id, name, unit: 'steps', done: 0, total: null, item: null, state: 'running' };
    const tell = (more: Partial<JobEvent>) => {
      last = { ...last, ...more };
      host.publish('job', last);
    };
    tell({});
    try {
      const value = await handler.run(
        {
          db: runner.db,
          clock,
          services,
          vault,
          note: (action, detail) =>
            runner.note({ action, entity: null, entityId: null, matterId: null, detail: JSON.stringify(detail) }),
          signal: controller.signal,
          report: ({ item, ...progress }) => tell({ ...progress, item: item ?? null }),
          write: async (act) =>
            (await runner.run({ name, touches: declared(specOf(name).touches), undoable: true }, act)).value,
        },
        given,
      );
      tell({ state: 'done' });
      return value;
    } catch (error) {
      tell({ state: controller.signal.aborted ? 'cancelled' : 'failed' });
      if (controller.signal.aborted)
        throw problem('cancelled', 'Cancelled. Nothing half-done was left behind.', {}, error);
      throw error;
    } finally {
      app.jobs.delete(id);
      outer?.removeEventListener('abort', abort);
    }
  }

  return app;
}

/** `*` in the contract stands for any table: for the bin and the sample, which hold records of every kind. */
const declared = (touches: readonly string[]) => (touches.includes('*') ? {} : { touches }).touches;

const locked = () =>
  problem('locked', 'The vault is locked. Nothing was changed.', { hint: 'Unlock it and try again.' });

function validInput(schema: z.ZodType, input: unknown) {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  throw problem(
    'bad-input',
    field ? `${field}: ${issue?.message}` : (issue?.message ?? 'Wrong input'),
    field ? { field } : {},
  );
}
