import type { Command, Query } from '#main/services.ts';
import type { Given } from '#shared/contract/index.ts';

export async function getSettings({ db }: Query): Promise<Record<string, string>> {
  const rows = await db.selectFrom('setting').selectAll().execute();
  return Object.fromEntries(rows.map(({ id, value }) => [id, value]));
}

export async function setSetting({ db }: Command, { key, value }: Given<'settings.set'>) {
  await db
    .insertInto('setting')
    .values({ id: key, value })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ value }))
    .execute();
  return null;
}
