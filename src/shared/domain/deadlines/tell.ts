import type { Pack, Rule } from '../../packs/pack.ts';
import { formatDay } from '../dates/days.ts';
import { dayText } from '../dates/words.ts';
import { type Calendar, whyClosed } from './calendar.ts';
import type { ExclusionLine } from './exclusions.ts';
import { tribunalSteps } from './tribunal.ts';
import type { Working } from './working.ts';

/** One step of the count, as a clerk can follow it. */
export interface TraceStep {
  date: string;
  step: string;
  citation?: string;
}

/** `YYYY-MM-DD`, with the time for periods of hours. */
export function when(day: number, minutes: number | undefined): string {
  if (minutes === undefined) return formatDay(day);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${formatDay(day)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** What time runs from, in words: the rule's own, else the event's. */
export function triggerText(pack: Pack, rule: Rule): string {
  return rule.triggerLabel ?? pack.events.find(({ id }) => id === rule.trigger)?.title ?? rule.trigger;
}

/** Every step of a count, in order. */
export function tell(pack: Pack, rule: Rule, calendar: Calendar, working: Working, target: number): TraceStep[] {
  const steps: TraceStep[] = [];
  const say = (day: number, step: string, citation?: string) =>
    steps.push(citation ? { date: formatDay(day), step, citation } : { date: formatDay(day), step });
  const back = working.direction === -1;
  const begins = working.tribunal || working.spans[0]?.text.includes('beginning');

  const counted = begins ? 'the period begins with this day' : 'the day itself is not counted';
  say(
    working.start,
    `${back ? 'Counted back from' : 'Time runs from'}: ${triggerText(pack, rule)}; ${counted}`,
    rule.citation,
  );
  if (working.startNote) say(working.start, working.startNote);
  if (working.tribunal) {
    const { count, months } = working.tribunal;
    for (const step of tribunalSteps(count, months)) steps.push({ ...step, citation: rule.citation });
  }
  const [first, ...more] = working.spans;
  if (first) say(working.base, `${first.text} ${back ? 'back' : 'on'}`, rule.citation);
  for (const other of more) say(other.end, `${other.text} would end on this day; the earlier is worked to`);
  for (const line of working.extended.lines) say(line.given.to, exclusionText(line), rule.excludesNote);
  say(
    working.nominal,
    rule.sense === 'not-before' ? 'The first day, by the count alone' : 'The last day, by the count alone',
  );
  tellRoll(rule, calendar, working, say);
  if (working.latest) {
    say(working.latest.day, `The outer day with an extension: ${rule.extension?.showing}`, rule.extension?.citation);
    if (working.latest.outermost !== undefined) {
      say(working.latest.outermost, 'On the longer reading of the extension; the earlier is worked to');
    }
  }
  for (const { label, due, citation } of working.others) say(due, `The other date: ${label}`, citation);
  say(working.safe, safeText(rule, calendar, working));
  if (target !== working.safe) say(target, 'The target: working days before the safe day');
  const off = calendar.saturdayAssumed
    ? 'Saturdays and Sundays were taken as closed (some forums sit on Saturday: the safe day takes it as open)'
    : `Weekly days off: ${weeklyOff(calendar)}`;
  say(working.due, off, pack.closing.citation);
  const cutOff = pack.forums.find(({ id }) => id === rule.forum)?.cutOff;
  if (rule.time) say(working.due, `By ${rule.time}`, rule.citation);
  else if (cutOff) say(working.due, `The registry is reported to receive filings until ${cutOff}`);
  return steps;
}

type Say = (day: number, step: string, citation?: string) => void;

function tellRoll(rule: Rule, calendar: Calendar, working: Working, say: Say) {
  const { nominal, rolled, served, due } = working;
  const why = whyClosed(calendar, nominal);
  if (rule.closed.move === 'none') {
    if (why) say(nominal, `This day is closed (${why}), and the rule does not move it`, rule.closed.citation);
    return;
  }
  const closedDays = (from: number, to: number) => {
    const by = to > from ? 1 : -1;
    for (let day = from; day !== to; day += by) say(day, `Closed: ${whyClosed(calendar, day) ?? 'not counted here'}`);
  };
  if (rolled !== nominal) {
    closedDays(nominal, rolled);
    const sure = rule.closed.certain === false ? '; whether it moves is arguable' : '';
    say(rolled, `Moved to the ${rolled > nominal ? 'next' : 'last'} open day${sure}`, rule.closed.citation);
  }
  if (served !== undefined) {
    say(served, `${rule.service?.add} days added for the manner of service`, rule.service?.citation);
    if (due !== served) {
      closedDays(served, due);
      say(due, 'Moved to the next open day', rule.closed.citation);
    }
  }
}

function exclusionText({ given, days, reason }: ExclusionLine): string {
  const from = dayText(given.from);
  const to = dayText(given.to);
  const what = {
    copy: `Copy applied for on ${from}, ready on ${to}`,
    forum: `Before another forum from ${from} to ${to}`,
    other: `Time from ${from} to ${to}`,
  }[given.kind];
  const gives = days === 1 ? '1 day is added' : `${days} days are added`;
  return `${what}: ${gives}${days > 0 ? ', with both end days' : ''}${reason ? ` (${reason})` : ''}`;
}

function safeText(rule: Rule, calendar: Calendar, working: Working): string {
  const { safe, due, nominal, safeBase } = working;
  if (rule.sense === 'not-before') {
    return safe === due ? 'The safe day is the same' : 'The safe day: the first that is surely open';
  }
  if (safe === due) return 'The safe day is the same: no accepted way of counting gives an earlier one';
  const why: string[] = [];
  if (safeBase < nominal) {
    if (rule.safePeriod) why.push('a shorter period may apply');
    else if (working.tribunal) why.push('the shorter limit');
    else if (working.extended.lines.length > 0) why.push('the day on which the copy was applied for is not given back');
    else why.push('days that may prove open are counted');
  }
  const closed = whyClosed(calendar, safeBase);
  if (closed && safe < safeBase)
    why.push(`${dayText(safeBase)} may be closed (${closed}) without the time being moved`);
  else if (closed && safe < due) why.push(`a day that is taken as closed may prove open (${closed})`);
  return `The safe day, by the strictest accepted count${why.length > 0 ? `: ${why.join('; ')}` : ''}`;
}

function weeklyOff({ week }: Calendar): string {
  const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  const off = names.filter((_, day) => week[day] !== 0);
  return off.length > 0 ? off.join(', ') : 'none';
}
