import type { Pack, Rule } from '../../packs/pack.ts';
import { dayOfYear } from '../blocks/dates.ts';
import { formatDay } from '../dates/days.ts';
import { dayText } from '../dates/words.ts';
import type { Calendar } from './calendar.ts';
import { type Counted, dateFact } from './input.ts';
import type { Version } from './versions.ts';
import type { Working } from './working.ts';

interface Situation {
  rule: Rule;
  counted: Counted & { trigger: number };
  version: Version;
  today: number;
}

/** What a careful clerk would say beside the date. */
export function warningsOf(
  { rule, counted, version, today }: Situation,
  working: Working | undefined,
  calendar: Calendar | undefined,
  pack: Pack,
): string[] {
  const said: string[] = [];
  const { facts, trigger } = counted;
  const start = formatDay(trigger);
  if (trigger > today) said.push(`The start day, ${dayText(trigger)}, lies in the future: this is a forecast.`);
  if (version.doubt) said.push(version.doubt);
  if (rule.own) said.push(ownRuleText(rule.own));
  for (const { text, when } of rule.warnings ?? []) {
    if (when?.from && start < when.from) continue;
    if (when?.to && start > when.to) continue;
    if (when?.fact) {
      const given = facts[when.fact];
      if (when.is !== undefined && given !== when.is) continue;
      if (when.isNot !== undefined && given === when.isNot) continue;
    }
    said.push(text);
  }
  for (const key of rule.laterOf ?? []) {
    const later = dateFact(facts, key);
    if (later === undefined || later >= trigger) continue;
    const label = rule.facts?.find((fact) => fact.key === key)?.label ?? key;
    said.push(`“${label}”, ${dayText(later)}, lies before the start day and moves nothing: check both days.`);
  }
  const known = new Set(rule.facts?.map(({ key }) => key));
  for (const key of Object.keys(facts)) {
    if (!known.has(key)) said.push(`The fact “${key}” plays no part in this rule.`);
  }
  const { period } = rule;
  if (period.kind === 'choice' && !facts[period.fact]) {
    const label = rule.facts?.find(({ key }) => key === period.fact)?.label ?? period.fact;
    said.push(`Not said: ${label}. The shortest period was worked to.`);
  }
  if (rule.directory) said.push('The period binds the forum in its own time; its default does not end the proceeding.');
  said.push(...exclusionWarnings(rule, counted, working, today));
  if (working) said.push(...workingWarnings(rule, working, pack));
  if (calendar && working && rule.closed.certain === false && working.due !== working.nominal) {
    said.push('Whether a closed last day moves the time before this forum is arguable: work to the safe day.');
  }
  return said;
}

/** Whose rule it is, where the user wrote it, and what the program would have counted by. */
function ownRuleText({ title, version, was }: NonNullable<Rule['own']>): string {
  const own = `Counted by a rule of your own, from “${title}” ${version}`;
  return was ? `${own}, in place of that of the pack ${was.origin}: ${was.text}.` : `${own}.`;
}

function exclusionWarnings(rule: Rule, counted: Counted, working: Working | undefined, today: number): string[] {
  const said: string[] = [];
  for (const { given, reason } of working?.extended.lines ?? []) {
    if (reason) said.push(`Excluded time from ${dayText(given.from)} to ${dayText(given.to)}: ${reason}.`);
  }
  if (counted.exclusions.length > 0 && rule.excludesNote) said.push(`On the time left out: ${rule.excludesNote}.`);
  for (const one of counted.exclusions) {
    if (one.to > today) said.push(`Excluded time runs to ${dayText(one.to)}, a day in the future.`);
    if (one.kind === 'other') said.push('Time left out on another ground must be shown, day by day.');
  }
  return said;
}

function workingWarnings(rule: Rule, working: Working, pack: Pack): string[] {
  const said: string[] = [];
  if (working.outOfTime) said.push('A fact that was given puts this out of time already.');
  if (working.tribunal?.count.why === 'conciliation not ended') {
    said.push('Conciliation has begun and has no end yet: give the day on which the certificate was received.');
  }
  if (working.tribunal?.count.laterReading !== undefined) {
    said.push("At a month's end the two readings of the period differ; the earlier is worked to.");
  }
  for (const vacation of pack.vacations) {
    if (!vacation.forums.includes(rule.forum) || !inVacation(working.due, vacation.from, vacation.to)) continue;
    const open = vacation.registry === 'open' ? 'the registry was taken as open' : 'the registry is closed';
    said.push(
      `The due day falls in the ${vacation.name} (about ${dayOfYear(vacation.from)} to ${dayOfYear(vacation.to)}): ${open}; see the notification.`,
    );
  }
  return said;
}

function inVacation(day: number, from: string, to: string): boolean {
  const at = formatDay(day).slice(5);
  return from <= to ? from <= at && at <= to : at >= from || at <= to;
}
