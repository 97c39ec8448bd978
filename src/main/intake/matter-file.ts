import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { App } from '#main/app.ts';
import { attachFiles, enterCustody, nextNumber, type StoredFile, storeFiles } from '#main/evidence/service.ts';
import type { Command } from '#main/services.ts';
import { create } from '#main/store/rows.ts';
import type { MatterFile } from '#shared/contract/matter-file.ts';
import { problem } from '#shared/problem.ts';
import { type LoadedKeys, loadAccounts, loadMatter, readMatterFile } from './load.ts';

export interface LoadedMatter {
  matterId: string;
  reference: string;
  title: string;
}

/**
 * Loads a matter file with the exhibits that lie beside it. Files go into the vault first, where nothing refers to them
 * yet; then everything becomes visible in one transaction, so that a fault anywhere leaves no half of a matter.
 *
 * @param folder where the paths of the exhibits' files begin
 * @param options `also` adds more to the matter in the same transaction
 */
export async function loadMatterFile(
  app: App,
  value: unknown,
  folder: string,
  signal?: AbortSignal,
  options: { sample?: boolean; also?: (context: Command, keys: LoadedKeys) => Promise<void> } = {},
): Promise<LoadedMatter> {
  const { runner, services } = app.session!;
  const file = readMatterFile(value);
  await assertFiles(file, folder);
  const stored = await storeAll({ services, signal }, filesOf(file, folder));
  const { value: loaded } = await runner.run({ name: 'matters.load', undoable: true }, async (context) => {
    const keys = await loadMatter(context, file, options);
    let next = 0;
    for (const exhibit of file.exhibits) {
      const own = stored.slice(next, next + exhibit.files.length);
      next += own.length;
      keys.exhibit.set(exhibit.key, await loadExhibit(context, exhibit, own, keys));
    }
    await loadAccounts(context, file, keys);
    await options.also?.(context, keys);
    const { reference, title } = await context.db
      .selectFrom('matter')
      .select(['reference', 'title'])
      .where('id', '=', keys.matterId)
      .executeTakeFirstOrThrow();
    return { matterId: keys.matterId, reference, title };
  });
  return loaded;
}

/** Takes the files of a matter file into the vault, all or none. */
async function storeAll(parts: Parameters<typeof storeFiles>[0], files: string[]): Promise<StoredFile[]> {
  const stored = await storeFiles(parts, files);
  return stored.map((file) => {
    if ('refused' in file) throw problem('cannot-read', `${file.refused} Nothing was loaded.`);
    return file;
  });
}

async function loadExhibit(
  context: Command,
  { key: _key, files: _files, marks, custody, ...fields }: MatterFile['exhibits'][number],
  stored: StoredFile[],
  { matterId, proceeding }: LoadedKeys,
): Promise<string> {
  const { db, newId } = context;
  const number = await nextNumber(db, matterId);
  const exhibitId = await create(context, 'exhibit', { matterId, number, kind: stored[0]?.kind ?? 'other', ...fields });
  for (const entry of custody) await enterCustody(context, { matterId, exhibitId }, entry);
  await attachFiles(context, { matterId, exhibitId }, stored);
  for (const { proceeding: key, mark } of marks) {
    const proceedingId = proceeding.get(key)!;
    await db.insertInto('exhibitMark').values({ id: newId(), matterId, exhibitId, proceedingId, mark }).execute();
  }
  return exhibitId;
}

function filesOf(file: MatterFile, folder: string): string[] {
  return file.exhibits.flatMap(({ files }) => files.map((name) => path.join(folder, name)));
}

/** A matter file names files beside it, and no others: it may come from somebody else. */
async function assertFiles(file: MatterFile, folder: string) {
  const home = await realpath(folder);
  for (const [i, { files }] of file.exhibits.entries()) {
    for (const [j, name] of files.entries()) {
      const field = `exhibits.${i}.files.${j}`;
      const full = await realpath(path.join(home, name)).catch(() => null);
      if (full === null || !(await lstat(full)).isFile())
        throw problem('no-such-file', `${field}: there is no file ${name}. Nothing was loaded.`, { field });
      if (!full.startsWith(home + path.sep))
        throw problem(
          'outside-folder',
          `${field}: ${name} lies outside the folder of the matter file. Nothing was loaded.`,
          { field },
        );
    }
  }
}
