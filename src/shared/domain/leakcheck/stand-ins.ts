import { type NamedParty, replaceNames, standInOf } from '../drafting/names.ts';
import { fold } from './fold.ts';
import { NameFinder } from './names.ts';

/**
 * Puts pseudonyms in the place of hidden names, as `replaceNames` does. A name in a spelling that no record has is left
 * as it stands, whole: were a part of it replaced, the search of the finished file would no longer know the rest.
 */
export function standIns(hidden: readonly NamedParty[], open: readonly NamedParty[]): (text: string) => string {
  if (hidden.length === 0) return (text) => text;
  const finder = new NameFinder(hidden.flatMap(namesOf), open.flatMap(namesOf));
  const pseudonyms = hidden.map(standInOf).sort((a, b) => b.length - a.length);
  /** Whether nothing but pseudonyms is left of a name, or of names that stand together. */
  const isWhole = (replaced: string) =>
    !/[\p{L}\p{N}]/u.test(pseudonyms.reduce((rest, each) => rest.replaceAll(each, ' '), replaced));
  return (text) => {
    const folded = fold(text);
    let out = '';
    let done = 0;
    for (const { from, to } of finder.find(folded)) {
      const start = folded.at[from]!;
      const end = endOf(text, folded.at[to - 1]!);
      const found = text.slice(start, end);
      const replaced = replaceNames(found, hidden, open);
      out += replaceNames(text.slice(done, start), hidden, open) + (isWhole(replaced) ? replaced : found);
      done = end;
    }
    return out + replaceNames(text.slice(done), hidden, open);
  };
}

const namesOf = ({ name, nameNative, aliases = [] }: NamedParty) =>
  [name, nameNative, ...aliases].filter((each) => each !== null);

/** After a letter at a place, with the marks that sit on it. */
function endOf(text: string, at: number): number {
  const [letter = ''] = /^.[\p{M}\p{Cf}]*/su.exec(text.slice(at, at + 16)) ?? [];
  return at + Math.max(1, letter.length);
}
