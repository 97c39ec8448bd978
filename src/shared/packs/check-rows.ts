import type { RuleRow } from './schema-rules.ts';
import type { SourceFile } from './source.ts';
import type { PackError, Path } from './yaml.ts';

interface Force {
  from?: string | undefined;
  to?: string | undefined;
}
interface Dated {
  inForce?: Force | undefined;
}
type Report = (path: Path, message: string) => void;

/** What the schema cannot say of one pack's rows: ends that cross, ids given twice, facts that are not declared. */
export function checkRows(files: readonly SourceFile[]): PackError[] {
  const errors: PackError[] = [];
  const seen = new Map<string, { row: Dated; file: string }[]>();
  for (const { value, errorAt, file } of files) {
    const report: Report = (path, message) => errors.push(errorAt(path, message));
    const versioned = (part: string, rows: readonly object[] | undefined, id: (row: never) => string, key: string) => {
      for (const [index, row] of ((rows ?? []) as readonly Dated[]).entries()) {
        checkForce(row, [part, index], report);
        const name = `${part} ${id(row as never)}`;
        const others = seen.get(name) ?? [];
        const clash = others.find((other) => overlap(other.row, row));
        if (clash)
          report([part, index, key], `“${id(row as never)}” is already in ${clash.file}, for days that both cover`);
        seen.set(name, [...others, { row, file }]);
      }
    };
    const byId = (row: { id: string }) => row.id;
    versioned('forums', value.forums, byId, 'id');
    versioned('types', value.types, byId, 'id');
    versioned('events', value.events, byId, 'id');
    versioned('rules', value.rules, byId, 'id');
    versioned('grounds', value.grounds, (row: { code: string }) => row.code, 'code');
    versioned('remedies', value.remedies, byId, 'id');
    versioned('checks', value.checks, byId, 'id');
    versioned('drafts', value.drafts, byId, 'id');
    versioned('profiles', value.profiles, byId, 'id');
    versioned('definitions', value.definitions, byId, 'id');
    versioned('terms', value.terms, byId, 'id');
    versioned('calendars', value.calendars, (row: { year: number }) => String(row.year), 'year');
    for (const [index, rule] of (value.rules ?? []).entries()) checkRule(rule, ['rules', index], report);
    checkRemedies(value.remedies ?? [], report);
    checkCalendars(value.calendars ?? [], report);
    if (value.pack && !knownZone(value.pack.timeZone)) report(['pack', 'timeZone'], 'there is no such time zone');
  }
  return errors;
}

function checkForce({ inForce }: Dated, path: Path, report: Report) {
  if (inForce?.from && inForce.to && inForce.from > inForce.to) {
    report([...path, 'inForce', 'to'], 'the last day is before the first');
  }
}

function overlap(a: Dated, b: Dated): boolean {
  const before = (x: Dated, y: Dated) => Boolean(x.inForce?.to && y.inForce?.from && x.inForce.to < y.inForce.from);
  return !before(a, b) && !before(b, a);
}

function checkRule(rule: RuleRow, path: Path, report: Report) {
  const facts = new Map((rule.facts ?? []).map((fact) => [fact.key, fact]));
  const declared = (key: string | undefined, where: Path) => {
    if (key !== undefined && !facts.has(key))
      report([...path, ...where], `the fact “${key}” is not among this rule's facts`);
  };
  for (const [index, fact] of (rule.facts ?? []).entries()) {
    if ((fact.kind === 'choice') !== (fact.options !== undefined)) {
      report([...path, 'facts', index, 'kind'], 'a choice has options, and nothing else has');
    }
  }
  const { period } = rule;
  if (period.kind === 'choice') {
    declared(period.fact, ['period', 'fact']);
    const options = facts.get(period.fact)?.options ?? [];
    for (const value of Object.keys(period.values)) {
      if (!options.includes(value))
        report([...path, 'period', 'values', value], `“${value}” is not an option of the fact`);
    }
    for (const option of options) {
      if (!(option in period.values)) report([...path, 'period', 'values'], `the option “${option}” has no length`);
    }
  }
  if (period.kind === 'asked') for (const [at, key] of period.facts.entries()) declared(key, ['period', 'facts', at]);
  if (period.kind === 'tribunal')
    for (const key of ['acasStart', 'acasEnd', 'months']) declared(key, ['period', 'kind']);
  for (const [at, key] of (rule.laterOf ?? []).entries()) declared(key, ['laterOf', at]);
  declared(rule.presumedReceipt?.fact, ['presumedReceipt', 'fact']);
  declared(rule.service?.fact, ['service', 'fact']);
  declared(rule.versionBy, ['versionBy']);
  if (rule.extension && !rule.extension.more && !rule.extension.total) {
    report([...path, 'extension'], 'an extension has “more” or “total”');
  }
  for (const [at, { when }] of (rule.warnings ?? []).entries()) {
    declared(when?.fact, ['warnings', at, 'when', 'fact']);
    if (when?.fact && when.is === undefined && when.isNot === undefined) {
      report([...path, 'warnings', at, 'when'], 'a condition on a fact says “is” or “isNot”');
    }
  }
}

function checkRemedies(
  rows: readonly { rule?: string | undefined; noRule?: string | undefined; bar?: string | undefined }[],
  report: Report,
) {
  for (const [index, row] of rows.entries()) {
    if (row.rule && row.noRule)
      report(['remedies', index, 'noRule'], 'a remedy with a rule needs no reason for having none');
    if (!row.rule && !row.noRule && !row.bar) {
      report(['remedies', index], 'a remedy names its deadline rule, or says in noRule why there is none');
    }
  }
}

function checkCalendars(rows: readonly NonNullable<SourceFile['value']['calendars']>[number][], report: Report) {
  for (const [index, { year, days }] of rows.entries()) {
    for (const [at, row] of days.entries()) {
      const path = ['calendars', index, 'days', at];
      const from = row.date ?? row.from;
      const to = row.date ?? row.to;
      if (!from || !to || (row.date && (row.from || row.to))) {
        report(path, 'a closed day has either a date, or both from and to');
        continue;
      }
      if (from > to) report([...path, 'to'], 'the last day is before the first');
      if (Number(from.slice(0, 4)) !== year || Number(to.slice(0, 4)) !== year) {
        report([...path, row.date ? 'date' : 'from'], `this day is not in ${year}`);
      }
    }
  }
}

function knownZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
