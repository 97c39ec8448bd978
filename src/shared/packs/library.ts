import { problem } from '../problem.ts';
import type { Pack } from './pack.ts';

/** The packs that are installed, each with what it inherits. */
export interface PackLibrary {
  readonly packs: ReadonlyMap<string, Pack>;
}

/** @throws ProblemError `unknown-pack` */
export function getPack(library: PackLibrary, id: string): Pack {
  const pack = library.packs.get(id);
  if (!pack) {
    throw problem('unknown-pack', `There is no pack “${id}”.`, {
      field: 'pack',
      hint: `Installed: ${[...library.packs.keys()].join(', ')}`,
    });
  }
  return pack;
}
