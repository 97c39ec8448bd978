import type { Rule } from '../../packs/pack.ts';
import { formatDay } from '../dates/days.ts';
import { type Calendar, isClosed, whyClosed } from './calendar.ts';
import type { Working } from './working.ts';

/** One day on the drawn line of a count. */
export interface DrawnDay {
  date: string;
  /**
   * `day0` is where time runs from; `excluded` is left out of account; `closed` is passed over; `arguable` lies after the
   * safe day, or is the closed last day itself; `due` is the last day (the first, for a *not before* rule).
   */
  kind: 'day0' | 'counted' | 'excluded' | 'closed' | 'arguable' | 'due';
  /** The how-manieth day of the period; null where it does not count. */
  count: number | null;
  note: string | null;
}

/** Every day from the start to the due day, in the order of the calendar. */
export function drawDays(rule: Rule, calendar: Calendar, working: Working): DrawnDay[] {
  const { start, due, nominal, safe, direction } = working;
  const days: DrawnDay[] = [];
  const working_ = working.spans[0]?.text.includes('working') ?? false;
  const excluded = (day: number) => working.extended.runs.some((run) => run.from <= day && day <= run.to);
  const past = (day: number, limit: number) => (direction === 1 ? day > limit : day < limit);
  let count = 0;
  for (let day = start; !past(day, due); day += direction) {
    const note = whyClosed(calendar, day) ?? null;
    const date = formatDay(day);
    if (day === start && day !== due) {
      days.push({ date, kind: 'day0', count: null, note });
      continue;
    }
    const left = excluded(day) && !past(day, nominal);
    const passed = past(day, nominal) || (working_ && isClosed(calendar, day, direction === -1));
    if (!left && !passed) count++;
    const number = left || passed ? null : count;
    if (day === due) days.push({ date, kind: 'due', count: number, note });
    else if (left) days.push({ date, kind: 'excluded', count: null, note });
    else if (passed) days.push({ date, kind: 'closed', count: null, note });
    else
      days.push({
        date,
        kind: direction === 1 && day > safe && rule.sense !== 'not-before' ? 'arguable' : 'counted',
        count: number,
        note,
      });
  }
  return direction === 1 ? days : days.reverse();
}
