import { type CliContext, EXIT } from '#main/cli/command.ts';
import { readArgs } from '#main/cli/usage.ts';
import { withVault } from '#main/cli/vault.ts';
import { exportAll } from '#main/exit/export-all.ts';
import { problem } from '#shared/problem.ts';

/** `vault export V --to DIR`: everything in open formats, not encrypted. */
export async function exportVault(context: CliContext, args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, { to: { type: 'string' } }, { min: 1 });
  const { to } = values;
  if (to === undefined) throw problem('wrong-use', 'This takes --to.', { hint: 'See: misl help vault' });
  const result = await withVault(context, positionals[0]!, (app) =>
    exportAll(app, to, {
      signal: context.signal,
      onProgress: (done, total, item) => context.interactive && context.err(`${done} of ${total} ${item}`),
    }),
  );
  if (context.json) context.out(JSON.stringify(result));
  else
    context.out(
      `Wrote ${result.path}: ${result.matters} matters, ${result.files} files, ${result.bytes} bytes. It is not encrypted.`,
    );
  if (result.problems.length === 0) return EXIT.done;
  context.err(`misl: not everything could be exported: ${result.problems.join('; ')}.`);
  return EXIT.refused;
}
