import type { MatterFile } from '#shared/contract/matter-file.ts';
import { matterFile } from '#shared/contract/matter-file.ts';
import { addDays } from '#shared/domain/dates/days.ts';
import type { Random } from './random.ts';

/** Small invented matters, for the sample vault's diary and lists and for trials with many. */

const INITIALS = 'ABDFGHJKLMNRSTZ'.split('');
const SURNAMES = [
  'Anwar',
  'Malik',
  'Bano',
  'Noor',
  'Sheikh',
  'Batool',
  'Idrees',
  'Haroon',
  'Yousaf',
  'Tariq',
  'Rafiq',
  'Jamil',
  'Dara',
  'Saleem',
  'Qadir',
  'Baloch',
  'Mirza',
  'Khokhar',
  'Lodhi',
  'Gill',
  'Pirzada',
  'Zaman',
  'Rahim',
  'Sultan',
  'Waheed',
];
const BODIES = [
  'Kikar Textiles',
  'Tamarind Industries',
  'Cedar Bank Ltd.',
  'Fernhill Schools',
  'Larkspur Hospital',
  'Hill College',
  'City Water Board',
  'Sandal Packaging',
  'Northgate Clinic',
  'Ravi Printers',
  'Union Council 14',
  'Labour Department',
  'Canal Foods',
  'Minar Cables',
  'Neelum Motors',
];

interface Kind {
  pack: string;
  forum: MatterFile['proceedings'][number]['forum'];
  forumName: string;
  seat: string;
  type: string;
  number: (serial: number, year: number) => string;
  stages: string[];
  against: 'person' | 'body';
}

const KINDS: Kind[] = [
  {
    pack: 'pk-punjab',
    forum: 'high-court',
    forumName: 'Lahore High Court',
    seat: 'Lahore',
    type: 'writ',
    number: (n, y) => `W.P. ${n}/${y}`,
    stages: ['admission', 'arguments', 'reply of the respondents', 'hearing'],
    against: 'body',
  },
  {
    pack: 'pk-punjab',
    forum: 'district-court',
    forumName: 'District Court Lahore',
    seat: 'Lahore',
    type: 'suit',
    number: (n, y) => `Suit ${n}/${y}`,
    stages: ['framing of issues', 'evidence of the plaintiff', 'cross-examination', 'final arguments'],
    against: 'person',
  },
  {
    pack: 'pk-punjab',
    forum: 'ombudsperson',
    forumName: 'Ombudsperson Punjab',
    seat: 'Lahore',
    type: 'complaint',
    number: (n, y) => `Complaint ${n}/${y}`,
    stages: ['written defence', 'evidence', 'cross-examination', 'order'],
    against: 'person',
  },
  {
    pack: 'pk-punjab',
    forum: 'civil-court',
    forumName: 'Civil Court Lahore',
    seat: 'Lahore',
    type: 'suit',
    number: (n, y) => `Suit ${n}/${y}`,
    stages: ['written statement', 'issues', 'evidence', 'arguments'],
    against: 'body',
  },
  {
    pack: 'pk-punjab',
    forum: 'magistrate',
    forumName: 'Magistrate Model Town',
    seat: 'Lahore',
    type: 'criminal',
    number: (n, y) => `FIR ${n}/${y}`,
    stages: ['copies', 'charge', 'prosecution evidence', 'statement of the accused'],
    against: 'person',
  },
  {
    pack: 'pk-federal',
    forum: 'high-court',
    forumName: 'Islamabad High Court',
    seat: 'Islamabad',
    type: 'writ',
    number: (n, y) => `W.P. ${n}/${y}`,
    stages: ['notice', 'comments', 'arguments'],
    against: 'body',
  },
  {
    pack: 'pk-sindh',
    forum: 'high-court',
    forumName: 'High Court of Sindh',
    seat: 'Karachi',
    type: 'petition',
    number: (n, y) => `C.P. D-${n}/${y}`,
    stages: ['katcha peshi', 'hearing', 'orders'],
    against: 'body',
  },
  {
    pack: 'pk-punjab',
    forum: 'supreme-court',
    forumName: 'Supreme Court of Pakistan',
    seat: 'Islamabad',
    type: 'leave',
    number: (n, y) => `C.P.L.A. ${n}-L/${y}`,
    stages: ['leave', 'hearing'],
    against: 'body',
  },
];

const TIMES = ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30'];

/** One invented matter, with hearings around `today` so that something is always due. */
export function inventMatter(random: Random, today: string): MatterFile {
  const kind = random.pick(KINDS);
  const person = () => `${random.pick(INITIALS)}. ${random.pick(SURNAMES)}`;
  const ours = person();
  const theirs = kind.against === 'body' ? random.pick(BODIES) : person();
  const age = 40 + random.below(1400);
  const filedOn = addDays(today, -age);
  const year = Number(filedOn.slice(0, 4));
  const stage = random.pick(kind.stages);
  const ended = random.chance(0.12);
  const nextIn = random.below(45);
  const forgotten = random.chance(0.08);
  const room = `Court ${1 + random.below(24)}`;

  const hearings = [];
  for (let before = age - 30; before > 4 && hearings.length < 8; before -= 20 + random.below(120)) {
    const adjourned = random.chance(0.4);
    hearings.push({
      date: weekday(addDays(today, -before)),
      time: random.pick(TIMES),
      room,
      purpose: random.pick(kind.stages),
      outcome: adjourned ? 'adjourned' : 'held',
      adjournedBy: adjourned ? random.pick(['us', 'other-side', 'other-side', 'court']) : null,
    });
  }
  if (!ended && !forgotten)
    hearings.push({ date: weekday(addDays(today, nextIn)), time: random.pick(TIMES), room, purpose: stage });

  const deadlines =
    random.chance(0.3) && !ended
      ? [
          {
            title: random.pick(['Written submissions', 'List of witnesses', 'Reply to the application', 'Process fee']),
            dueOn: weekday(addDays(today, 1 + random.below(60))),
          },
        ]
      : [];
  const orders = ended
    ? [
        {
          date: weekday(addDays(today, -random.below(30))),
          kind: 'disposal',
          disposal: random.pick(['allowed', 'dismissed', 'withdrawn', 'settled']),
          ground: random.pick(['MERITS', 'LIM', 'DEF-P']),
          merits: random.pick(['yes', 'no']),
          finality: 'open',
          effect: 'open',
          favours: random.pick(['us', 'them']),
        },
      ]
    : [];

  return matterFile.parse({
    format: 'misl-matter',
    version: 1,
    matter: { title: `${ours} v. ${theirs}`, clientRole: 'petitioner', pack: kind.pack, openedOn: filedOn },
    parties: [
      { key: 'ours', role: 'petitioner', name: ours, isClient: true, side: 'ours' },
      {
        key: 'theirs',
        role: 'respondent',
        name: theirs,
        kind: kind.against === 'body' ? 'organisation' : 'person',
        side: 'theirs',
      },
    ],
    proceedings: [
      {
        key: 'p',
        forum: kind.forum,
        forumName: kind.forumName,
        seat: kind.seat,
        type: kind.type,
        year,
        numberText: kind.number(100 + random.below(60_000), year),
        ourRole: 'petitioner',
        stage,
        filedOn,
        parties: [
          { party: 'ours', role: 'petitioner' },
          { party: 'theirs', role: 'respondent' },
        ],
        hearings,
        orders,
        deadlines,
      },
    ],
  });
}

/** Courts do not sit at the weekend. */
function weekday(date: string): string {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 6 ? addDays(date, 2) : day === 0 ? addDays(date, 1) : date;
}
