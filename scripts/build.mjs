// Whether the program is built from the sources as they are. Plain JavaScript: start.mjs and misl.mjs use it.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './find.mjs';

/** When a file, or the newest one of a folder, was written; 0 where there is none. @param {string} place */
function writtenAt(place) {
  const full = path.join(root, place);
  const top = statSync(full, { throwIfNoEntry: false });
  if (!top?.isDirectory()) return top?.mtimeMs ?? 0;
  const files = readdirSync(full, { recursive: true, encoding: 'utf8' });
  return Math.max(top.mtimeMs, ...files.map((file) => statSync(path.join(full, file)).mtimeMs));
}

/** Whether out/ is newer than all that it is made of. */
export function isBuilt() {
  const built = Math.min(...['out/main/index.js', 'out/main/cli.js', 'out/preload', 'out/renderer'].map(writtenAt));
  const sources = [
    'src',
    'electron.vite.config.ts',
    'package.json',
    'package-lock.json',
    'scripts/packs.ts',
    'resources/packs',
  ].map(writtenAt);
  return built > Math.max(...sources);
}
