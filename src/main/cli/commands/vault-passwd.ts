import path from 'node:path';
import { type CliContext, EXIT } from '#main/cli/command.ts';
import { readArgs } from '#main/cli/usage.ts';
import { setPassphrase } from '#main/vault/service.ts';
import { openVault } from '#main/vault/vault.ts';

/** `vault passwd`: the passphrase slot is wrapped anew; nothing else of the vault changes. */
export async function passwd(context: CliContext, args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, { 'with-recovery-key': { type: 'boolean' } }, { min: 1 });
  const secret = values['with-recovery-key']
    ? { recoveryKey: await context.secret({ question: 'Recovery key: ', variable: 'MISL_RECOVERY_KEY' }) }
    : { passphrase: await context.passphrase() };
  const vault = await openVault(path.resolve(positionals[0]!), secret);
  try {
    const next = { question: 'New passphrase: ', variable: 'MISL_NEW_PASSPHRASE', twice: true };
    await setPassphrase(vault, await context.secret(next));
    if (context.json) context.out(JSON.stringify({ changed: true, epoch: vault.header.epoch }));
    else context.out('The passphrase was changed. Backups made before still open with the old one.');
    return EXIT.done;
  } finally {
    vault.close();
  }
}
