import type { App } from '#main/app.ts';
import { AUDIENCES } from '#shared/contract/drafts.ts';
import type { Given } from '#shared/contract/index.ts';
import type { Audience } from '#shared/domain/leakcheck/audience.ts';
import { ProblemError, problem } from '#shared/problem.ts';
import type { CliContext } from './command.ts';

type Despite = NonNullable<Given<'bundles.produce'>['despite']>;

/**
 * Lets what was made of a record leave the vault. Where the leak check found something its places are told on standard
 * error, and it leaves only with a reason, which the audit log keeps.
 *
 * @throws ProblemError `leak-found` without a reason
 */
export async function leaveVault<R>(
  { err }: CliContext,
  app: App,
  { id, reason }: { id: string; reason: string | undefined },
  run: (despite: Despite | undefined) => Promise<R>,
): Promise<R> {
  try {
    return await run(undefined);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'leak-found') throw error;
    const found = await app.call('leakcheck.findings', { id });
    for (const { hits } of found) {
      for (const { kind, party, where, page } of hits)
        err(`misl: ${kind} of ${party}: ${where}${page === null ? '' : `, page ${page}`}`);
    }
    if (reason === undefined)
      throw problem('leak-found', error.problem.message, {
        hint: 'Redact it, take it out, or say why it may leave: --despite-leaks REASON.',
      });
    return run({ files: found.map(({ sha256 }) => sha256), reason });
  }
}

/** Who is to read a file, as `--audience` says; undefined where it says nothing. @throws ProblemError `wrong-use` */
export function readAudience(text: string | undefined, command: string): Audience | undefined {
  const audience = AUDIENCES.find((each) => each === text);
  if (text !== undefined && audience === undefined)
    throw problem('wrong-use', '--audience takes court, other-side or public.', { hint: `See: misl help ${command}` });
  return audience;
}
