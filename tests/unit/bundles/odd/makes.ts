import { ABOUT, CONTENTS } from './contents.ts';
import type { OddFile } from './files.ts';
import { LEAST, LOCKED, REVISIONS, TREES } from './structures.ts';

/** Whole files, each of a make that is odd in one respect. */
export function oddMakes(): OddFile[] {
  return [...TREES, ...LEAST, ...REVISIONS, ...LOCKED, ...CONTENTS, ...ABOUT].map(([name, make]) => ({
    name,
    pdf: make(),
  }));
}
