import type { DraftSnapshot, SnapshotParty } from '#shared/domain/drafting/snapshot.ts';

const person = (id: string, role: string, name: string, more: Partial<SnapshotParty> = {}): SnapshotParty => ({
  id,
  role,
  side: 'ours',
  kind: 'person',
  name,
  nameNative: null,
  isClient: false,
  isProtected: false,
  pseudonym: null,
  pseudonymFor: [],
  parentage: 'daughter of Karim Bano',
  cnic: '35202-1234567-1',
  occupation: 'singer',
  address: '12 Canal View, Lahore',
  ...more,
});

/** An invented complaint with everything in it. */
export function fullSnapshot(): DraftSnapshot {
  return {
    today: '2026-11-23',
    audience: 'court',
    matter: { id: 'm1', title: 'H. Bano v. S. Malik', reference: 'M-001' },
    pack: { id: 'pk-punjab', name: 'Punjab' },
    forum: { kind: 'ombudsperson', name: 'The Ombudsperson Punjab', place: 'Lahore' },
    proceeding: { id: 'p1', numberText: null, year: 2026, type: 'Complaint', filedOn: null },
    parties: [
      person('c', 'complainant', 'Hina Bano', { isClient: true, nameNative: 'حنا بانو' }),
      person('a', 'accused', 'Sajid Malik', {
        side: 'theirs',
        parentage: 'son of Rashid Malik',
        cnic: '35202-7654321-9',
        occupation: 'music producer',
        address: '4 Mall Road, Lahore',
      }),
      person('w1', 'witness', 'Farida Qasim', {
        isProtected: true,
        pseudonym: 'Witness A',
        pseudonymFor: ['court', 'public'],
      }),
      person('w2', 'witness', 'Omar Javed'),
    ],
    inCause: [],
    organisation: {
      name: 'Tamarind Studios (Private) Limited',
      address: '4 Mall Road, Lahore',
      employer: 'Nadia Shah, Chief Executive',
    },
    standing: {
      complainant: 'she was engaged as a singer for four sessions at fixed hours against payment by the session',
      accused: 'he is the company’s head of production and directed the sessions',
      workplace: 'the studio of the organisation at 4 Mall Road, and the rehearsal hall that it hired for the concert',
      jurisdiction: 'the organisation works within the Punjab only, and has its office in Lahore',
      definition: {
        text: '“employee” means a regular or contractual employee whether employed on daily, weekly, monthly or hourly basis, and includes an intern or an apprentice',
        citation: 'Section 2(f), as in force in the Punjab on 6 September 2026',
      },
    },
    incidents: [
      {
        id: 'i1',
        date: '2026-09-06',
        precision: 'minute',
        dateTo: null,
        time: '20:15',
        place: 'Studio B, 4 Mall Road, Lahore',
        act: 'the accused sent the others out, closed the door and put his arm round the complainant against her will',
        words: '“You will not sing anywhere if you make a scene”',
        witnessIds: ['w1'],
        otherWitnesses: null,
        effect: 'The complainant could not finish the session and lost the fee for it.',
        annexures: ['x1', 'x2'],
      },
      {
        id: 'i2',
        date: '2026-09-19',
        precision: 'about',
        dateTo: null,
        time: '18:00',
        place: 'the rehearsal hall, Gulberg, Lahore',
        act: 'the accused repeated the remark before the band, as Farida Qasim heard',
        words: null,
        witnessIds: ['w1', 'w2'],
        otherWitnesses: null,
        effect: 'She withdrew from the concert of 26 September 2026.',
        annexures: ['x3'],
      },
    ],
    continuing: 'the second act repeats the first, by the same person in the same work, and the two are one series',
    reporting: [
      { date: '2026-09-21', text: 'the complainant told Nadia Shah by mail, and had no answer', annexures: ['x3'] },
    ],
    facts: [
      {
        date: '2026-08-04',
        precision: 'day',
        text: 'the organisation engaged the complainant by a contract letter',
        annexures: ['x1'],
      },
    ],
    witnesses: [
      { partyId: 'w1', about: 'the evening of 6 September 2026' },
      { partyId: 'w2', about: null },
    ],
    annexures: [
      { id: 'x1', mark: 'A', title: 'Contract letter', date: '2026-08-04', pages: 3, form: 'copy' },
      { id: 'x2', mark: 'B', title: 'Call sheet of the session', date: '2026-09-06', pages: 2, form: 'copy' },
      { id: 'x3', mark: 'C', title: 'Mail to the Chief Executive', date: '2026-09-21', pages: 1, form: 'printout' },
    ],
    prayers: [
      { kind: 'penalty', text: 'a major penalty under section 4(4) be imposed on the accused' },
      { kind: 'compensation', text: 'compensation be recovered from him for the loss of four sessions' },
      { kind: 'interim', text: 'the accused be kept from the complainant’s sessions until the decision' },
    ],
    parallel: [
      {
        title: 'suit for defamation',
        forum: 'the District Judge, Lahore',
        numberText: 'Suit No. 88/2026',
        status: 'pending; no interim order',
      },
    ],
    delay: 'the complaint is made within three months of the first act; the complainant first wrote to the employer',
    confidentiality: 'the names of the witnesses and of the complainant are not to be given to the press',
    verification: { place: 'Lahore', date: '2026-11-23', deponentId: 'c' },
    counsel: {
      name: 'A. Advocate',
      licence: 'PBC-12345',
      bar: 'Lahore High Court',
      mobile: '0300-1234567',
      address: null,
    },
    impugned: null,
    limitation: null,
    grounds: [],
    answers: {},
  };
}

/** The same matter on its first day: nothing is known but who is who. */
export function bareSnapshot(): DraftSnapshot {
  const full = fullSnapshot();
  const bare = { parentage: null, cnic: null, occupation: null, address: null };
  return {
    ...full,
    forum: { ...full.forum, place: null },
    parties: full.parties.slice(0, 2).map((party) => ({ ...party, ...bare })),
    organisation: null,
    standing: { complainant: null, accused: null, workplace: null, jurisdiction: null, definition: null },
    incidents: [],
    continuing: null,
    reporting: [],
    facts: [],
    witnesses: [],
    annexures: [],
    prayers: [],
    parallel: [],
    delay: null,
    confidentiality: null,
    verification: { place: null, date: null, deponentId: null },
    counsel: null,
  };
}
