import path from 'node:path';
import { type CliContext, type Command, EXIT } from '#main/cli/command.ts';
import { PASSPHRASE } from '#main/cli/passphrase.ts';
import { columns } from '#main/cli/table.ts';
import { readArgs } from '#main/cli/usage.ts';
import { strength } from '#main/session/strength.ts';
import { databaseKey } from '#main/vault/keys.ts';
import { vaultInfo } from '#main/vault/service.ts';
import { createVault, openVault } from '#main/vault/vault.ts';
import { verifyVault } from '#main/vault/verify.ts';
import { problem } from '#shared/problem.ts';

type Verb = (context: CliContext, args: string[]) => Promise<number>;

const verbs: Record<string, Verb> = {
  create,
  info,
  verify,
  'db-key': printDatabaseKey,
  backup: async (context, args) => (await import('./vault-backup.ts')).backup(context, args),
  restore: async (context, args) => (await import('./vault-backup.ts')).restore(context, args),
  drill: async (context, args) => (await import('./vault-backup.ts')).drillBackup(context, args),
  export: async (context, args) => (await import('./vault-export.ts')).exportVault(context, args),
  passwd: async (context, args) => (await import('./vault-passwd.ts')).passwd(context, args),
  seed: async (context, args) => (await import('./vault-seed.ts')).seed(context, args),
};

export const vaultCommand: Command = {
  name: 'vault',
  usage:
    'create V | info V | verify V | passwd V [--with-recovery-key] | db-key V [--yes] | backup V --to DIR | restore BACKUP --to V | drill BACKUP | export V --to DIR | seed V --matters N [--files N] [--seed N]',
  summary: 'Makes, checks and looks after vaults.',
  example: 'vault create Chamber.misl',
  run(context) {
    const [name = '', ...args] = context.args;
    const verb = verbs[name];
    if (!verb)
      throw problem('wrong-use', `vault takes one of: ${Object.keys(verbs).join(', ')}.`, {
        hint: 'See: misl help vault',
      });
    return verb(context, args);
  },
};

async function create(context: CliContext, args: string[]): Promise<number> {
  const { positionals } = readArgs(args, {}, { min: 1 });
  const dir = path.resolve(positionals[0]!);
  const passphrase = await context.secret({ ...PASSPHRASE, twice: true });
  const { score, advice } = strength(passphrase);
  if (score < 3) context.err(`misl: this passphrase is easy to guess${advice ? `. ${advice}` : '.'}`);
  const { vault, recoveryKey } = await createVault(dir, { passphrase });
  const { vaultId } = vault.header;
  vault.close();
  if (context.json) context.out(JSON.stringify({ dir, vaultId, recoveryKey }));
  else {
    context.out(`Made ${dir}.`);
    context.out('The recovery key, shown this once. Without it a forgotten passphrase cannot be got over:');
    context.out(`  ${recoveryKey}`);
  }
  return EXIT.done;
}

async function info(context: CliContext, args: string[]): Promise<number> {
  const { positionals } = readArgs(args, {}, { min: 1 });
  const known = vaultInfo(path.resolve(positionals[0]!));
  if (context.json) {
    context.out(JSON.stringify(known));
    return EXIT.done;
  }
  const { kdf } = known;
  const rows = [
    ['format version', String(known.formatVersion)],
    ['made', known.createdAt],
    [
      'key derivation',
      kdf ? `Argon2id, ${kdf.memoryKiB / 1024} MiB, ${kdf.passes} passes, ${kdf.lanes} lanes` : 'none',
    ],
    ...known.slots.map(({ kind, id, createdAt }) => [`slot ${id}`, `${kind}, since ${createdAt.slice(0, 10)}`]),
    ['database', `${known.databaseBytes} bytes`],
    ['documents', `${known.blobs} files, ${known.blobBytes} bytes`],
  ];
  for (const line of columns(rows)) context.out(line);
  return EXIT.done;
}

async function verify(context: CliContext, args: string[]): Promise<number> {
  const { positionals } = readArgs(args, {}, { min: 1 });
  const vault = await openVault(
    path.resolve(positionals[0]!),
    { passphrase: await context.passphrase() },
    { readonly: true },
  );
  try {
    const result = verifyVault(vault);
    const { ok, checked, problems, remainders } = result;
    if (context.json) context.out(JSON.stringify(result));
    else {
      for (const each of problems) context.out(each);
      if (remainders.length > 0)
        context.out(
          `${remainders.length} encrypted ${remainders.length === 1 ? 'document' : 'documents'} to which no record refers: left by a write that was cut off, or being written now. Nothing is lost.`,
        );
      context.out(
        `${checked.blobs} documents, ${checked.rows} rows, ${checked.auditEntries} entries of the audit log.`,
      );
    }
    if (ok) return EXIT.done;
    context.err(`misl: ${problems.length} thing${problems.length === 1 ? ' is' : 's are'} wrong with this vault.`);
    return EXIT.refused;
  } finally {
    vault.close();
  }
}

async function printDatabaseKey(context: CliContext, args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, { yes: { type: 'boolean' } }, { min: 1 });
  if (!values.yes) {
    const answer = await context.ask(
      'Whoever has this key reads the whole database, without the passphrase and for ever. Type “show the key”: ',
    );
    if (answer?.trim() !== 'show the key')
      throw problem('not-confirmed', 'The key was not shown.', { hint: 'In a script: --yes.' });
  }
  const vault = await openVault(
    path.resolve(positionals[0]!),
    { passphrase: await context.passphrase() },
    { readonly: true },
  );
  try {
    const { key, salt } = databaseKey(vault.master, vault.header.vaultId);
    const hex = key.toString('hex');
    key.fill(0);
    if (context.json) context.out(JSON.stringify({ key: hex, salt: salt.toString('hex') }));
    else context.out(hex);
    return EXIT.done;
  } finally {
    vault.close();
  }
}
