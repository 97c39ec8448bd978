import type { App } from '#main/app.ts';
import type { Query } from '#main/services.ts';
import type { Given, Result } from '#shared/contract/index.ts';

/** What Ctrl-Z would take back, and what Ctrl-Shift-Z would put again. */
export async function lastCommands({ db }: Query): Promise<Result<'undo.last'>> {
  const newest = db
    .selectFrom('command')
    .select(['id', 'name', 'undoes'])
    .where('undoable', '=', 1)
    .where('undoneBy', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('change').select('change.id').whereRef('commandId', '=', 'command.id')),
    )
    .orderBy('id', 'desc');
  const undo = await newest.where('name', '!=', 'undo').executeTakeFirst();
  const last = await newest.executeTakeFirst();
  // Only while nothing was done since: a new command ends the line of redoing.
  const redo = last?.name === 'undo' ? last : undefined;
  const undone = redo?.undoes
    ? await db.selectFrom('command').select('name').where('id', '=', redo.undoes).executeTakeFirst()
    : undefined;
  return {
    undo: undo ? { id: undo.id, name: await originalName(db, undo) } : null,
    redo: redo ? { id: redo.id, name: undone?.name ?? redo.name } : null,
  };
}

/** A redo is shown by the name of what it does again. */
async function originalName(db: Query['db'], command: { name: string; undoes: string | null }): Promise<string> {
  let { name, undoes } = command;
  while (undoes !== null) {
    const row = await db.selectFrom('command').select(['name', 'undoes']).where('id', '=', undoes).executeTakeFirst();
    if (!row) break;
    ({ name, undoes } = row);
  }
  return name;
}

export async function takeBackCommand({ session }: App, { id }: Given<'undo.take'>) {
  const { value } = await session!.runner.undo(id);
  return value;
}
