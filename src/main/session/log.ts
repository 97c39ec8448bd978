import { stringify } from 'csv-stringify/sync';
import type { App } from '#main/app.ts';
import { writeOutput } from '#main/output.ts';
import type { Query } from '#main/services.ts';
import type { Given, Result } from '#shared/contract/index.ts';

/** By what names something leaves the vault. */
const LEAVES = ['%.export%', 'bundles.produce', 'bundles.freeze', '%.print'];

/** The audit log, newest first. */
export async function listLog({ db }: Query, input: Given<'log.list'>): Promise<Result<'log.list'>> {
  let entries = db
    .selectFrom('auditEntry')
    .leftJoin('matter', 'matter.id', 'auditEntry.matterId')
    .select([
      'seq',
      'at',
      'actor',
      'action',
      'entity',
      'entityId',
      'auditEntry.matterId',
      'matter.title as matterTitle',
      'detail',
    ])
    .orderBy('seq', 'desc')
    .limit(input.limit);
  if (input.matterId !== undefined) entries = entries.where('auditEntry.matterId', '=', input.matterId);
  if (input.action !== undefined) entries = entries.where('action', 'like', `${input.action}%`);
  if (input.left) entries = entries.where(({ or, eb }) => or(LEAVES.map((pattern) => eb('action', 'like', pattern))));
  if (input.from !== undefined) entries = entries.where('at', '>=', input.from);
  if (input.to !== undefined) entries = entries.where('at', '<=', `${input.to}T23:59:59.999Z`);
  if (input.before !== undefined) entries = entries.where('seq', '<', input.before);
  return entries.execute();
}

/** Writes the whole log as a table, oldest first, where the user says. It holds no text of a case. */
export async function exportLog({ session, host, clock }: App): Promise<Result<'log.export'>> {
  const target = await host.chooseTarget(`Log ${clock.today()}.csv`);
  if (target === null) return null;
  const columns = ['seq', 'at', 'actor', 'action', 'entity', 'entityId', 'matterId', 'detail'] as const;
  const rows = await session!.runner.db.selectFrom('auditEntry').select(columns).orderBy('seq').execute();
  // The mark at the start makes spreadsheets read it as UTF-8.
  const text = stringify(rows, { header: true, columns: [...columns], escape_formulas: true });
  const { sha256 } = await writeOutput(target, Buffer.from(`\ufeff${text}`, 'utf8'), { overwrite: true });
  const detail = JSON.stringify({ entries: rows.length, sha256 });
  await session!.runner.note({ action: 'log.export', entity: null, entityId: null, matterId: null, detail });
  return { entries: rows.length };
}
