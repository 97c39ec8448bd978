import type { DraftSnapshot, SnapshotParty } from './snapshot.ts';

/** Whether this document's readers see a pseudonym in place of the party's name. */
export function isHidden(party: SnapshotParty, snapshot: DraftSnapshot): boolean {
  return party.isProtected && party.pseudonymFor.includes(snapshot.audience);
}

/**
 * Puts pseudonyms in the place of protected names wherever they stand in text that people wrote: the full name in
 * either script, and each part of it that no party with an open name shares.
 */
export function withPseudonyms(text: string, snapshot: DraftSnapshot): string {
  const hidden = snapshot.parties.filter((party) => isHidden(party, snapshot));
  if (hidden.length === 0) return text;
  const open = new Set(
    snapshot.parties.filter((party) => !isHidden(party, snapshot)).flatMap((party) => wordsOf(party.name)),
  );
  let out = text;
  for (const party of hidden) {
    const stand = party.pseudonym ?? 'a protected person';
    const parts = wordsOf(party.name).filter((word) => word.length >= 3 && !open.has(word));
    const names = [party.name, party.nameNative ?? '', ...parts].filter((name) => name.trim() !== '');
    // The longest first: "Hina Bano" before "Hina".
    for (const name of names.sort((a, b) => b.length - a.length)) {
      out = out.replace(new RegExp(`(?<![\\p{L}\\p{N}])${pattern(name)}(?![\\p{L}\\p{N}])`, 'giu'), () => stand);
    }
  }
  return out;
}

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
