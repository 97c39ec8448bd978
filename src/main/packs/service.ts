import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { PackLibrary } from '#shared/packs/library.ts';
import { readPack } from '#shared/packs/read.ts';
import { buildLibrary, type LibraryError } from '#shared/packs/resolve.ts';
import type { PackSource } from '#shared/packs/source.ts';
import type { PackText } from '#shared/packs/yaml.ts';
import { problem } from '#shared/problem.ts';

const LARGEST = 4_000_000;
const MOST_FILES = 200;
const isPart = (name: string) => /\.(ya?ml|json)$/i.test(name);

/** The text of every file of one pack's folder. @throws ProblemError `pack-unreadable` */
function readFolder(dir: string): PackText[] {
  let names: string[];
  try {
    names = readdirSync(dir).filter(isPart).sort();
  } catch (error) {
    throw problem('pack-unreadable', 'The folder of the pack cannot be read.', { field: 'pack' }, error);
  }
  if (names.length > MOST_FILES) {
    throw problem('pack-unreadable', `The folder holds ${names.length} files; a pack has at most ${MOST_FILES}.`, {
      field: 'pack',
    });
  }
  return names.map((file) => ({ file, text: readText(path.join(dir, file), file) }));
}

function readText(place: string, file: string): string {
  const stat = statSync(place);
  if (!stat.isFile() || stat.size > LARGEST) {
    throw problem('pack-unreadable', `“${file}” is too large for a part of a pack, or is no file.`, { field: 'pack' });
  }
  const bytes = readFileSync(place);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw problem('pack-unreadable', `“${file}” is not UTF-8 text.`, { field: 'pack' }, error);
  }
}

function readPackFolder(dir: string): ReturnType<typeof readPack> {
  return readPack(readFolder(dir));
}

function readPackFolders(root: string): { sources: PackSource[]; errors: LibraryError[] } {
  const sources: PackSource[] = [];
  const errors: LibraryError[] = [];
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    const { source, errors: faults } = readPackFolder(path.join(root, entry.name));
    if (source) sources.push(source);
    errors.push(...faults.map((fault) => ({ pack: entry.name, ...fault })));
  }
  return { sources, errors };
}

/**
 * Loads the packs that are installed, and those that the user wrote.
 * @param folders folders of pack folders, such as `resources/packs`
 * @returns the packs without errors, and what is wrong with the others
 */
export function loadPacks(folders: readonly string[]): { library: PackLibrary; errors: LibraryError[] } {
  const read = folders.map(readPackFolders);
  const built = buildLibrary(read.flatMap(({ sources }) => sources));
  return { library: built.library, errors: [...read.flatMap(({ errors }) => errors), ...built.errors] };
}

/** Checks a pack that somebody wrote, against the packs that it may extend. */
export function checkPackFolder(dir: string, installed: string): { id: string | null; errors: LibraryError[] } {
  const { source, errors } = readPackFolder(dir);
  const name = source?.manifest.id ?? path.basename(path.resolve(dir));
  if (!source) return { id: null, errors: errors.map((error) => ({ pack: name, ...error })) };
  const others = readPackFolders(installed).sources.filter(({ manifest }) => manifest.id !== name);
  const built = buildLibrary([...others, source]);
  return { id: name, errors: built.errors.filter(({ pack }) => pack === name) };
}
