import { type Audience, isHiddenFrom, isWithheld, type Visibility } from './audience.ts';

/** A party as the leak check needs it. */
export interface PartyRecord extends Visibility {
  id: string;
  kind: string;
  role: string;
  name: string;
  nameNative: string | null;
  aliases: string[];
  parentage: string | null;
  idNumber: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
}

/** An exhibit that is marked privileged or without prejudice. */
export interface PaperRecord {
  id: string;
  /** "Exhibit 17": how the report names it. */
  label: string;
  privilege: string;
  title: string;
  files: { name: string; sha256: string }[];
  /** Its text, page by page. */
  text: string[];
}

/** Something that these readers may not learn. */
export interface Secret {
  kind: 'name' | 'identity-number' | 'phone' | 'email' | 'address';
  value: string;
  /** The pseudonym, or the role: what may be said of whom it is about. */
  party: string;
  partyId: string;
}

export interface SecretList {
  secrets: Secret[];
  /** Names that may be read: a hit that is one of them, letter by letter, is none. */
  openNames: string[];
  papers: PaperRecord[];
}

/**
 * Everything that a file for these readers may not hold. Of a hidden party: name, aliases, parentage, numbers, address.
 * The public also gets no numbers and addresses of private persons whose names it may read.
 */
export function secretsFor(
  audience: Audience,
  parties: readonly PartyRecord[],
  papers: readonly PaperRecord[],
): SecretList {
  const secrets: Secret[] = [];
  const openNames: string[] = [];
  for (const party of parties) {
    const isHidden = isHiddenFrom(party, audience);
    const isPrivate = audience === 'public' && party.kind === 'person' && party.role !== 'counsel';
    const about = { party: party.pseudonym ?? `the ${party.role}`, partyId: party.id };
    const add = (kind: Secret['kind'], value: string | null) => {
      if (value !== null && value.trim() !== '') secrets.push({ kind, value: value.trim(), ...about });
    };
    const names = [party.name, party.nameNative, ...party.aliases];
    if (isHidden) for (const name of [...names, parentOf(party.parentage)]) add('name', name);
    else openNames.push(...names.filter((name) => name !== null));
    if (!isHidden && !isPrivate) continue;
    add('identity-number', party.idNumber);
    add('address', party.address);
    for (const phone of (party.phone ?? '').split(/[,;\n]| or /)) add('phone', phone);
    for (const email of (party.email ?? '').split(/[,;\s]+/)) add('email', email);
  }
  return { secrets, openNames, papers: papers.filter(({ privilege }) => isWithheld(privilege, audience)) };
}

/** "daughter of Anwar Hussain" → "Anwar Hussain", where that is a name of more than one word. */
function parentOf(parentage: string | null): string | null {
  const name = (parentage ?? '').replace(/^.*?\b(?:of|s\/o|d\/o|w\/o)\s+/i, '').trim();
  return /\S\s+\S/.test(name) ? name : null;
}
