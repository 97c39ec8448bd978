import path from 'node:path';
import type { App, HostPort } from '#main/app.ts';
import { createApp } from '#main/create-app.ts';
import { resourceFolder } from '#main/documents/resources.ts';
import { handlers } from '#main/registry.ts';
import { openSession } from '#main/session/lifecycle.ts';
import { openVault } from '#main/vault/vault.ts';
import { problem } from '#shared/problem.ts';
import type { CliContext } from './command.ts';

/** The folder of packs, fonts and the sample, from source and from the built program alike. */
export const RESOURCES = resourceFolder();

/** A terminal has no window: what only a window can do is refused by name. */
function terminalHost({ err, interactive }: CliContext): HostPort {
  const no = () => Promise.reject(problem('no-window', 'This needs the window; the command line takes paths instead.'));
  return {
    publish(name, payload) {
      if (name !== 'job' || !interactive) return;
      const job = payload as { done: number; total: number | null; unit: string; item: string | null };
      err(`${job.item ?? ''} ${job.done}${job.total === null ? '' : ` of ${job.total}`} ${job.unit}`.trim());
    },
    chooseFiles: no,
    chooseTarget: no,
    copy: no,
    confirm: no,
    reveal() {},
  };
}

/** The program on the command line, with the clock set by `--today`. */
export function cliApp(context: CliContext): App {
  const clock = { now: () => new Date().toISOString(), today: () => context.today };
  return createApp({ clock, host: terminalHost(context), resources: RESOURCES, handlers });
}

/**
 * Opens a vault, does something with it, and closes it whatever happens.
 * @throws ProblemError `wrong-passphrase`, `vault-damaged` and their like (exit status 3)
 */
export async function withVault<R>(
  context: CliContext,
  dir: string,
  act: (app: App) => Promise<R>,
  options: { readonly?: boolean } = {},
): Promise<R> {
  const app = cliApp(context);
  const vault = await openVault(path.resolve(dir), { passphrase: await context.passphrase() }, options);
  openSession(app, vault);
  if (vault.readOnly && !options.readonly) context.err(vault.readOnly.reason);
  try {
    return await act(app);
  } finally {
    app.session = null;
    await vault.close();
  }
}
