import type { Query } from '#main/services.ts';
import type { Given, Result } from '#shared/contract/index.ts';

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
  if (input.from !== undefined) entries = entries.where('at', '>=', input.from);
  if (input.to !== undefined) entries = entries.where('at', '<=', `${input.to}T23:59:59.999Z`);
  if (input.before !== undefined) entries = entries.where('seq', '<', input.before);
  return entries.execute();
}
