import type { Inline, TableRow } from '../blocks/blocks.ts';
import { heading, inline, pageBreak } from '../blocks/build.ts';
import { longDate } from '../blocks/dates.ts';
import { parseDay } from '../dates/days.ts';
import { copyWords, deponentOf, orderWords } from './frame.ts';
import type { DraftSnapshot, SnapshotParty } from './snapshot.ts';
import { clause, sentence, when, written } from './words.ts';
import { stated, type Writer } from './writer.ts';

/** What documents against an order share: who brings them, the order, the time, grounds and relief. */

/** Those who bring it and those against whom it is brought, as the matter has its sides. */
export function camps(snapshot: DraftSnapshot): { ours: SnapshotParty[]; theirs: SnapshotParty[] } {
  const recorded = snapshot.inCause;
  const inCause = snapshot.parties.filter(({ id, role }) =>
    recorded.length > 0 ? recorded.includes(id) : role !== 'witness' && role !== 'counsel',
  );
  const clients = inCause.filter(({ isClient }) => isClient);
  const ours = clients.length > 0 ? clients : inCause.filter(({ side }) => side === 'ours');
  return { ours, theirs: inCause.filter((party) => !ours.includes(party) && party.side !== 'ours') };
}

/** The client who signs, else the first of our side. */
export const signatoryOf = (snapshot: DraftSnapshot) => deponentOf(snapshot, camps(snapshot).ours);

/** The order: what it is, what it decided and what it did not, when it was communicated, its certified copy. */
export function impugnedOrder(w: Writer, what: string): string {
  const order = w.snapshot.impugned;
  w.section('The order complained of');
  const first = w.numbered([`That this ${what} is made against `, ...orderWords(w), '.']);
  w.numbered([
    'That by that order the matter was ',
    w.need(order?.disposalText ?? null, 'what the order decided, and on what ground', 'impugned.disposalText'),
    '.',
  ]);
  if (order?.communicatedOn) w.numbered(`That the order was communicated on ${longDate(order.communicatedOn)}.`);
  w.numbered(copyWords(w));
  return first;
}

/** Whole days by which it is late; null where a day is not known. */
export function daysLate({ limitation }: DraftSnapshot): number | null {
  const due = parseDay(limitation?.due ?? '');
  const filing = parseDay(limitation?.filingOn ?? '');
  return due === undefined || filing === undefined ? null : Math.max(0, filing - due);
}

/** That it is in time, with every step of the count; where it is late, by how much and why. */
export function timeParagraphs(w: Writer, what: string): void {
  const { limitation, delay } = w.snapshot;
  const late = daysLate(w.snapshot);
  const at = 'limitation';
  w.section('Time');
  const counted: Inline[] = inline([
    `That the time for this ${what} is set by `,
    w.need(limitation?.citation ?? null, 'provision that sets the time', `${at}.citation`),
    '; it runs from ',
    w.needDate(limitation?.triggeredOn, 'day from which time runs', `${at}.triggeredOn`),
    ', and its last day is ',
    w.needDate(limitation?.due, 'last day', `${at}.due`),
  ]);
  if (late !== null && late > 0) {
    w.numbered([...counted, `; it is made on ${longDate(limitation!.filingOn!)}, ${days(late)} late.`]);
    w.numbered(stated(w, 'That the delay is explained as follows: ', delay, 'explanation of the delay', 'delay'));
  } else {
    w.numbered([
      ...counted,
      '; it is made on ',
      w.needDate(limitation?.filingOn, 'date of signing', 'verification.date'),
      ', within time.',
    ]);
    if (delay) w.numbered(stated(w, 'That as to time it is added: ', delay, '', 'delay'));
  }
  if (limitation && limitation.trace.length > 0) {
    const row = ({ date, text }: (typeof limitation.trace)[number]): TableRow => ({
      cells: [inline(date ? longDate(date.slice(0, 10)) : '–'), inline(text)],
    });
    w.add({
      kind: 'table',
      look: 'grid',
      columns: [
        { header: 'Day', width: 4 },
        { header: 'Count', width: 12 },
      ],
      rows: limitation.trace.map(row),
    });
  }
}

export const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;

/** Text of several paragraphs, each with a number of its own; a marked blank where there is none. */
function paragraphs(w: Writer, text: string | null | undefined, label: string, where: string): void {
  const parts = (text ?? '').split(/\n\s*\n/).filter((part) => part.trim() !== '');
  if (parts.length === 0) w.numbered([w.need(null, label, where), '.']);
  for (const part of parts) w.numbered(w.prose(sentence(part.trim())));
}

/** The facts: in the advocate's own words, else as the chronology has them. */
export function briefFacts(w: Writer): void {
  const { facts, answers } = w.snapshot;
  w.section('Facts');
  if (answers.facts?.trim() || facts.length === 0) {
    paragraphs(w, answers.facts, 'the facts in brief', 'answers.facts');
    return;
  }
  for (const fact of facts) {
    const dated = fact.date ? `That ${when(fact.date, fact.precision)}: ` : 'That: ';
    w.numbered([dated, clause(w.text(fact.text)), ...w.cited(fact.annexures), '.']);
  }
}

/** The grounds, lettered by themselves; at least one is asked for. */
export function groundsOf(w: Writer): void {
  const grounds = written(w.snapshot.grounds);
  w.section('Grounds');
  if (grounds.length === 0) {
    w.numbered(['That ', w.need(null, 'grounds: why the order is wrong', 'grounds'), '.']);
    return;
  }
  w.numbered('That the order can’t stand, on these grounds:');
  for (const { heading: title, text } of grounds) {
    w.numbered([...(title ? [`${clause(title)}: `] : []), ...w.prose(sentence(text))], 1);
  }
}

/** The relief: what this kind of document always asks, what the advocate adds, and what is still wanted. */
export function reliefOf(
  w: Writer,
  { lead, always, wanted }: { lead: string; always: readonly string[]; wanted: readonly string[] },
): void {
  const own = written(w.snapshot.prayers);
  const hasInterim = own.some(({ kind }) => kind === 'interim');
  w.add({
    kind: 'prayer',
    id: 'prayer',
    heading: 'PRAYER',
    lead: inline(lead),
    items: [
      ...always.map((text) => inline(`${text};`)),
      ...own.map(({ text }) => inline([...w.prose(clause(text)), ';'])),
      ...(hasInterim ? [] : wanted.map((label) => inline([w.need(null, label, 'prayers'), ';']))),
    ],
    close: inline('Any other relief that is found just may also be granted.'),
  });
}

/** The applicant's affidavit on a page of its own: which paragraphs are true, and what else is sworn. */
export function applicantAffidavit(
  w: Writer,
  deponent: SnapshotParty | null,
  paragraphs: { first: string; last: string },
  says: { title: string; true: string; besides: string },
): void {
  const { place, date } = w.snapshot.verification;
  w.add(pageBreak, heading(2, says.title, { align: 'center', underline: true }));
  const statements = [
    inline('That I am the applicant and know the facts of this application.'),
    inline([
      'That paragraphs ',
      { kind: 'ref', target: paragraphs.first },
      ' to ',
      { kind: 'ref', target: paragraphs.last },
      says.true,
    ]),
    inline(says.besides),
  ];
  affidavitBody(w, deponent, statements, { place, date });
}

/**
 * What an affidavit says: first person, numbered, with the deponent's description, occupation and identity number,
 * knowledge kept apart from belief, and the place for the attestation.
 */
export function affidavitBody(
  w: Writer,
  deponent: SnapshotParty | null,
  statements: readonly Inline[][],
  { place, date }: { place: string | null; date: string | null },
): void {
  const who: Inline[] = deponent
    ? w.described(deponent)
    : [w.need(null, 'who makes the affidavit', 'verification.deponentId')];
  w.add({
    kind: 'para',
    content: inline(['I, ', ...who, ', do hereby solemnly affirm and declare as under:']),
    align: 'justify',
    keepNext: true,
  });
  statements.forEach((content, i) => {
    w.add({ kind: 'numbered', id: `affidavit-${i + 1}`, list: 'affidavit', level: 0, content });
  });
  w.add({
    kind: 'verification',
    heading: 'VERIFICATION',
    content: inline([
      'Verified on oath at ',
      w.need(place, 'place of signing', 'verification.place'),
      ' on ',
      w.needDate(date, 'date of signing', 'verification.date'),
      ' that what is stated above is true and correct to the best of my knowledge and belief, what is said to be on information being believed to be true, and that nothing has been concealed.',
    ]),
    signatory: inline({ kind: 'text', text: 'DEPONENT', bold: true }),
  });
  w.add({
    kind: 'signature',
    left: [inline('Identified by: ______________________'), inline('Affirmed before me on ______________________')],
    right: [inline('Oath Commissioner')],
    through: null,
  });
}
