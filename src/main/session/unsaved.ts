import type { App } from '#main/app.ts';
import type { Query } from '#main/services.ts';
import type { Given, Result } from '#shared/contract/index.ts';

/** How many forms are kept: more than anybody has open, and few enough never to be in the way. */
const MOST = 20;

/**
 * Keeps what stands in a form. It is no change of the case files: it enters neither the log nor what undo remembers, so
 * it is written beside the commands and not by one.
 */
export async function keepUnsaved({ session, clock }: App, input: Given<'unsaved.keep'>) {
  const { vault, runner } = session!;
  if (vault.readOnly) return null;
  await runner.db.transaction().execute(async (db) => {
    // The matter may have gone meanwhile; what was typed must not.
    const matter = await db.selectFrom('matter').select('id').where('id', '=', input.matterId).executeTakeFirst();
    const row = { ...input, matterId: matter?.id ?? null, keptAt: clock.now() };
    await db
      .insertInto('unsavedEdit')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
    const newest = db.selectFrom('unsavedEdit').select('id').orderBy('keptAt', 'desc').orderBy('id').limit(MOST);
    await db.deleteFrom('unsavedEdit').where('id', 'not in', newest).execute();
  });
  return null;
}

export async function dropUnsaved({ session }: App, { id }: Given<'unsaved.drop'>) {
  const { vault, runner } = session!;
  if (vault.readOnly) return null;
  await runner.db.transaction().execute((db) => db.deleteFrom('unsavedEdit').where('id', '=', id).execute());
  return null;
}

export function listUnsaved({ db }: Query): Promise<Result<'unsaved.list'>> {
  return db
    .selectFrom('unsavedEdit')
    .leftJoin('matter', 'matter.id', 'unsavedEdit.matterId')
    .select([
      'unsavedEdit.id',
      'form',
      'recordId',
      'unsavedEdit.matterId',
      'matter.title as matterTitle',
      'content',
      'keptAt',
    ])
    .orderBy('keptAt', 'desc')
    .execute();
}
