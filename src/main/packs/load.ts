import path from 'node:path';
import type { PackLibrary } from '#shared/packs/library.ts';
import { readPack } from '#shared/packs/read.ts';
import { buildLibrary, type LibraryError } from '#shared/packs/resolve.ts';
import type { PackSource } from '#shared/packs/source.ts';
import { readPackFolders } from './compiled.ts';
import { readPackFiles } from './files.ts';

/**
 * Loads the packs of the program, and beside them those that a user installed in a vault.
 * @param folders folders of pack folders, such as `resources/packs`
 * @param own packs that the user installed, in the order in which they were
 * @returns the packs without errors, and what is wrong with the others
 */
export function loadPacks(
  folders: readonly string[],
  own: readonly PackSource[] = [],
): { library: PackLibrary; errors: LibraryError[] } {
  const read = folders.map(readPackFolders);
  const built = buildLibrary([...read.flatMap(({ sources }) => sources), ...own]);
  return { library: built.library, errors: [...read.flatMap(({ errors }) => errors), ...built.errors] };
}

/** Checks a pack that somebody wrote, a folder or one file, against the packs that it may extend or amend. */
export function checkPackFolder(place: string, installed: string): { id: string | null; errors: LibraryError[] } {
  const { source, errors } = readPack(readPackFiles(place));
  const name = source?.manifest.id ?? path.basename(path.resolve(place));
  if (!source) return { id: null, errors: errors.map((error) => ({ pack: name, ...error })) };
  const others = readPackFolders(installed).sources.filter(({ manifest }) => manifest.id !== name);
  const built = buildLibrary([...others, source]);
  return { id: name, errors: built.errors.filter(({ pack }) => pack === name) };
}
