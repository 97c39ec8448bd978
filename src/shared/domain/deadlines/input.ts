import type { Rule } from '../../packs/pack.ts';
import { problem } from '../../problem.ts';
import { parseDay } from '../dates/days.ts';
import type { Exclusion, ExclusionDays } from './exclusions.ts';

/** What one deadline is counted from. */
export interface CountInput {
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM` for periods of hours; without it there is no date. */
  trigger?: string | null | undefined;
  exclusions?: readonly Exclusion[] | undefined;
  /** Answers to the rule's `facts`, by key. */
  facts?: Readonly<Record<string, string>> | undefined;
}

/** The same as numbers: days since 1970-01-01, minutes of the day. */
export interface Counted {
  trigger: number | undefined;
  minutes: number | undefined;
  exclusions: readonly ExclusionDays[];
  facts: Readonly<Record<string, string>>;
}

const NO_FACTS = {};

/** @throws ProblemError `bad-date` */
export function readInput(input: CountInput): Counted {
  const { trigger, exclusions, facts = NO_FACTS } = input;
  const [day, time] = trigger ? trigger.split('T') : [];
  return {
    trigger: day === undefined ? undefined : readDay(day, 'trigger'),
    minutes: time === undefined ? undefined : readTime(time),
    exclusions: exclusions?.length ? exclusions.map(readExclusion) : [],
    facts,
  };
}

function readDay(text: string, field: string): number {
  const day = parseDay(text);
  if (day !== undefined) return day;
  throw problem('bad-date', `“${text}” is not a date in the calendar.`, { field, hint: 'Write it YYYY-MM-DD.' });
}

function readTime(text: string): number {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (!parts)
    throw problem('bad-date', `“${text}” is not a time of day.`, { field: 'trigger', hint: 'Write it HH:MM.' });
  return Number(parts[1]) * 60 + Number(parts[2]);
}

function readExclusion({ kind, from, to, evidence }: Exclusion, index: number): ExclusionDays {
  const first = readDay(from, `exclusions.${index}.from`);
  const last = readDay(to, `exclusions.${index}.to`);
  if (last < first) {
    throw problem('bad-date', `The excluded time from ${from} to ${to} ends before it begins.`, {
      field: `exclusions.${index}.to`,
    });
  }
  return { kind, from: first, to: last, evidence };
}

/** A date fact as a day. @throws ProblemError `bad-fact` */
export function dateFact(facts: Counted['facts'], key: string): number | undefined {
  const text = facts[key];
  if (text === undefined || text === '') return undefined;
  const day = parseDay(text);
  if (day === undefined) {
    throw problem('bad-fact', `The fact “${key}” is not a date: “${text}”.`, {
      field: `facts.${key}`,
      hint: 'Write it YYYY-MM-DD.',
    });
  }
  return day;
}

/** A fact that is a whole number. @throws ProblemError `bad-fact` */
export function numberFact(facts: Counted['facts'], key: string): number | undefined {
  const text = facts[key];
  if (text === undefined || text === '') return undefined;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 40_000) {
    throw problem('bad-fact', `The fact “${key}” is not a whole number: “${text}”.`, { field: `facts.${key}` });
  }
  return Number(text);
}

/** Refuses an answer that is none of a fact's options. @throws ProblemError `bad-fact` */
export function checkFacts(rule: Rule, facts: Counted['facts']): void {
  if (facts === NO_FACTS) return;
  for (const fact of rule.facts ?? []) {
    const given = facts[fact.key];
    if (given === undefined || !fact.options || fact.options.includes(given)) continue;
    throw problem('bad-fact', `“${given}” is no answer to “${fact.label}”.`, {
      field: `facts.${fact.key}`,
      hint: `One of: ${fact.options.join(', ')}`,
    });
  }
}
