import type { Inline } from '../blocks/blocks.ts';
import { type Content, heading, inline } from '../blocks/build.ts';
import { longDate } from '../blocks/dates.ts';
import { annexureList, causeTitle, courtMeta, deponentOf, partiesIn, signatures, verification } from './frame.ts';
import type { DraftSnapshot, SnapshotIncident, SnapshotPrayer } from './snapshot.ts';
import { capital, clause, listed, sentence, when, written } from './words.ts';
import { type Built, emphasised, stated, type Writer, writer } from './writer.ts';

const ACT = 'the Protection against Harassment of Women at the Workplace Act, 2010';

/**
 * The complaint under the 2010 Act, to an Inquiry Committee (s.4) or the Ombudsperson (s.8), with the particulars that
 * rule 5 of the Rules of 2013 asks for: comprehensive facts, witnesses, annexed evidence, verified true and correct.
 */
export function complaintPhw(snapshot: DraftSnapshot): Built {
  const w = writer(snapshot);
  const complainants = partiesIn(snapshot, ['complainant'], 'ours');
  const accused = partiesIn(snapshot, ['accused'], 'theirs');
  const signatory = deponentOf(snapshot, complainants);
  const toCommittee = snapshot.forum.kind === 'committee';

  causeTitle(
    w,
    {
      first: { parties: complainants, role: 'Complainant', label: 'complainant' },
      second: { parties: accused, role: 'Accused', label: 'accused' },
    },
    'Complaint',
  );
  const provision = toCommittee ? 'section 4' : 'section 8';
  w.add(
    heading(2, `Complaint under ${provision} of ${ACT}, read with rule 5 of the Rules of 2013`, {
      align: 'center',
      underline: true,
    }),
    emphasised('Respectfully sheweth:'),
  );

  const first = jurisdiction(w, toCommittee);
  standing(w);
  facts(w);
  w.section('The incidents');
  if (snapshot.incidents.length === 0) {
    w.numbered([
      'That ',
      w.need(null, 'the incidents: date, time, place, act, words, witnesses, effect', 'incidents'),
      '.',
    ]);
  }
  for (const each of snapshot.incidents) incident(w, each);
  w.numbered(
    stated(
      w,
      'That as to whether the acts continue or form one series: ',
      snapshot.continuing,
      'whether the acts continue or form a series',
      'continuing',
    ),
  );
  reporting(w);
  witnesses(w);
  evidence(w);
  const last = otherMatters(w);
  prayer(w);
  signatures(w, signatory, 'Complainant');
  verification(w, first, last, signatory);
  annexureList(w);
  return w.done(courtMeta(snapshot, 'Complaint under the 2010 Act'));
}

function jurisdiction(w: Writer, toCommittee: boolean): string {
  const { forum, standing } = w.snapshot;
  const name = forum.name.trim().replace(/^the\s+/i, '');
  const chosen: Content = name === '' ? w.need(null, 'forum', 'forum.name') : `the ${name}`;
  const option = toCommittee ? 'the Committee constituted under section 3' : 'this forum alone, under section 8(1)';
  w.section('Forum and jurisdiction');
  return w.numbered([
    'That this complaint is made to ',
    ...inline(chosen),
    `, the complainant having chosen ${option} of the Act. `,
    ...stated(
      w,
      'Jurisdiction: ',
      standing.jurisdiction,
      'basis of jurisdiction: province and organisation',
      'standing.jurisdiction',
    ),
  ]);
}

function standing(w: Writer): void {
  const { standing: s, organisation, parties } = w.snapshot;
  w.section('The parties and the workplace');
  const body = organisation?.name ?? parties.find((party) => party.role === 'organisation')?.name ?? null;
  w.numbered([
    'That the organisation is ',
    w.need(body, 'organisation', 'organisation.name'),
    ', of ',
    w.need(organisation?.address, 'address of the organisation', 'organisation.address'),
    ', and its employer within the meaning of the Act is ',
    w.need(organisation?.employer && clause(organisation.employer), 'employer: name and post', 'organisation.employer'),
    '.',
  ]);
  w.numbered(
    stated(
      w,
      'That the complainant is a complainant within section 2(e), and has the standing that section 2(f) asks for, in that: ',
      s.complainant,
      'role of the complainant and how section 2(e) and (f) fit',
      'standing.complainant',
    ),
  );
  const definition = s.definition;
  const lead = 'That the definition in force on the day of the first incident reads as follows: ';
  if (definition) {
    w.numbered(lead);
    w.add({ kind: 'quote', content: inline(definition.text), source: inline(definition.citation) });
  } else {
    w.numbered([lead, w.need(null, 'definition in force on the day of the incident', 'standing.definition'), '.']);
  }
  w.numbered(
    stated(
      w,
      'That the accused is an employee or the employer of the organisation within section 2(a), in that: ',
      s.accused,
      'post of the accused and how section 2(a) fits',
      'standing.accused',
    ),
  );
  w.numbered(
    stated(
      w,
      'That the acts took place at the workplace within section 2(n): ',
      s.workplace,
      'workplace: place and work, section 2(n)',
      'standing.workplace',
    ),
  );
}

function facts(w: Writer): void {
  if (w.snapshot.facts.length === 0) return;
  w.section('The facts before and around the incidents');
  for (const fact of w.snapshot.facts) {
    const dated = fact.date ? `That ${when(fact.date, fact.precision)}: ` : 'That: ';
    w.numbered([dated, clause(w.text(fact.text)), ...w.cited(fact.annexures), '.']);
  }
}

function incident(w: Writer, each: SnapshotIncident): void {
  const at = `incidents.${each.id}`;
  const date: Inline[] = each.date
    ? inline(when(each.date, each.precision, each.dateTo))
    : inline(['on ', w.need(null, 'date of the incident', `${at}.date`)]);
  w.numbered([
    'That ',
    ...date,
    ', at ',
    w.need(each.time, 'time of the incident', `${at}.time`),
    ', at ',
    w.need(each.place && clause(each.place), 'place of the incident', `${at}.place`),
    ': ',
    clause(w.text(each.act)),
    ...w.cited(each.annexures),
    '.',
  ]);
  if (each.words) w.numbered(['What was said or written: ', sentence(w.text(each.words))], 1);
  const seen = each.witnessIds.flatMap((id) =>
    w.snapshot.parties.filter((party) => party.id === id).map((party) => w.name(party)),
  );
  const others = each.otherWitnesses ? clause(w.text(each.otherWitnesses)) : '';
  const named = [...seen, ...(others !== '' && !seen.includes(others) ? [others] : [])];
  w.numbered(
    [
      'Witnesses: ',
      w.need(listed(named), 'witnesses of the incident, or that there were none', `${at}.witnesses`),
      '.',
    ],
    1,
  );
  w.numbered(
    ['Effect on the complainant’s work: ', ...stated(w, '', each.effect, 'effect on work', `${at}.effect`)],
    1,
  );
}

function reporting(w: Writer): void {
  w.section('Earlier reporting');
  const earlier = written(w.snapshot.reporting);
  if (earlier.length === 0) {
    w.numbered([
      'That before this complaint ',
      w.need(null, 'to whom it was reported and when, or that it was not', 'reporting'),
      '.',
    ]);
  }
  for (const each of earlier) {
    const lead = each.date ? `That on ${longDate(each.date)}: ` : 'That ';
    w.numbered([lead, ...w.prose(clause(each.text)), ...w.cited(each.annexures), '.']);
  }
}

function witnesses(w: Writer): void {
  w.section('Witnesses and evidence');
  const list = w.snapshot.witnesses.flatMap((each) => {
    const party = w.snapshot.parties.find(({ id }) => id === each.partyId);
    return party ? [{ party, about: each.about }] : [];
  });
  if (list.length === 0) {
    w.numbered(['That the witnesses of the complainant are ', w.need(null, 'names of witnesses', 'witnesses'), '.']);
    return;
  }
  w.numbered('That the witnesses of the complainant are:');
  for (const { party, about } of list) {
    w.numbered([w.name(party), about ? `, who will speak to: ${sentence(w.text(about))}` : '.'], 1);
  }
}

function evidence(w: Writer): void {
  const { annexures } = w.snapshot;
  if (annexures.length === 0) {
    w.numbered([
      'That the evidence annexed is ',
      w.need(null, 'audio, video and documents to be annexed', 'annexures'),
      '.',
    ]);
    return;
  }
  w.numbered('That the complainant relies on the following, annexed to this complaint:');
  for (const each of annexures) {
    w.numbered(
      [w.text(clause(each.title)), each.date ? `, ${longDate(each.date)}` : '', ...w.cited([each.id]), '.'],
      1,
    );
  }
}

/** Delay, parallel proceedings, confidentiality: expected of every complaint. Gives the last paragraph's id. */
function otherMatters(w: Writer): string {
  const { parallel, delay, confidentiality } = w.snapshot;
  w.section('Time, other proceedings and confidentiality');
  w.numbered([
    'That the Act sets no period for a complaint under section 4 or 8, and under the Code of Conduct not reporting at once does not affect the merits. ',
    ...stated(w, 'As to the time that has passed: ', delay, 'explanation of delay, or that there was none', 'delay'),
  ]);
  const stance = w.snapshot.answers[OTHER_PROCEEDINGS] ?? null;
  if (parallel.length === 0) {
    w.numbered(stated(w, 'That ', stance, 'other proceedings on the same events, or that there are none', 'parallel'));
  } else {
    w.numbered('That the following other proceedings concern the same events:');
    for (const each of parallel) {
      const number = each.numberText ? `, ${each.numberText}` : '';
      w.numbered(
        `${capital(clause(w.text(each.title)))}${number}, before ${clause(each.forum)}: ${sentence(w.text(each.status))}`,
        1,
      );
    }
  }
  return w.numbered(
    stated(
      w,
      'That the complainant asks that the proceedings be kept confidential as section 4(3) provides: ',
      confidentiality,
      'what is to be kept confidential, and from whom',
      'confidentiality',
    ),
  );
}

/** The answer that says of other proceedings what the records do not have: "no other proceeding is pending". */
const OTHER_PROCEEDINGS = 'parallel';

const WANTED: [SnapshotPrayer['kind'], string][] = [
  ['penalty', 'penalty sought under section 4(4)'],
  ['compensation', 'compensation sought'],
  ['interim', 'interim separation or other interim relief sought'],
];

function prayer(w: Writer): void {
  const prayers = written(w.snapshot.prayers);
  const missing = WANTED.filter(([kind]) => !prayers.some((each) => each.kind === kind));
  w.add({
    kind: 'prayer',
    id: 'prayer',
    heading: 'PRAYER',
    lead: inline('It is therefore respectfully prayed that this complaint be accepted, and that:'),
    items: [
      ...prayers.map((each) => inline([...w.prose(clause(each.text)), ';'])),
      ...missing.map(([, label]) => inline([w.need(null, label, 'prayers'), ';'])),
    ],
    close: inline('Any other relief that the forum finds just may also be granted.'),
  });
}
