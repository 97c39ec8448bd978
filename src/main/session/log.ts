import { stringify } from 'csv-stringify/sync';
import type { ExpressionBuilder } from 'kysely';
import type { App } from '#main/app.ts';
import { writeOutput } from '#main/output.ts';
import type { Query } from '#main/services.ts';
import type { Schema } from '#main/store/schema.ts';
import type { Given, Result } from '#shared/contract/index.ts';

/** By what names something leaves the vault. */
const LEAVES = [
  '%.export%',
  'bundles.produce',
  'bundles.freeze',
  '%.print',
  'exhibits.custodySheet',
  'statement.copy',
  'leakcheck.override',
];

type Which = Pick<Given<'log.list'>, 'matterId' | 'action' | 'left' | 'from' | 'to'>;

/** The entries of a matter, a kind, some days, or of what left the vault. */
function matching({ matterId, action, left, from, to }: Which) {
  return ({ and, or, eb }: ExpressionBuilder<Schema, 'auditEntry'>) =>
    and([
      ...(matterId === undefined ? [] : [eb('auditEntry.matterId', '=', matterId)]),
      ...(action === undefined ? [] : [eb('auditEntry.action', 'like', `${action.replace(/[%_]/g, '')}%`)]),
      ...(left ? [or(LEAVES.map((pattern) => eb('auditEntry.action', 'like', pattern)))] : []),
      ...(from === undefined ? [] : [eb('auditEntry.at', '>=', from)]),
      ...(to === undefined ? [] : [eb('auditEntry.at', '<=', `${to}T23:59:59.999Z`)]),
    ]);
}

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
    .where(matching(input) as never)
    .orderBy('seq', 'desc')
    .limit(input.limit);
  if (input.before !== undefined) entries = entries.where('seq', '<', input.before);
  return entries.execute();
}

const COLUMNS = ['seq', 'at', 'actor', 'action', 'entity', 'entityId', 'matterId', 'detail'] as const;

/** Writes entries of the log, oldest first, as a table or as JSON, where the user says. They hold no text of a case. */
export async function exportLog(
  { session, host, clock }: App,
  { format, ...which }: Given<'log.export'>,
): Promise<Result<'log.export'>> {
  const target = await host.chooseTarget(`Log ${clock.today()}.${format}`);
  if (target === null) return null;
  const { db } = session!.runner;
  const rows = await db.selectFrom('auditEntry').select(COLUMNS).where(matching(which)).orderBy('seq').execute();
  const text =
    format === 'json'
      ? `${JSON.stringify(rows.map(({ detail, ...row }) => ({ ...row, detail: detail === null ? null : JSON.parse(detail) })))}\n`
      : // The mark at the start makes spreadsheets read it as UTF-8.
        `\ufeff${stringify(rows, { header: true, columns: [...COLUMNS], escape_formulas: true })}`;
  const { sha256 } = await writeOutput(target, Buffer.from(text, 'utf8'), { overwrite: true });
  const detail = JSON.stringify({ entries: rows.length, sha256 });
  await session!.runner.note({ action: 'log.export', entity: null, entityId: null, matterId: null, detail });
  return { entries: rows.length };
}
