import type { Rule } from '../../packs/pack.ts';
import { type Calendar, isClosed, isSurelyOpen, mayBeOpen, seek } from './calendar.ts';
import type { Direction } from './period.ts';
import type { Working } from './working.ts';

/** The due day: as the rule moves a last day that is closed. */
export function roll(rule: Rule, calendar: Calendar, day: number, direction: Direction): number {
  const { move } = rule.closed;
  if (move === 'none' || !isClosed(calendar, day, direction === -1)) return day;
  const by = direction === -1 || move === 'previous' ? -1 : 1;
  return seek(day, by, (at) => !isClosed(calendar, at, direction === -1));
}

/** The safe day: no further than every accepted way of counting goes. */
export function safeRoll(rule: Rule, calendar: Calendar, day: number, direction: Direction): number {
  if (rule.sense === 'not-before') return seek(day, 1, (at) => isSurelyOpen(calendar, at));
  const { move, certain } = rule.closed;
  if (move === 'none') return day;
  if (direction === -1 || move === 'previous') return seek(day, -1, (at) => isSurelyOpen(calendar, at));
  if (certain === false) return seek(day, -1, (at) => isSurelyOpen(calendar, at));
  return seek(day, 1, (at) => mayBeOpen(calendar, at));
}

/** So many days before the safe one on which nothing closes the forum, but not before the start. */
export function targetOf(
  { safe, start, direction }: Working,
  rule: Rule,
  calendar: Calendar,
  daysBefore: number,
): number {
  if (rule.sense === 'not-before') return safe;
  let day = safe;
  for (let left = daysBefore; left > 0; left--) day = seek(day - 1, -1, (at) => isSurelyOpen(calendar, at));
  return direction === 1 ? Math.max(day, Math.min(start, safe)) : day;
}
