import { longDate } from '../blocks/dates.ts';
import type { InterimKind } from '../disposals/facts.ts';
import { INTERIM } from '../disposals/phrases.ts';
import { disposalWithGround } from '../disposals/words.ts';
import type { Clause, MeritsVerdict } from './clauses.ts';
import type { OpenWay, StatusOrder, StatusProceeding, StatusRun } from './records.ts';
import { plain, type StatusWords, strong } from './words.ts';

/** "Complaint 61/2021", or "Complaint (not yet numbered)". */
export function nameOf({ numberText, type }: StatusProceeding): string {
  return numberText ?? `${type} (number not recorded)`;
}

/** "the Lahore High Court", "the District Court, Lahore". */
export function forumOf({ forumName, seat }: StatusProceeding): string {
  const bare = forumName.trim().replace(/^the\s+/i, '');
  const place = seat && !bare.toLowerCase().includes(seat.toLowerCase()) ? `, ${seat}` : '';
  return `the ${bare}${place}`;
}

const provisionOf = ({ provision }: StatusProceeding) => (provision?.trim() ? ` (${provision.trim()})` : '');
const held = ({ detail }: StatusOrder) => (detail?.trim() ? ` (${detail.trim()})` : '');
const clause = (text: string) => text.trim().replace(/[.\s]+$/, '');

const REACHED: Record<string, string> = {
  yes: 'the merits decided',
  no: 'merits not reached',
  obiter: 'merits touched on only in passing',
};

export const english: StatusWords = {
  clause: say,
  join: (next, before) => (next.say === 'upheld' && sameAs(next, before) ? ', and ' : '; '),
  stop: '.',
  finish: (text) => text.replaceAll('\u00A0', ' '),
  marks: false,
  source: ({ date, shownBy }) => `Order of ${longDate(date)}, ${shownText(shownBy)}`,
};

function shownText(shownBy: StatusOrder['shownBy']): string {
  if (shownBy === null) return 'as entered';
  return shownBy.kind === 'exhibit'
    ? 'copy among the exhibits'
    : `certified copy ready on ${longDate(shownBy.readyOn)}`;
}

/** Two forums that upheld the same refusal on the same ground are said in one breath. */
function sameAs(next: Clause, before: Clause): boolean {
  return next.say === 'upheld' && before.say === 'upheld' && next.sameGround && before.sameGround;
}

function say(part: Clause, before: Clause | undefined): StatusRun[] {
  switch (part.say) {
    case 'ended': {
      const { proceeding, order } = part;
      return [
        plain(`${nameOf(proceeding)}${provisionOf(proceeding)} `, proceeding.id),
        strong(disposalWithGround(order.disposal!, order.ground), order.id),
        plain(`${held(order)} by ${forumOf(proceeding)}, ${longDate(order.date)}`, order.id),
        ...(part.merits
          ? [plain(`, ${REACHED[order.merits ?? ''] ?? 'whether the merits were reached is not recorded'}`, order.id)]
          : []),
      ];
    }
    case 'upheld': {
      const { proceeding, order, sameGround, refusal } = part;
      const where = `by ${forumOf(proceeding)}, ${longDate(order.date)} (${nameOf(proceeding)})`;
      if (before && sameAs(part, before)) return [plain(where, order.id)];
      if (sameGround)
        return [plain(`the ${refusal ? 'refusal' : 'order'} upheld on the same ground ${where}`, order.id)];
      return [
        plain(`${nameOf(proceeding)} against it `, proceeding.id),
        strong(disposalWithGround(order.disposal!, order.ground), order.id),
        plain(`${held(order)} by ${forumOf(proceeding)}, ${longDate(order.date)}`, order.id),
      ];
    }
    case 'reversed': {
      const { proceeding, order } = part;
      const how =
        order.disposal === 'remanded'
          ? 'set aside and remanded'
          : order.disposal === 'partly-allowed'
            ? 'varied'
            : order.disposal === 'quashed'
              ? 'quashed'
              : 'set aside';
      return [
        strong(how, order.id),
        plain(`${held(order)} by ${forumOf(proceeding)}, ${longDate(order.date)} (${nameOf(proceeding)})`, order.id),
      ];
    }
    case 'leave': {
      const { proceeding, order, stage } = part;
      return [
        strong('Leave to appeal granted', order.id),
        plain(` by ${forumOf(proceeding)}, ${longDate(order.date)} (${nameOf(proceeding)})`, order.id),
        plain(`; ${stage ? clause(stage) : 'the appeal is pending'}`, proceeding.id),
      ];
    }
    case 'pending': {
      const { proceeding, stage, as } = part;
      const at = stage ? `: ${clause(stage)}` : '';
      const name = `${nameOf(proceeding)}${provisionOf(proceeding)}`;
      const by = proceeding.side === 'state' ? ', brought by the State,' : '';
      const text = {
        first: `${name}${by} is pending before ${forumOf(proceeding)}${at}`,
        again: `${name} is again pending before ${forumOf(proceeding)}${at}`,
        challenge: `a challenge to it, ${name}, is pending before ${forumOf(proceeding)}${at}`,
        anew: `the case was brought anew as ${name}, pending before ${forumOf(proceeding)}${at}`,
      }[as];
      return [plain(before ? text : text.charAt(0).toUpperCase() + text.slice(1), proceeding.id)];
    }
    case 'interim':
      return [plain(interimText(part.order), part.order.id)];
    case 'stay-ended': {
      const { stayed } = part;
      const until = stayed.interimEndedOn ?? stayed.interimUntil;
      return [
        plain(`stayed on ${longDate(stayed.date)}, the stay ended${until ? ` on ${longDate(until)}` : ''}`, stayed.id),
      ];
    }
    case 'open':
      return [plain(`open to challenge: ${part.ways.map(wayText).join('; ')}`)];
    case 'final':
      return [plain('recorded as final')];
    case 'not-recorded':
      return [plain('no further challenge is recorded')];
    case 'next':
      return [
        plain(
          `next date ${longDate(part.hearing.date)}${part.hearing.purpose ? ` (${clause(part.hearing.purpose)})` : ''}`,
          part.hearing.id,
        ),
      ];
    case 'merits':
      return meritsRuns(part.verdict);
    case 'nothing':
      return [plain('No proceeding had begun by that day')];
  }
}

function interimText({ interimKind, date, interimUntil }: StatusOrder): string {
  const what = INTERIM[(interimKind ?? 'other') as InterimKind];
  return `${what} on ${longDate(date)}, in force${interimUntil ? ` until ${longDate(interimUntil)}` : ''}`;
}

const wayText = ({ title, due }: OpenWay) => `${title.charAt(0).toLowerCase()}${title.slice(1)} until ${longDate(due)}`;

function meritsRuns({ reached, allegations, by, inPassing }: MeritsVerdict): StatusRun[] {
  const what = allegations ? 'the allegations on their merits' : 'the case on its merits';
  const named = (list: MeritsVerdict['by']) =>
    list
      .map(({ proceeding, order }) => `${forumOf(proceeding)}, ${longDate(order.date)} (${nameOf(proceeding)})`)
      .join('; ');
  const passing =
    inPassing.length > 0 ? [plain(`; touched on only in passing by ${named(inPassing)}`, inPassing[0]!.order.id)] : [];
  switch (reached) {
    case 'decided':
      return [
        strong('The merits were decided', by[0]!.order.id),
        plain(` by ${named(by)}`, by[0]!.order.id),
        ...passing,
      ];
    case 'none':
      return [strong(`No forum has decided ${what}`), ...passing];
    case 'unknown':
      return [plain('Whether the merits were reached is not recorded for every order'), ...passing];
    case 'undecided':
      return [plain(`No forum has yet decided ${what}`)];
  }
}
