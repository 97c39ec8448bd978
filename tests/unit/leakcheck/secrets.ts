import { type ScanReport, scanFiles } from '#main/leakcheck/scan.ts';
import type { Audience } from '#shared/domain/leakcheck/audience.ts';
import { type PaperRecord, type PartyRecord, secretsFor } from '#shared/domain/leakcheck/secrets.ts';

const party = (more: Partial<PartyRecord> & Pick<PartyRecord, 'id' | 'name'>): PartyRecord => ({
  kind: 'person',
  role: 'witness',
  nameNative: null,
  aliases: [],
  parentage: null,
  idNumber: null,
  address: null,
  phone: null,
  email: null,
  isProtected: false,
  pseudonym: null,
  courtSees: 'name',
  otherSideSees: 'name',
  publicSees: 'name',
  ...more,
});

const hidden = { isProtected: true, otherSideSees: 'pseudonym', publicSees: 'pseudonym' };

/** A protected witness with all that a record may hold, one with a name alone, and an accused whose name is open. */
export const PARTIES: PartyRecord[] = [
  party({
    id: 'a',
    name: 'Mehwish Qurban',
    nameNative: 'مہوش قربان',
    aliases: ['M. Qurban', 'Mehvish Kurban'],
    parentage: 'daughter of Qurban Elahi',
    idNumber: '42101-7654321-8',
    address: 'Flat 6, Mall Terrace, Lahore',
    phone: '0300-7654321',
    email: 'mehwish.q@example.org',
    pseudonym: 'Witness A',
    ...hidden,
  }),
  party({ id: 'b', name: 'Zubair Lodhi', pseudonym: 'Witness B', ...hidden }),
  party({
    id: 'c',
    name: 'Tariq Baloch',
    role: 'accused',
    idNumber: '35202-1111111-1',
    address: '9 Canal Road, Lahore',
  }),
];

export const PAPER: PaperRecord = {
  id: 'p',
  label: 'Exhibit 7 (privileged)',
  privilege: 'privileged',
  title: 'Note of advice to the client',
  files: [{ name: 'advice-note-to-client.docx', sha256: 'f'.repeat(64) }],
  text: [
    'We advise that the claim for damages should be settled at once, for the second witness would not survive ' +
      'cross-examination and the attendance sheet of that evening contradicts the statement.',
  ],
};

export const listFor = (audience: Audience = 'other-side', papers: PaperRecord[] = []) =>
  secretsFor(audience, PARTIES, papers);

/** Searches bytes as a file of this name. */
export async function scan(
  name: string,
  bytes: Uint8Array,
  list = listFor(),
  known: string[] = [],
): Promise<ScanReport> {
  const [report] = await scanFiles({ files: [{ name, handle: { kind: 'bytes', bytes } }], list, known }, () => {});
  return report!;
}
