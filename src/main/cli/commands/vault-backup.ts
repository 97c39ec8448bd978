import path from 'node:path';
import { type CliContext, EXIT } from '#main/cli/command.ts';
import { readArgs } from '#main/cli/usage.ts';
import { backUp } from '#main/vault/backup.ts';
import { type DrillResult, drill, restoreBackup } from '#main/vault/restore.ts';
import { openVault } from '#main/vault/vault.ts';
import { problem } from '#shared/problem.ts';

/** Reads `PLACE --to OTHER`. */
function fromAndTo(args: string[]): { from: string; to: string } {
  const { values, positionals } = readArgs(args, { to: { type: 'string' } }, { min: 1 });
  if (values.to === undefined) throw problem('wrong-use', 'This takes --to.', { hint: 'See: misl help vault' });
  return { from: path.resolve(positionals[0]!), to: path.resolve(values.to) };
}

/** `vault backup V --to DIR`: beside whoever has the vault open. */
export async function backup(context: CliContext, args: string[]): Promise<number> {
  const { from, to } = fromAndTo(args);
  const vault = await openVault(from, { passphrase: await context.passphrase() }, { readonly: true });
  try {
    const made = await backUp(vault, to, {
      now: new Date().toISOString(),
      signal: context.signal,
      onProgress: (done, total) => context.interactive && context.err(`${done} of ${total} documents`),
    });
    if (context.json) context.out(JSON.stringify(made));
    else {
      context.out(`Made ${made.path}: ${made.blobs} documents, ${made.copied} of them new, ${made.bytes} bytes.`);
      for (const name of made.removed) context.out(`Removed ${name}, which rotation no longer keeps.`);
    }
    return report(context, made.problems, 'The backup was made, but the vault itself is damaged');
  } finally {
    vault.close();
  }
}

/** `vault restore BACKUP --to V`: never over something that exists. */
export async function restore(context: CliContext, args: string[]): Promise<number> {
  const { from, to } = fromAndTo(args);
  const proved = await restoreBackup(from, to, { passphrase: await context.passphrase() }, context.signal);
  if (context.json) context.out(JSON.stringify({ vault: to, ...proved }));
  else context.out(`Restored ${to}. ${summary(proved)}`);
  return report(
    context,
    proved.problems,
    'The vault was damaged already when the backup was made, and was restored as it was',
  );
}

/** `vault drill BACKUP`: proves it and changes nothing. */
export async function drillBackup(context: CliContext, args: string[]): Promise<number> {
  const { positionals } = readArgs(args, {}, { min: 1 });
  const secret = { passphrase: await context.passphrase() };
  const proved = await drill(path.resolve(positionals[0]!), secret, context.signal);
  if (context.json) context.out(JSON.stringify(proved));
  else context.out(summary(proved));
  return report(context, proved.problems, 'The backup is not whole');
}

function summary({ createdAt, files, checked }: DrillResult): string {
  return `The backup of ${createdAt}: ${files} files, ${checked.blobs} documents, ${checked.rows} rows, ${checked.auditEntries} entries of the audit log.`;
}

function report(context: CliContext, problems: string[], what: string): number {
  if (problems.length === 0) return EXIT.done;
  context.err(`misl: ${what}: ${problems.join('; ')}.`);
  return EXIT.refused;
}
