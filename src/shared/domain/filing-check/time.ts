import { addMonths, formatDay, parseDay } from '../dates/days.ts';
import { type Answer, CLEAR, type Fault, type Filing, has, notAsked, type Params } from './filing.ts';

/** Whether it is filed by its last day; between the safe day and the last one it is a doubt of counting. */
export function filedInTime({ limitation, filingOn, draft }: Filing): Answer {
  const due = limitation?.due;
  if (!limitation || !due) return notAsked('no clock is open for this filing');
  if (filingOn <= (limitation.safe ?? due)) return CLEAR;
  const excused = has(draft?.delay) || /condon/i.test(draft?.text ?? '');
  if (filingOn <= due) {
    return [
      {
        subject: 'safe',
        values: {
          due,
          safe: limitation.safe ?? due,
          filing: filingOn,
          how: 'after the safe day, though inside the last one',
        },
      },
    ];
  }
  const how = excused ? 'late; the draft explains the delay' : 'late, and no delay is explained';
  return [
    { subject: 'late', values: { due, safe: limitation.safe ?? due, filing: filingOn, how }, target: 'condonation' },
  ];
}

/** A late filing goes with an application that explains every day. */
export function delayExplained({ limitation, filingOn, draft }: Filing): Answer {
  const due = limitation?.due;
  if (!draft) return notAsked('there is no draft yet');
  if (due && filingOn <= due) return CLEAR;
  if (has(draft.delay)) return CLEAR;
  return [{ values: { due: due ?? 'no fixed day', filing: filingOn }, target: 'draft.delay', targetId: draft.id }];
}

/** Each gap since the order that is longer than some days needs its reason. */
export function gapsExplained({ impugned, filingOn, activity, draft }: Filing, params: Params): Answer {
  if (!impugned) return notAsked('no order is challenged');
  const longest = Number(params.days ?? 30);
  const days = [impugned.date, ...activity.filter((day) => day > impugned.date && day < filingOn), filingOn].sort();
  const gaps: Fault[] = [];
  for (const [i, from] of days.slice(0, -1).entries()) {
    const to = days[i + 1]!;
    const length = (parseDay(to) ?? 0) - (parseDay(from) ?? 0);
    if (length > longest && !has(draft?.delay)) {
      gaps.push({
        subject: from,
        values: { from, to, days: String(length) },
        target: 'draft.delay',
        ...(draft ? { targetId: draft.id } : {}),
      });
    }
  }
  return gaps;
}

/** A filing that the law lets in only after a day is not made before it. */
export function notPremature({ draft, filingOn }: Filing, params: Params): Answer {
  const key = String(params.answer ?? 'earliestOn');
  const earliest = draft?.answers[key];
  if (!has(earliest)) return notAsked('no earliest day is recorded');
  return filingOn >= earliest ? CLEAR : [{ values: { earliest, filing: filingOn } }];
}

/** The statutory notice was given in time, quoting the matter. */
export function noticeGiven({ draft }: Filing): Answer {
  if (!draft) return notAsked('there is no draft yet');
  const delivered = draft.answers.noticeDeliveredOn;
  const known = draft.answers.knowledgeOn;
  if (!has(delivered))
    return [
      {
        subject: 'delivery',
        values: { what: 'the day on which the notice was delivered' },
        target: 'draft.answers.noticeDeliveredOn',
        targetId: draft.id,
      },
    ];
  if (!has(known))
    return [
      {
        subject: 'knowledge',
        values: { what: 'the day of knowledge' },
        target: 'draft.answers.knowledgeOn',
        targetId: draft.id,
      },
    ];
  const limit = twoMonthsAfter(known);
  return delivered <= limit
    ? CLEAR
    : [{ subject: 'late', values: { what: `a notice by ${limit}; it was delivered on ${delivered}` } }];
}

const twoMonthsAfter = (day: string) => formatDay(addMonths(parseDay(day) ?? 0, 2));

/** Cognizance is asked for inside its limit, or with the application that extends it. */
export function cognizanceInTime({ limitation, filingOn, draft }: Filing): Answer {
  const due = limitation?.due;
  if (!due) return notAsked('no limit of cognizance is open');
  if (filingOn <= due || /519|473|extension of (?:the )?(?:time|limitation)/i.test(draft?.text ?? '')) return CLEAR;
  return [{ values: { due, filing: filingOn }, target: 'condonation' }];
}
