import type { Rule } from '../../packs/pack.ts';
import type { Span } from '../../packs/schema-rules.ts';
import { problem } from '../../problem.ts';
import { type Calendar, isClosed, mayBeOpen } from './calendar.ts';
import { type ExclusionDays, type Extended, extend } from './exclusions.ts';
import { type Counted, dateFact, numberFact } from './input.ts';
import { type Direction, spanEnd, spanText } from './period.ts';
import { roll, safeRoll } from './roll.ts';
import { countTribunal } from './tribunal.ts';
import type { NoDate, OtherDate, Working } from './working.ts';

/** Counts one deadline. Pure, and without any text that a trace would need. */
export function work(rule: Rule, calendar: Calendar, input: Counted & { trigger: number }): Working | NoDate {
  const { facts } = input;
  const { start, note } = startOf(rule, input.trigger, facts);
  const direction = directionOf(rule, facts);
  if (rule.period.kind === 'tribunal') return tribunalWork(rule, rule.period.months, start, note, input);
  const chosen = spansOf(rule, facts);
  if (!Array.isArray(chosen)) {
    return { ...chosen, reviewOn: chosen.reviewAfter === undefined ? undefined : start + chosen.reviewAfter };
  }
  const hours = chosen.find((span) => span.unit === 'hours');
  if (hours) return hoursWork(rule, calendar, hours, start, note, direction, input.minutes);

  const ends = chosen.map((span) => ({ span, end: endOf(span, start, direction, calendar, input.exclusions, rule) }));
  ends.sort((a, b) => a.end - b.end);
  const { span, end: base } = ends[0]!;
  const extended = extendFor(rule, span, start, base, input.exclusions);
  const nominal = extended.end;
  const rolled = rule.sense === 'not-before' ? nominal : roll(rule, calendar, nominal, direction);
  const add = direction === 1 && rule.service && facts[rule.service.fact] === rule.service.value ? rule.service.add : 0;
  const served = add > 0 ? rolled + add : undefined;
  const due = served === undefined ? rolled : roll(rule, calendar, served, direction);

  const safeBase = safeBaseOf(rule, calendar, span, start, direction, extended, input.exclusions);
  let safe = safeRoll(rule, calendar, safeBase, direction);
  if (served !== undefined) safe = safeRoll(rule, calendar, safe + add, direction);
  if (rule.sense === 'not-before') safe = Math.max(safe, due);
  else safe = Math.max(Math.min(safe, due), direction === 1 ? Math.min(start, due) : safe);

  const otherDue = (other: Span) => {
    const last = endOf(other, start, direction, calendar, input.exclusions, rule);
    return roll(rule, calendar, extendFor(rule, other, start, last, input.exclusions).end, direction);
  };
  const others: OtherDate[] = [];
  for (const { span: other } of ends.slice(1)) others.push({ label: spanText(other), due: otherDue(other) });
  for (const { label, period, from, citation, confidence } of rule.alternatives ?? []) {
    if (from === undefined || input.trigger >= (dateFact({ from }, 'from') ?? 0)) {
      others.push({ label, due: otherDue(period), citation, confidence });
    }
  }
  return {
    direction,
    start,
    startNote: note,
    spans: ends.map(({ span: one, end }) => ({ text: spanText(one), end })),
    tribunal: undefined,
    base,
    extended,
    nominal,
    rolled,
    served,
    due,
    minutes: undefined,
    safeBase,
    safe,
    latest: latestOf(rule, calendar, start, nominal),
    outOfTime: false,
    others,
  };
}

function startOf(rule: Rule, trigger: number, facts: Counted['facts']): { start: number; note: string | undefined } {
  let start = trigger;
  let note: string | undefined;
  const presumed = rule.presumedReceipt;
  if (presumed && facts[presumed.fact] === 'yes') {
    start += presumed.days;
    note = `Receipt is presumed ${presumed.days} days after posting (${presumed.citation})`;
  }
  for (const key of rule.laterOf ?? []) {
    const other = dateFact(facts, key);
    if (other === undefined || other <= start) continue;
    start = other;
    note = `${rule.facts?.find((fact) => fact.key === key)?.label ?? key} is later, and time runs from it`;
  }
  return { start, note };
}

function directionOf(rule: Rule, facts: Counted['facts']): Direction {
  const asked = rule.direction === 'asked' ? facts.direction : rule.direction;
  return asked === 'before' ? -1 : 1;
}

/** The lengths that come into question, or why there is none. */
function spansOf(rule: Rule, facts: Counted['facts']): Span[] | (Omit<NoDate, 'reviewOn'> & { reviewAfter?: number }) {
  const { period } = rule;
  switch (period.kind) {
    case 'fixed':
      return [period];
    case 'earliest':
      return period.of;
    case 'choice': {
      const given = facts[period.fact];
      const spans = Object.values(period.values).filter((value) => value !== 'none');
      if (given === undefined || given === '') return spans;
      const span = period.values[given];
      return !span || span === 'none' ? { none: 'no-period', text: 'No period is fixed for this case.' } : [span];
    }
    case 'asked': {
      for (const unit of period.facts) {
        const amount = numberFact(facts, unit);
        if (amount !== undefined) return [{ amount, unit }];
      }
      const labels = period.facts.join(' or ');
      return { none: 'needs-fact', text: `The length is not given: fact ${labels}.` };
    }
    default: {
      const after = period.kind === 'none' ? period.reviewAfter : undefined;
      return {
        none: 'no-period',
        text: 'The law fixes no period; delay has to be explained.',
        ...(after === undefined ? {} : { reviewAfter: after }),
      };
    }
  }
}

/** Excluded days are no working days; for other periods they are added afterwards. */
function endOf(
  span: Span,
  start: number,
  direction: Direction,
  calendar: Calendar,
  exclusions: readonly ExclusionDays[],
  rule: Rule,
): number {
  return spanEnd(
    start,
    span,
    direction,
    (day) => !isClosed(calendar, day, direction === -1) && !skipped(day, exclusions, rule),
  );
}

const allows = (rule: Rule) => (kind: ExclusionDays['kind']) =>
  kind === 'other' || (rule.excludes ?? []).includes(kind);

function skipped(day: number, exclusions: readonly ExclusionDays[], rule: Rule): boolean {
  return exclusions.some((one) => allows(rule)(one.kind) && one.from <= day && day <= one.to);
}

function extendFor(
  rule: Rule,
  span: Span,
  start: number,
  base: number,
  exclusions: readonly ExclusionDays[],
): Extended {
  const extended = extend(start, base, exclusions, allows(rule));
  // Working days have left the excluded days out already.
  return span.unit === 'working-days' ? { ...extended, end: base, shorterEnd: base } : extended;
}

function safeBaseOf(
  rule: Rule,
  calendar: Calendar,
  span: Span,
  start: number,
  direction: Direction,
  extended: Extended,
  exclusions: readonly ExclusionDays[],
): number {
  const shortest = rule.safePeriod ?? span;
  if (shortest.unit === 'working-days') {
    return spanEnd(start, shortest, direction, (day) => mayBeOpen(calendar, day) && !skipped(day, exclusions, rule));
  }
  if (!rule.safePeriod) return extended.shorterEnd;
  return extend(
    start,
    spanEnd(start, shortest, direction, () => true),
    exclusions,
    allows(rule),
  ).shorterEnd;
}

function latestOf(rule: Rule, calendar: Calendar, start: number, nominal: number): Working['latest'] {
  const { more, total } = rule.extension ?? {};
  const counts = (day: number) => !isClosed(calendar, day);
  const days = [more && spanEnd(nominal, more, 1, counts), total && spanEnd(start, total, 1, counts)].filter(
    (day) => day !== undefined,
  );
  if (days.length === 0) return undefined;
  const day = Math.min(...days);
  const outermost = Math.max(...days);
  return { day, outermost: outermost === day ? undefined : outermost };
}

const NOTHING: Extended = { end: 0, shorterEnd: 0, lines: [], runs: [] };

function hoursWork(
  rule: Rule,
  calendar: Calendar,
  span: Span,
  start: number,
  startNote: string | undefined,
  direction: Direction,
  minutes: number | undefined,
): Working | NoDate {
  if (minutes === undefined) {
    return {
      none: 'needs-fact',
      text: 'A period of hours needs the time of day: YYYY-MM-DDTHH:MM.',
      reviewOn: undefined,
    };
  }
  const end = start * 1440 + minutes + direction * span.amount * 60;
  const nominal = Math.floor(end / 1440);
  const due = roll(rule, calendar, nominal, direction);
  const safe = Math.max(
    Math.min(safeRoll(rule, calendar, nominal, direction), due),
    direction === 1 ? start : -Infinity,
  );
  return {
    direction,
    start,
    startNote,
    spans: [{ text: spanText(span), end: nominal }],
    tribunal: undefined,
    base: nominal,
    extended: { ...NOTHING, end: nominal, shorterEnd: nominal },
    nominal,
    rolled: due,
    served: undefined,
    due,
    minutes: end - nominal * 1440,
    safeBase: nominal,
    safe,
    latest: undefined,
    outOfTime: false,
    others: [],
  };
}

function tribunalWork(
  rule: Rule,
  standard: number,
  start: number,
  startNote: string | undefined,
  { facts, trigger, exclusions }: Counted & { trigger: number },
): Working {
  const asked = numberFact(facts, 'months');
  const months = asked ?? standard;
  const acasStart = dateFact(facts, 'acasStart');
  const acasEnd = dateFact(facts, 'acasEnd');
  if (acasStart !== undefined && acasEnd !== undefined && acasEnd < acasStart) {
    throw problem('bad-fact', 'Conciliation cannot end before it began: day B is before day A.', {
      field: 'facts.acasEnd',
    });
  }
  const count = countTribunal(start, months, acasStart, acasEnd);
  const extended = extend(start, count.end, exclusions, allows(rule));
  const standardEnd = months === standard ? count.end : countTribunal(start, standard, acasStart, acasEnd).end;
  const others: OtherDate[] = [];
  if (count.laterEnd !== count.end) others.push({ label: "the other reading at a month's end", due: count.laterEnd });
  if (months !== standard) others.push({ label: `${standard} months`, due: standardEnd, citation: rule.citation });
  for (const { label, period, from, citation, confidence } of rule.alternatives ?? []) {
    if (asked !== undefined || (from !== undefined && trigger < (dateFact({ from }, 'from') ?? 0))) continue;
    others.push({ label, due: countTribunal(start, period.amount, acasStart, acasEnd).end, citation, confidence });
  }
  return {
    direction: 1,
    start,
    startNote,
    spans: [],
    tribunal: { count, months },
    base: count.end,
    extended,
    nominal: extended.end,
    rolled: extended.end,
    served: undefined,
    due: extended.end,
    minutes: undefined,
    safeBase: Math.min(standardEnd, extended.shorterEnd),
    safe: Math.min(standardEnd, extended.shorterEnd),
    latest: undefined,
    outOfTime: count.outOfTime,
    others,
  };
}
