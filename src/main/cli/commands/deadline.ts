import { type CliContext, type Command, EXIT } from '#main/cli/command.ts';
import { libraryOf } from '#main/cli/library.ts';
import { readDay, readFacts } from '#main/cli/read.ts';
import { columns } from '#main/cli/table.ts';
import { readArgs } from '#main/cli/usage.ts';
import { shortDate, spokenDates } from '#shared/domain/blocks/dates.ts';
import type { ExtraClosure } from '#shared/domain/deadlines/calendar.ts';
import { computeDeadline, type Deadline } from '#shared/domain/deadlines/compute.ts';
import type { Exclusion } from '#shared/domain/deadlines/exclusions.ts';
import { getPack } from '#shared/packs/library.ts';
import { EXCLUSION_KINDS, type ExclusionKind } from '#shared/packs/schema-rules.ts';
import { problem } from '#shared/problem.ts';

const WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

export const deadlineCommand: Command = {
  name: 'deadline',
  usage:
    'RULE --pack P [--trigger DATE[THH:MM]] [--exclude copy|forum|other:FROM..TO …] [--fact KEY=VALUE …] ' +
    '[--holiday DATE|FROM..TO …] [--open DATE …] [--weekly-off DAY …] [--target-days N] [--vault V]',
  summary:
    'Computes one due date, with every step and what it rests on; with --vault by the packs that are installed in it. Without a trigger there is no date.',
  example: 'deadline sc.leave --pack pk-punjab --trigger 2026-10-12 --exclude copy:2026-10-14..2026-10-21',
  run: async (context) => runDeadline(context),
};

async function runDeadline(context: CliContext): Promise<number> {
  const { values, positionals } = readArgs(
    context.args,
    {
      pack: { type: 'string' },
      trigger: { type: 'string' },
      exclude: { type: 'string', multiple: true },
      fact: { type: 'string', multiple: true },
      holiday: { type: 'string', multiple: true },
      open: { type: 'string', multiple: true },
      'weekly-off': { type: 'string', multiple: true },
      'target-days': { type: 'string' },
      vault: { type: 'string' },
    },
    { min: 1 },
  );
  if (!values.pack) throw wrong('deadline needs --pack.', 'See: misl packs list');
  const weeklyOff = values['weekly-off']?.map(readWeekday);
  const deadline = computeDeadline({
    pack: getPack(await libraryOf(context, values.vault), values.pack),
    rule: positionals[0]!,
    trigger: readTrigger(values.trigger),
    exclusions: (values.exclude ?? []).map(readExclude),
    facts: readFacts(values.fact ?? []),
    today: context.today,
    targetDays: readCount(values['target-days']),
    calendar: {
      closures: (values.holiday ?? []).map(readHoliday),
      openDays: (values.open ?? []).map((day) => readDay(day, '--open')),
      ...(weeklyOff ? { weeklyOff } : {}),
    },
    trace: true,
  });
  const { days: _days, reason, ...rest } = deadline;
  if (reason?.code === 'beyond-reach') throw problem(reason.code, reason.text);
  const answer = reason ? { ...rest, reason } : rest;
  if (context.json) context.out(JSON.stringify(answer));
  else for (const line of asText(deadline)) context.out(line);
  return EXIT.done;
}

function asText(deadline: Deadline): string[] {
  const { nominal, due, safe, target, latest, time, reason, sense } = deadline;
  const rows: [string, string | undefined | null][] = [
    [sense === 'by' ? 'due' : 'not before', due && time ? `${due}, ${time}` : due],
    ['safe', safe],
    ['target', target],
    ['nominal', nominal],
    ['latest', latest],
    ['out of time', deadline.outOfTime ? 'yes' : undefined],
    ['explain from', deadline.reviewOn],
    ['no date', reason?.text],
    ['rests on', `${deadline.citation} (${deadline.confidence}, checked ${deadline.lastChecked})`],
    ...deadline.alternatives.map(({ label, due: other }): [string, string] => ['or', `${other}: ${label}`]),
    ...deadline.warnings.map((warning): [string, string] => ['note', warning]),
  ];
  return [
    `${deadline.title} (${deadline.rule}, ${deadline.pack})`,
    ...columns(rows.flatMap(([name, value]) => (value ? [[`  ${name}`, spokenDates(value)]] : []))),
    '',
    ...columns(
      (deadline.trace ?? []).map(({ date, step, citation }) => [
        `  ${shortDate(date)}`,
        citation ? `${step} [${citation}]` : step,
      ]),
    ),
  ];
}

const wrong = (message: string, hint: string) => problem('wrong-use', message, { hint });

function readTrigger(text: string | undefined): string | null {
  if (text === undefined) return null;
  const [day = '', time, ...more] = text.split('T');
  readDay(day, '--trigger');
  if (more.length > 0 || (time !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time))) {
    throw wrong(`--trigger: “${text}” has no time that can be read.`, 'Write it YYYY-MM-DDTHH:MM.');
  }
  return text;
}

function readExclude(text: string): Exclusion {
  const [, kind = '', from = '', to = ''] = /^([a-z]+):(.*)\.\.(.*)$/.exec(text) ?? [];
  if (!(EXCLUSION_KINDS as readonly string[]).includes(kind)) {
    throw wrong(
      `--exclude: “${text}” cannot be read.`,
      `Write it KIND:FROM..TO, KIND one of ${EXCLUSION_KINDS.join(', ')}.`,
    );
  }
  const days = { from: readDay(from, '--exclude'), to: readDay(to, '--exclude') };
  if (days.to < days.from) throw wrong(`--exclude: “${text}” ends before it begins.`, 'Write it KIND:FROM..TO.');
  return { kind: kind as ExclusionKind, ...days };
}

function readHoliday(text: string): ExtraClosure {
  const [from = '', to = from, ...more] = text.split('..');
  const closure = { from: readDay(from, '--holiday'), to: readDay(to, '--holiday') };
  if (more.length > 0 || closure.to < closure.from)
    throw wrong(`--holiday: “${text}” ends before it begins.`, 'FROM..TO');
  return closure;
}

function readWeekday(text: string): number {
  const day = WEEK.indexOf(text.toLowerCase());
  if (day < 0) throw wrong(`--weekly-off: “${text}” is no day of the week.`, `One of: ${WEEK.join(', ')}`);
  return day;
}

function readCount(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,2}$/.test(text)) throw wrong(`--target-days: “${text}” is no number of days.`, 'From 0 to 99.');
  return Number(text);
}
