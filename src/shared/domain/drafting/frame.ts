import type { AnnexureItem, Block, DocumentMeta, Inline } from '../blocks/blocks.ts';
import {
  bold,
  COURT_A4_INDIA,
  COURT_LEGAL,
  heading,
  inline,
  PRINT_A4,
  pageBreak,
  para,
  pleadingMeta,
} from '../blocks/build.ts';
import { longDate } from '../blocks/dates.ts';
import type { DraftSnapshot, SnapshotParty } from './snapshot.ts';
import { clause, forumLine } from './words.ts';
import type { Writer } from './writer.ts';

/** The parts that pleadings of one court share: title, parties, signature, verification, list of annexures. */

/** Page, size of type and spacing as the courts of the pack want them. */
export function courtMeta(snapshot: DraftSnapshot, title: string): DocumentMeta {
  if (snapshot.pack.id === 'in') return pleadingMeta(title, { page: COURT_A4_INDIA, size: 14 });
  if (snapshot.pack.id.startsWith('pk')) return pleadingMeta(title, { page: COURT_LEGAL });
  return pleadingMeta(title, { page: { ...PRINT_A4, top: 25, bottom: 25, binding: 30, outer: 25 }, size: 12 });
}

export interface Sides {
  first: { parties: SnapshotParty[]; role: string; label: string };
  second: { parties: SnapshotParty[]; role: string; label: string };
}

/** "BEFORE THE OMBUDSPERSON PUNJAB, LAHORE", the number, and the parties on both sides. */
export function causeTitle(w: Writer, sides: Sides, type: string): void {
  const { forum, proceeding } = w.snapshot;
  w.add(
    forum.name.trim() === ''
      ? heading(1, ['BEFORE THE ', w.need(null, 'forum', 'forum.name')])
      : heading(1, forumLine(forum.name, forum.place)),
  );
  const number = proceeding.numberText ?? `${type} No. ______ of ${proceeding.year ?? w.snapshot.today.slice(0, 4)}`;
  w.add(para(number, { align: 'center' }));
  const side = ({ parties, role, label }: Sides['first']) => ({
    entries:
      parties.length > 0
        ? parties.map((party) => w.described(party))
        : [[w.need(null, `name of the ${label}`, 'parties')]],
    role: parties.length > 1 ? plural(role) : role,
  });
  w.add({ kind: 'parties', first: side(sides.first), versus: 'Versus', second: side(sides.second) });
}

const plural = (role: string) => `${role}s`;

/** Parties by role, else by side where none has the role. */
export function partiesIn(
  snapshot: DraftSnapshot,
  roles: readonly string[],
  side: SnapshotParty['side'],
): SnapshotParty[] {
  const byRole = snapshot.parties.filter((party) => roles.includes(party.role));
  if (byRole.length > 0) return byRole;
  const nobody = new Set(['witness', 'counsel']);
  return snapshot.parties.filter((party) => party.side === side && !nobody.has(party.role));
}

/** Who signs: the deponent named in the verification, else the first of the side. */
export function deponentOf(snapshot: DraftSnapshot, side: readonly SnapshotParty[]): SnapshotParty | null {
  return snapshot.parties.find(({ id }) => id === snapshot.verification.deponentId) ?? side[0] ?? null;
}

/** Place and date, the signatory, and counsel "through" whom it is filed. */
export function signatures(w: Writer, signatory: SnapshotParty | null, role: string): void {
  const { verification, counsel } = w.snapshot;
  const counselLines: Inline[][] = counsel
    ? [
        inline(w.need(counsel.name, 'counsel’s name', 'counsel.name')),
        inline(['Advocate, ', w.need(counsel.bar, 'counsel’s bar', 'counsel.bar')]),
        inline(['Licence No. ', w.need(counsel.licence, 'counsel’s licence number', 'counsel.licence')]),
        ...(counsel.mobile ? [inline(`Mobile ${counsel.mobile}`)] : []),
        ...(counsel.address ? [inline(counsel.address)] : []),
      ]
    : [];
  w.add({
    kind: 'signature',
    left: [
      inline(['Place: ', w.need(verification.place, 'place of signing', 'verification.place')]),
      inline(['Dated: ', w.needDate(verification.date, 'date of signing', 'verification.date')]),
    ],
    right: [inline(signatory ? w.name(signatory) : ''), [bold(role)]],
    through: counsel ? { label: 'Through', lines: counselLines } : null,
  });
}

/** The verification on oath, over the paragraphs from the first to the last. */
export function verification(w: Writer, from: string, to: string, signatory: SnapshotParty | null): void {
  const { place, date } = w.snapshot.verification;
  w.add({
    kind: 'verification',
    heading: 'VERIFICATION',
    content: inline([
      'Verified on oath at ',
      w.need(place, 'place of signing', 'verification.place'),
      ' on ',
      w.needDate(date, 'date of signing', 'verification.date'),
      ' that the contents of paragraphs ',
      { kind: 'ref', target: from },
      ' to ',
      { kind: 'ref', target: to },
      ' above are true and correct to the best of my knowledge and belief, and that nothing has been concealed.',
    ]),
    signatory: [bold(signatory ? `${w.name(signatory)}, deponent` : 'Deponent')],
  });
}

/** The list of annexures on a page of its own. */
export function annexureList(w: Writer): void {
  const items: AnnexureItem[] = w.snapshot.annexures.map((each) => ({
    id: each.id,
    mark: each.mark,
    title: w.text(each.title),
    date: each.date,
    pages: each.pages === null ? null : String(each.pages),
    form: each.form,
  }));
  const none: Block[] = items.length > 0 ? [] : [para(w.need(null, 'annexures: none is linked yet', 'annexures'))];
  w.add(pageBreak, { kind: 'annexures', heading: 'LIST OF ANNEXURES', items }, ...none);
}

/** "on 12 November 2026 in Complaint No. 143/2026, which …": an order as it is named in a pleading. */
export function orderWords(w: Writer): Inline[] {
  const order = w.snapshot.impugned;
  if (!order) return [w.need(null, 'the order complained of', 'impugned')];
  return inline([
    `the order of ${clause(order.forumName)} dated `,
    w.needDate(order.date, 'date of the order', 'impugned.date'),
    ' in ',
    w.need(order.proceedingText, 'number of the case in which the order was made', 'impugned.proceedingText'),
    ...w.cited(order.annexure ? [order.annexure] : []),
  ]);
}

/** Dates of application, readiness and delivery of the certified copy, as a sentence. */
export function copyWords(w: Writer): Inline[] {
  const copy = w.snapshot.impugned?.copy ?? null;
  const at = 'impugned.copy';
  return inline([
    'That a certified copy of the order was applied for on ',
    w.needDate(copy?.appliedOn, 'date on which the certified copy was applied for', `${at}.appliedOn`),
    ', was ready on ',
    w.needDate(copy?.readyOn, 'date on which the certified copy was ready', `${at}.readyOn`),
    copy?.collectedOn ? ` and was collected on ${longDate(copy.collectedOn)}.` : '.',
  ]);
}
