import path from 'node:path';
import { type CliContext, type Command, EXIT } from '#main/cli/command.ts';
import { columns } from '#main/cli/table.ts';
import { readArgs } from '#main/cli/usage.ts';
import { verifyAudit } from '#main/vault/audit.ts';
import { type OpenVault, openVault } from '#main/vault/vault.ts';

export const auditCommand: Command = {
  name: 'audit',
  usage: 'V [--verify]',
  summary: 'Shows the audit log, oldest first; with --verify checks that no entry was altered, removed or put in.',
  example: 'audit Chamber.misl --verify',
  async run(context) {
    const { values, positionals } = readArgs(context.args, { verify: { type: 'boolean' } }, { min: 1 });
    const secret = { passphrase: await context.passphrase() };
    const vault = await openVault(path.resolve(positionals[0]!), secret, { readonly: true });
    try {
      return values.verify ? check(context, vault) : list(context, vault);
    } finally {
      vault.close();
    }
  },
};

function check(context: CliContext, { db, auditKey }: OpenVault): number {
  const { entries, problems } = verifyAudit(db, auditKey);
  const ok = problems.length === 0;
  if (context.json) context.out(JSON.stringify({ ok, entries, problems }));
  else for (const line of ok ? [`${entries} entries, all whole and in their order.`] : problems) context.out(line);
  if (ok) return EXIT.done;
  context.err(`misl: the audit log is not what was written (${problems.length} found).`);
  return EXIT.refused;
}

function list(context: CliContext, { db }: OpenVault): number {
  const entries = db
    .prepare(
      'SELECT seq, at, actor, action, entity, entity_id AS entityId, matter_id AS matterId, detail FROM audit_entry ORDER BY seq',
    )
    .all() as Record<string, string | number | null>[];
  if (context.json) context.out(JSON.stringify(entries));
  else {
    const rows = entries.map(({ seq, at, actor, action, entity, entityId, detail }) =>
      [seq, at, actor, action, entity, entityId, detail].map((cell) => String(cell ?? '')),
    );
    for (const line of columns(rows)) context.out(line);
  }
  return EXIT.done;
}
