import type { DraftSnapshot, SnapshotParty } from './snapshot.ts';

/** Whether this document's readers see a pseudonym in place of the party's name. */
export function isHidden(party: SnapshotParty, snapshot: DraftSnapshot): boolean {
  return party.pseudonymFor.includes(snapshot.audience);
}

/** A party by all its names. */
export interface NamedParty {
  name: string;
  nameNative: string | null;
  aliases?: readonly string[];
  pseudonym: string | null;
}

/** The text as this document's readers see it: see {@link replaceNames}. */
export function withPseudonyms(text: string, snapshot: DraftSnapshot): string {
  const hidden = snapshot.parties.filter((party) => isHidden(party, snapshot));
  const open = snapshot.parties.filter((party) => !isHidden(party, snapshot));
  return replaceNames(text, hidden, open);
}

/**
 * Puts pseudonyms in the place of protected names wherever they stand in text that people wrote: the full name in
 * either script, each alias, and each part of the name that no party with an open name shares.
 */
export function replaceNames(text: string, hidden: readonly NamedParty[], open: readonly NamedParty[]): string {
  if (hidden.length === 0) return text;
  const shared = new Set(open.flatMap((party) => wordsOf(party.name)));
  const openNames = new Set(open.flatMap(({ name, aliases = [] }) => [name, ...aliases]));
  let out = text;
  for (const party of hidden) {
    const stand = standInOf(party);
    const parts = wordsOf(party.name).filter((word) => word.length >= 3 && !shared.has(word));
    const aliases = (party.aliases ?? []).filter((alias) => !openNames.has(alias));
    const names = [party.name, party.nameNative ?? '', ...aliases, ...parts].filter((name) => name.trim() !== '');
    // The longest first: "Hina Bano" before "Hina".
    for (const name of names.sort((a, b) => b.length - a.length)) {
      out = out.replace(new RegExp(`(?<![\\p{L}\\p{N}])${pattern(name)}(?![\\p{L}\\p{N}])`, 'giu'), () => stand);
    }
  }
  return out;
}

/** What stands for a hidden party. */
export const standInOf = ({ pseudonym }: Pick<NamedParty, 'pseudonym'>) => pseudonym?.trim() || 'a protected person';

const wordsOf = (name: string) =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** A name as a pattern: its own signs taken as they are, any white space for a space. */
function pattern(name: string): string {
  return name
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    .join('\\s+');
}
