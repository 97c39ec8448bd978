import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readPack } from '#shared/packs/read.ts';
import type { LibraryError } from '#shared/packs/resolve.ts';
import type { PackFile } from '#shared/packs/schema.ts';
import type { PackSource, SourceFile } from '#shared/packs/source.ts';
import type { PackText } from '#shared/packs/yaml.ts';
import { readFolder } from './files.ts';

/**
 * The program's own packs as the build read and checked them, so that opening a vault parses no YAML. What it was made
 * from is named by a hash: where a file was changed since, the files themselves are read.
 */
interface Compiled {
  /** SHA-256 of the names and texts of all files. */
  sum: string;
  packs: { file: string; value: PackFile }[][];
}

interface PackFolder {
  name: string;
  texts: PackText[];
}

/** Beside the built program; for the program run from its source, where `npm run build` puts it. */
const PLACES = ['packs.json', '../../../out/main/packs.json'].map((place) => path.join(import.meta.dirname, place));

/** The sources of all packs of a folder, and what is wrong with the others. */
export function readPackFolders(root: string): { sources: PackSource[]; errors: LibraryError[] } {
  const folders = foldersOf(root);
  const compiled = compiledOf(sumOf(folders));
  if (compiled) return { sources: compiled, errors: [] };
  const sources: PackSource[] = [];
  const errors: LibraryError[] = [];
  for (const { name, texts } of folders) {
    const { source, errors: faults } = readPack(texts);
    if (source) sources.push(source);
    errors.push(...faults.map((fault) => ({ pack: name, ...fault })));
  }
  return { sources, errors };
}

/** What the build writes beside the program. @throws Error where a pack has errors */
export function compilePacks(root: string): string {
  const folders = foldersOf(root);
  const packs = folders.map(({ name, texts }) => {
    const { source, errors } = readPack(texts);
    if (!source) throw new Error(`${name}/${errors[0]?.file}:${errors[0]?.line}: ${errors[0]?.message}`);
    return source.files.map(({ file, value }) => ({ file, value }));
  });
  return JSON.stringify({ sum: sumOf(folders), packs } satisfies Compiled);
}

function foldersOf(root: string): PackFolder[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => ({ name, texts: readFolder(path.join(root, name)) }));
}

function sumOf(folders: readonly PackFolder[]): string {
  const hash = createHash('sha256');
  for (const { name, texts } of folders) {
    for (const { file, text } of texts) hash.update(`${name}/${file}\0${text.length}\0${text}`);
  }
  return hash.digest('hex');
}

function compiledOf(sum: string): PackSource[] | null {
  const place = PLACES.find((file) => existsSync(file));
  if (!place) return null;
  let compiled: Compiled;
  try {
    compiled = JSON.parse(readFileSync(place, 'utf8')) as Compiled;
  } catch {
    return null;
  }
  return compiled.sum === sum ? compiled.packs.map(sourceOf) : null;
}

function sourceOf(files: Compiled['packs'][number]): PackSource {
  const sources: SourceFile[] = files.map(({ file, value }) => ({
    file,
    value,
    // The build refuses packs with errors: a place is never asked for.
    errorAt: (at, message) => ({ file, line: 1, column: 1, path: at.map(String).join('.'), message }),
  }));
  const home = sources.find(({ value }) => value.pack)!;
  return { manifest: home.value.pack!, files: sources, home };
}
