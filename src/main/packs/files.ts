import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { PackText } from '#shared/packs/yaml.ts';
import { problem } from '#shared/problem.ts';

const LARGEST = 4_000_000;
const MOST_FILES = 200;
const isPart = (name: string) => /\.(ya?ml|json)$/i.test(name);

/** The text of every file of one pack's folder. @throws ProblemError `pack-unreadable` */
export function readFolder(dir: string): PackText[] {
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

/**
 * The files of a pack that somebody wrote: a folder of them, or one file.
 * @throws ProblemError `pack-unreadable` where there is none, or it is too large, or no text
 */
export function readPackFiles(place: string): PackText[] {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (!stat) throw problem('pack-unreadable', `There is no file or folder “${path.basename(place)}”.`);
  if (!stat.isDirectory()) return [{ file: path.basename(place), text: readText(place, path.basename(place)) }];
  const texts = readFolder(place);
  if (texts.length > 0) return texts;
  throw problem('pack-unreadable', `The folder “${path.basename(place)}” holds no part of a pack.`, {
    hint: 'A pack is one or more .yaml or .json files.',
  });
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
