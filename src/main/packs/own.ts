import path from 'node:path';
import type { App } from '#main/app.ts';
import { recountBy, recountedBy } from '#main/diary/service.ts';
import type { Command, Query, Services } from '#main/services.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import type { PackLibrary } from '#shared/packs/library.ts';
import { readPack } from '#shared/packs/read.ts';
import type { LibraryError } from '#shared/packs/resolve.ts';
import { problem } from '#shared/problem.ts';
import { readPackFiles } from './files.ts';
import { ownRows } from './own-rows.ts';
import type { OwnPack } from './shelf.ts';

type PackFiles = Given<'packs.preview'>;
type Shown = Pick<Result<'packs.preview'>, 'id' | 'title' | 'version' | 'extends' | 'amends' | 'rows' | 'errors'>;

/** A correction is a few rows; a whole jurisdiction of the program's own is under 300,000 characters. */
const LARGEST = 500_000;
/** Shown at once; whoever mends these sees the next. */
const MOST_ERRORS = 100;

/** Asks for the files of a pack and reads them. */
export async function choose({ host }: App): Promise<Result<'packs.choose'>> {
  const chosen = await host.chooseFiles({ multiple: true, extensions: ['yaml', 'yml', 'json'] });
  const [first] = chosen;
  if (first === undefined) return null;
  const fileName = chosen.length > 1 ? path.basename(path.dirname(first)) : path.basename(first);
  return { fileName, files: chosen.flatMap(readPackFiles) };
}

/** The packs that the user installed. */
export async function own({ db, services }: Query): Promise<Result<'packs.own'>> {
  const packs = services.shelf.own();
  // One that is off is looked at as if it were on: its errors and what it would override are to be seen.
  const { library, errors } = services.shelf.tried(packs.map((pack) => ({ ...pack, enabled: true })));
  const used = await db
    .selectFrom('matter')
    .select(({ fn }) => ['pack', fn.countAll<number>().as('matters')])
    .where('deletedAt', 'is', null)
    .groupBy('pack')
    .execute();
  return packs.map((pack) => ({
    ...shownOf(pack, library, errors),
    fileName: pack.fileName,
    enabled: pack.enabled,
    installedAt: pack.installedAt,
    matters: used.find((row) => row.pack === pack.id)?.matters ?? 0,
  }));
}

function shownOf({ id, files }: OwnPack, library: PackLibrary, errors: readonly LibraryError[]): Shown {
  const manifest = readPack(files).source?.manifest;
  return {
    id,
    title: manifest?.title ?? id,
    version: manifest?.version ?? '',
    extends: manifest?.extends ?? null,
    amends: manifest?.amends ?? null,
    rows: ownRows(library, id),
    errors: errors
      .filter(({ pack }) => pack === id)
      .slice(0, MOST_ERRORS)
      .map(({ pack: _pack, ...error }) => error),
  };
}

/** A pack beside those that are installed, in the place of an earlier version of itself. */
function candidate(services: Services, { fileName, files }: PackFiles, installedAt: string) {
  if (files.reduce((sum, { text }) => sum + text.length, 0) > LARGEST) {
    throw problem('pack-too-large', `A pack holds at most ${LARGEST} characters in all. Nothing was installed.`, {
      field: 'files',
    });
  }
  const { source, errors } = readPack(files);
  const id = source?.manifest.id ?? fileName;
  const installed = services.shelf.own();
  const pack: OwnPack = { id, fileName, files, enabled: true, installedAt };
  const others = installed.filter((each) => each.id !== id);
  const tried = source ? services.shelf.tried([...others, pack]) : null;
  return {
    pack,
    replaces: installed.find((each) => each.id === id) ?? null,
    library: tried?.library ?? services.packs,
    errors: tried?.errors ?? errors.map((error) => ({ pack: id, ...error })),
  };
}

/** What a pack would do, if it were installed. */
export async function preview(context: Query, files: PackFiles): Promise<Result<'packs.preview'>> {
  const { pack, replaces, library, errors } = candidate(context.services, files, context.clock.now());
  const shown = shownOf(pack, library, errors);
  const before = replaces ? (readPack(replaces.files).source?.manifest.version ?? null) : null;
  if (shown.errors.length > 0) return { ...shown, replaces: before, moves: [] };
  return { ...shown, replaces: before, moves: await moved(context, library) };
}

/**
 * Installs a pack, in the place of an earlier version of itself, and counts the open deadlines again.
 * @throws ProblemError `pack-invalid` with the place and the reason of the first error
 */
export async function install(context: Command, files: PackFiles): Promise<Result<'packs.install'>> {
  const { db, services, clock } = context;
  const { pack, library, errors } = candidate(services, files, clock.now());
  const faults = errors.filter((error) => error.pack === pack.id);
  const [first] = faults;
  if (first) {
    const where = `${first.file}, line ${first.line}${first.path ? `, ${first.path}` : ''}`;
    const others = faults.length === 1 ? '' : ` It has ${faults.length} errors in all.`;
    throw problem('pack-invalid', `${where}: ${first.message}.${others} Nothing was installed.`, {
      field: 'files',
      hint: 'See all of them with: misl packs check',
    });
  }
  await db.deleteFrom('userPack').where('id', '=', pack.id).execute();
  const { id, fileName, installedAt } = pack;
  await db
    .insertInto('userPack')
    .values({ id, fileName, files: JSON.stringify(pack.files), enabled: 1, installedAt })
    .execute();
  return { id, moved: await recountBy(context, library) };
}

/** What would move if a pack were switched on, off or removed. */
export async function moves(context: Query, { id, to }: Given<'packs.moves'>): Promise<Result<'packs.moves'>> {
  const packs = context.services.shelf.own();
  find(packs, id);
  return moved(context, context.services.shelf.tried(changed(packs, id, to)).library);
}

/** Switches a pack on or off; it stays in the vault. @throws ProblemError `pack-in-use`, `pack-invalid` */
export async function enable(context: Command, { id, enabled }: Given<'packs.enable'>) {
  const { db, services } = context;
  const packs = services.shelf.own();
  find(packs, id);
  if (!enabled) await assertUnused(context, id);
  const { library, errors } = services.shelf.tried(changed(packs, id, enabled ? 'on' : 'off'));
  const fault = errors.find(({ pack }) => pack === id);
  if (enabled && fault) throw problem('pack-invalid', `${fault.file}, line ${fault.line}: ${fault.message}.`);
  await db
    .updateTable('userPack')
    .set({ enabled: Number(enabled) })
    .where('id', '=', id)
    .execute();
  await recountBy(context, library);
  return null;
}

/** @throws ProblemError `pack-in-use` */
export async function remove(context: Command, { id }: Given<'packs.remove'>) {
  const { db, services } = context;
  const packs = services.shelf.own();
  find(packs, id);
  await assertUnused(context, id);
  await db.deleteFrom('userPack').where('id', '=', id).execute();
  await recountBy(context, services.shelf.tried(changed(packs, id, 'removed')).library);
  return null;
}

const moved = async (context: Query, library: PackLibrary): Promise<Result<'packs.moves'>> =>
  (await recountedBy(context, library))
    .filter(({ from, to }) => from !== to)
    .map(({ fields: _fields, ...move }) => move);

function changed(packs: readonly OwnPack[], id: string, to: 'on' | 'off' | 'removed'): OwnPack[] {
  if (to === 'removed') return packs.filter((pack) => pack.id !== id);
  return packs.map((pack) => (pack.id === id ? { ...pack, enabled: to === 'on' } : pack));
}

function find(packs: readonly OwnPack[], id: string): OwnPack {
  const pack = packs.find((each) => each.id === id);
  if (pack) return pack;
  throw problem('unknown-pack', `No pack “${id}” was installed in this vault.`, {
    field: 'id',
    hint: packs.length > 0 ? `Installed: ${packs.map((each) => each.id).join(', ')}` : 'None is.',
  });
}

/** A matter without its pack would have no forums, no grounds and no clocks. */
async function assertUnused({ db, services }: Command, id: string) {
  const gone = [...services.packs.packs.values()].filter(({ chain }) => chain.includes(id)).map((pack) => pack.id);
  if (gone.length === 0) return;
  const rows = await db
    .selectFrom('matter')
    .select('reference')
    .where('pack', 'in', gone)
    .where('deletedAt', 'is', null)
    .orderBy('reference')
    .execute();
  if (rows.length === 0) return;
  const some = rows.slice(0, 3).map(({ reference }) => reference);
  const named = rows.length > some.length ? [...some, '…'] : some;
  const what = rows.length === 1 ? '1 matter is' : `${rows.length} matters are`;
  throw problem('pack-in-use', `${what} of this pack (${named.join(', ')}). Nothing was changed.`, {
    hint: 'Choose another jurisdiction for them first.',
  });
}
