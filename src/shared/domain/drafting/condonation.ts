import type { Inline, TableRow } from '../blocks/blocks.ts';
import { heading, inline } from '../blocks/build.ts';
import { longDate } from '../blocks/dates.ts';
import { addDays, parseDay } from '../dates/days.ts';
import { annexureList, causeTitle, courtMeta, orderWords, signatures, verification } from './frame.ts';
import { applicantAffidavit, camps, days, daysLate, reliefOf, signatoryOf } from './remedy.ts';
import type { DraftSnapshot } from './snapshot.ts';
import { sentence } from './words.ts';
import { type Built, emphasised, stated, type Writer, writer } from './writer.ts';

/**
 * The application for condonation of delay: the section, the last day and the day of filing, the number of days, a
 * ledger that accounts for each of them, the cause with its proof, diligence, merits and prejudice, and a separate
 * affidavit. It is filed with the main case.
 */
export function condonation(snapshot: DraftSnapshot): Built {
  const w = writer(snapshot);
  const { ours, theirs } = camps(snapshot);
  const signatory = signatoryOf(snapshot);
  const { answers, limitation } = snapshot;
  const late = daysLate(snapshot);
  causeTitle(
    w,
    {
      first: { parties: ours, role: 'Applicant', label: 'applicant' },
      second: { parties: theirs, role: 'Respondent', label: 'respondent' },
    },
    'Application',
  );
  const section = answers.section?.trim() ? w.text(answers.section.trim()) : sectionFor(snapshot);
  w.add(
    heading(2, `Application under ${section}, for condonation of delay`, { align: 'center', underline: true }),
    emphasised('Respectfully sheweth:'),
  );
  w.section('The main case and the delay');
  const first = w.numbered([
    'That with this application the applicant files ',
    ...need(w, 'mainCase', 'the main case: what is filed with this application'),
    ', against ',
    ...orderWords(w),
    '.',
  ]);
  w.numbered([
    'That the time for it is set by ',
    w.need(limitation?.citation ?? null, 'provision that sets the time', 'limitation.citation'),
    '; its last day was ',
    w.needDate(limitation?.due, 'last day', 'limitation.due'),
    '; it is filed on ',
    w.needDate(limitation?.filingOn, 'date of signing', 'verification.date'),
    '; the delay is of ',
    late === null ? w.need(null, 'number of days', 'limitation.due') : inline(days(late))[0]!,
    '.',
  ]);
  if (limitation && /\b2010\b/.test(limitation.citation)) {
    w.numbered(
      'That the period is set by a special law, and to the extent that section 29(2) of the Limitation Act, 1908 keeps section 5 out, the applicant asks that the same explanation be taken as sufficient cause in the discretion of the forum.',
    );
  }
  w.section('How each day passed');
  w.numbered('That the days from the last day to the day of filing passed as this table shows:');
  ledger(w);
  w.section('Sufficient cause');
  w.numbered(
    stated(w, 'That the cause of the delay is: ', snapshot.delay, 'cause of the delay, with its proof', 'delay'),
  );
  w.numbered(
    stated(
      w,
      'That there was no negligence: ',
      answers.diligence ?? null,
      'why there was no negligence',
      'answers.diligence',
    ),
  );
  w.numbered(
    stated(
      w,
      'That the main case deserves to be heard: ',
      answers.merits ?? null,
      'merits of the main case, in a line',
      'answers.merits',
    ),
  );
  const last = w.numbered(
    stated(
      w,
      'That the other side suffers no prejudice that costs cannot meet: ',
      answers.prejudice ?? null,
      'why the other side is not prejudiced',
      'answers.prejudice',
    ),
  );
  reliefOf(w, {
    lead: 'It is therefore respectfully prayed that:',
    always: [
      late ? `the delay of ${days(late)} be condoned` : 'the delay be condoned',
      'the main case be heard and decided on its merits',
    ],
    wanted: [],
  });
  signatures(w, signatory, 'Applicant');
  verification(w, first, last, signatory);
  annexureList(w);
  applicantAffidavit(
    w,
    signatory,
    { first, last },
    {
      title: 'AFFIDAVIT IN SUPPORT OF THE APPLICATION FOR CONDONATION OF DELAY',
      true: ' of the application, and the table of days in it, are true to my own knowledge, save what is said there to rest on documents, which I believe to be true.',
      besides: 'That the delay was neither deliberate nor for any advantage.',
    },
  );
  return w.done(courtMeta(snapshot, 'Application for condonation of delay'));
}

function need(w: Writer, key: string, label: string): Inline[] {
  const answer = w.snapshot.answers[key]?.trim();
  return answer ? w.prose(answer) : [w.need(null, label, `answers.${key}`)];
}

/** Where time may be extended: the Acts of Pakistan and India number it alike. */
function sectionFor({ pack }: DraftSnapshot): string {
  return pack.id === 'in' ? 'section 5 of the Limitation Act, 1963' : 'section 5 of the Limitation Act, 1908';
}

export interface LedgerLine {
  from: string;
  to: string;
  text: string;
}

const DAY = '\\d{4}-\\d{2}-\\d{2}';
const LINE = new RegExp(`^\\s*(${DAY})(?:\\s*(?:to|–|-|\\.\\.)\\s*(${DAY}))?\\s*[:;,–-]?\\s*(\\S.*)$`);

/** Reads "2026-10-02 to 2026-10-05: waiting for the copy", line by line; what is no such line is given back apart. */
export function readLedger(text: string): { lines: LedgerLine[]; unread: string[] } {
  const lines: LedgerLine[] = [];
  const unread: string[] = [];
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const [, from = '', to = from, what = ''] = LINE.exec(line) ?? [];
    if (parseDay(from) === undefined || parseDay(to) === undefined || to < from) unread.push(line.trim());
    else lines.push({ from, to, text: what });
  }
  return { lines: lines.sort((a, b) => a.from.localeCompare(b.from)), unread };
}

/** The lines of a period in order, with the stretches that no line explains: `text` is null there. */
export function accountedFor(
  lines: readonly LedgerLine[],
  from: string,
  to: string,
): (Omit<LedgerLine, 'text'> & { text: string | null })[] {
  const out: ReturnType<typeof accountedFor> = [];
  let next = from;
  for (const line of lines) {
    if (line.to < from || line.from > to) continue;
    if (line.from > next) out.push({ from: next, to: addDays(line.from, -1), text: null });
    out.push(line);
    if (line.to >= next) next = addDays(line.to, 1);
  }
  if (next <= to) out.push({ from: next, to, text: null });
  return out;
}

/** One row for each stretch of days; those that nothing explains are marked blanks. */
function ledger(w: Writer): void {
  const { answers, limitation } = w.snapshot;
  const { lines, unread } = readLedger(answers.ledger ?? '');
  const late = daysLate(w.snapshot);
  const label = 'what was done on these days';
  const all =
    late && limitation?.due && limitation.filingOn
      ? accountedFor(lines, addDays(limitation.due, 1), limitation.filingOn)
      : lines;
  const span = ({ from, to }: { from: string; to: string }) =>
    from === to ? longDate(from) : `${longDate(from)} to ${longDate(to)}`;
  const count = ({ from, to }: { from: string; to: string }) => parseDay(to)! - parseDay(from)! + 1;
  const row = (line: (typeof all)[number]): TableRow => ({
    cells: [
      inline(span(line)),
      inline(String(count(line))),
      line.text === null ? [w.need(null, `${label}: ${span(line)}`, 'answers.ledger')] : w.prose(sentence(line.text)),
    ],
    marked: line.text === null,
  });
  const rows: TableRow[] = [
    ...all.map(row),
    ...unread.map((text): TableRow => ({ cells: [inline('–'), inline('–'), w.prose(text)] })),
  ];
  w.add({
    kind: 'table',
    look: 'grid',
    columns: [
      { header: 'Days', width: 5 },
      { header: 'Number', width: 2, align: 'center' },
      { header: 'How they passed', width: 9 },
    ],
    rows: rows.length > 0 ? rows : [{ cells: [[w.need(null, label, 'answers.ledger')], inline('–'), inline('–')] }],
  });
}
