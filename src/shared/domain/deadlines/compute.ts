import type { Pack, Rule } from '../../packs/pack.ts';
import type { Confidence } from '../../packs/vocabulary.ts';
import { formatDay, parseDay } from '../dates/days.ts';
import { type Calendar, type CalendarOptions, calendarGaps, calendarOf } from './calendar.ts';
import { type DrawnDay, drawDays } from './drawn.ts';
import { type Excluded, excludedOf } from './exclusions.ts';
import { type Counted, type CountInput, checkFacts, readInput } from './input.ts';
import { beyondReach, reviewWithin } from './reach.ts';
import { targetOf } from './roll.ts';
import { type TraceStep, tell, triggerText, when } from './tell.ts';
import { notInForce, ruleVersions, versionOn } from './versions.ts';
import { warningsOf } from './warnings.ts';
import { work } from './work.ts';
import type { NoDate, Working } from './working.ts';

export interface ComputeOptions {
  /** Working days between the target and the safe day; 2 where it is left out. */
  targetDays?: number | undefined;
  calendar?: CalendarOptions | undefined;
}
export interface ComputeInput extends CountInput, ComputeOptions {
  pack: Pack;
  rule: string;
  /** `YYYY-MM-DD`; it decides nothing but what is said of the future. */
  today: string;
  /** Whether the steps and the drawn days are wanted. */
  trace?: boolean | undefined;
}

/** Dates of one deadline, as plain dates (with `THH:MM` for periods of hours); null where there is none. */
export interface Dates {
  /** By the count that the rule names, before any roll. */
  nominal: string | null;
  /** As the calendar rolls it. */
  due: string | null;
  /** The earliest that any accepted way of counting gives; for a *not before* rule the latest. */
  safe: string | null;
  /** Working days before the safe day. */
  target: string | null;
  /** With an extension that the rule allows. */
  latest?: string;
  /** A fact makes it too late already. */
  outOfTime?: true;
}

/** A computed deadline with what it rests on. */
export interface Deadline extends Dates {
  rule: string;
  pack: string;
  title: string;
  /** What time runs from, in words. */
  trigger: string;
  sense: 'by' | 'not-before';
  citation: string;
  confidence: Confidence;
  lastChecked: string;
  /** Why there is no date. */
  reason?: { code: 'needs-start-date' | 'not-in-force' | NoDate['none']; text: string };
  /** The hour on the last day, `HH:MM`. */
  time?: string;
  /** Where no period is fixed: the day from which delay must be explained. */
  reviewOn?: string;
  /** Other days that the law may turn out to give. */
  alternatives: { label: string; due: string; citation?: string; confidence?: string }[];
  warnings: string[];
  trace?: TraceStep[];
  days?: DrawnDay[];
  /** What became of each stretch of time that was to be left out, with the trace. */
  excluded?: Excluded[];
}

const TARGET_DAYS = 2;

/**
 * Computes one deadline: dates, what they rest on, what is doubtful, and on demand every step.
 * @throws ProblemError `unknown-rule`, `bad-date`, `bad-fact`
 */
export function computeDeadline(input: ComputeInput): Deadline {
  const { pack, today } = input;
  const versions = ruleVersions(pack, input.rule);
  const counted = readInput(input);
  const { trigger } = counted;
  if (trigger === undefined) {
    const rule = versions.at(-1)!;
    const text = `Needs a start date: ${triggerText(pack, rule)}.`;
    return noDate(pack, rule, { code: 'needs-start-date', text }, today, input.trace);
  }
  const version = versionOn(versions, trigger, counted.facts);
  const { rule } = version;
  if (!version.applies) {
    const text = notInForce(rule, counted.facts[rule.versionBy ?? ''] ?? formatDay(trigger));
    return noDate(pack, rule, { code: 'not-in-force', text }, formatDay(trigger), input.trace);
  }
  checkFacts(rule, counted.facts);
  const calendar = calendarOf(pack, rule.forum, input.calendar);
  const started = { ...counted, trigger };
  const count = countWithin(rule, calendar, started, input.targetDays);
  const soft = { rule, counted: started, version, today: parseDay(today) ?? trigger };
  if ('none' in count) {
    const result = noDate(pack, rule, { code: count.none, text: count.text }, formatDay(trigger), input.trace);
    result.warnings.push(...warningsOf(soft, undefined, undefined, pack));
    if (count.reviewOn !== undefined) result.reviewOn = formatDay(count.reviewOn);
    return result;
  }
  const { working, target } = count;
  const result: Deadline = {
    ...identity(pack, rule),
    ...datesOf(working, target),
    alternatives: working.others.map(({ label, due, citation, confidence }) => ({
      label,
      due: formatDay(due),
      ...(citation ? { citation } : {}),
      ...(confidence ? { confidence } : {}),
    })),
    warnings: [
      ...warningsOf(soft, working, calendar, pack),
      ...(needsCalendar(rule, working) ? calendarGaps(calendar, ...touched(working)) : []),
    ],
  };
  if (rule.time) result.time = rule.time;
  if (input.trace) {
    result.trace = tell(pack, rule, calendar, working, target);
    result.days = drawDays(rule, calendar, working);
    result.excluded = excludedOf(working.extended);
  }
  return result;
}

/** A rule made ready for many counts. */
export interface PreparedRule {
  pack: Pack;
  versions: readonly [Rule, ...Rule[]];
  options: ComputeOptions;
}

/** @throws ProblemError `unknown-rule` */
export function prepareRule(pack: Pack, rule: string, options: ComputeOptions = {}): PreparedRule {
  return { pack, versions: ruleVersions(pack, rule), options };
}

const NO_DATES: Dates = { nominal: null, due: null, safe: null, target: null };

/** The dates alone, for tens of thousands at once. @throws ProblemError `bad-date`, `bad-fact` */
export function computeDates({ pack, versions, options }: PreparedRule, input: CountInput): Dates {
  const counted = readInput(input);
  const { trigger } = counted;
  if (trigger === undefined) return NO_DATES;
  const { rule, applies } = versionOn(versions, trigger, counted.facts);
  if (!applies) return NO_DATES;
  checkFacts(rule, counted.facts);
  const calendar = calendarOf(pack, rule.forum, options.calendar);
  const count = countWithin(rule, calendar, { ...counted, trigger }, options.targetDays);
  return 'none' in count ? NO_DATES : datesOf(count.working, count.target);
}

/** A count with its target, or why there is no date: also where a day of it could not be written. */
function countWithin(
  rule: Rule,
  calendar: Calendar,
  counted: Counted & { trigger: number },
  targetDays = TARGET_DAYS,
): { working: Working; target: number } | NoDate {
  const working = work(rule, calendar, counted);
  if ('none' in working) return reviewWithin(working);
  const target = targetOf(working, rule, calendar, targetDays);
  return beyondReach(working, target) ?? { working, target };
}

function datesOf(working: Working, target: number): Dates {
  const { nominal, due, safe, minutes, latest, outOfTime } = working;
  const dates: Dates = {
    nominal: when(nominal, minutes),
    due: when(due, minutes),
    safe: when(safe, minutes),
    target: formatDay(target),
  };
  if (latest) dates.latest = formatDay(latest.day);
  if (outOfTime) dates.outOfTime = true;
  return dates;
}

function identity(pack: Pack, rule: Rule) {
  const { id, title, sense = 'by', citation, confidence, lastChecked } = rule;
  return {
    rule: id,
    pack: pack.id,
    title,
    trigger: triggerText(pack, rule),
    sense,
    citation: rule.amendedBy ? `${citation}, as amended by ${rule.amendedBy}` : citation,
    confidence,
    lastChecked,
  };
}

function noDate(
  pack: Pack,
  rule: Rule,
  reason: NonNullable<Deadline['reason']>,
  date: string,
  trace: boolean | undefined,
): Deadline {
  return {
    ...identity(pack, rule),
    ...NO_DATES,
    reason,
    alternatives: [],
    warnings: [],
    ...(trace ? { trace: [{ date, step: reason.text, citation: rule.citation }], days: [] } : {}),
  };
}

/** Whether holidays could have moved anything. */
function needsCalendar(rule: Rule, { spans }: Working): boolean {
  return rule.closed.move !== 'none' || spans.some(({ text }) => text.includes('working'));
}

/** The days whose being open or closed decides: all of them for working days, else the last ones. */
function touched({ start, nominal, due, safe, spans }: Working): [number, number] {
  const first = spans.some(({ text }) => text.includes('working')) ? start : Math.min(nominal, safe);
  return [Math.min(first, due), Math.max(due, nominal)];
}
