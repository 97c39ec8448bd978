import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type CliContext, type Command, EXIT } from '#main/cli/command.ts';
import { matterId } from '#main/cli/find.ts';
import { columns } from '#main/cli/table.ts';
import { readArgs } from '#main/cli/usage.ts';
import { withVault } from '#main/cli/vault.ts';
import { loadMatterFile } from '#main/intake/matter-file.ts';
import { CSV_FIELDS } from '#shared/contract/intake.ts';
import { matterFile } from '#shared/contract/matter-file.ts';
import { problem } from '#shared/problem.ts';

/** What a column may be said to hold. */
type CsvField = (typeof CSV_FIELDS)[number] | 'ignore';

export const matterCommand: Command = {
  name: 'matter',
  usage:
    'list V | show V ID | load V FILE.json | load --schema | import-csv V FILE.csv [--map FILE.json] [--pack P] [--date-order day-month|month-day] [--dry-run]',
  summary: 'Lists, shows, loads and imports matters.',
  example: 'matter load Chamber.misl matter.json',
  run(context) {
    const [action, ...args] = context.args;
    switch (action) {
      case 'list':
        return list(context, args);
      case 'show':
        return show(context, args);
      case 'load':
        return load(context, args);
      case 'import-csv':
        return importCsv(context, args);
      default:
        throw problem('wrong-use', 'matter takes list, show, load or import-csv.', { hint: 'See: misl help matter' });
    }
  },
};

async function list(context: CliContext, args: string[]): Promise<number> {
  const { positionals } = readArgs(args, {}, { min: 1 });
  const rows = await withVault(context, positionals[0]!, (app) => app.call('matters.list', {}), { readonly: true });
  if (context.json) context.out(JSON.stringify(rows));
  else {
    const table = rows.map((row) => [row.reference, row.title, row.nextOn ?? '', row.nextWhat ?? '', row.id]);
    for (const text of columns(table)) context.out(text);
  }
  return EXIT.done;
}

async function show(context: CliContext, args: string[]): Promise<number> {
  const { positionals } = readArgs(args, {}, { min: 2 });
  const [dir, wanted] = positionals as [string, string];
  const shown = await withVault(
    context,
    dir,
    async (app) => {
      const id = await matterId(app, wanted);
      const proceedings = await app.call('proceedings.list', { matterId: id });
      return {
        matter: await app.call('matters.get', { id }),
        parties: await app.call('parties.list', { matterId: id }),
        proceedings: await Promise.all(proceedings.map((each) => app.call('proceedings.get', { id: each.id }))),
        counts: await app.call('matters.counts', { id }),
      };
    },
    { readonly: true },
  );
  if (context.json) {
    context.out(JSON.stringify(shown));
    return EXIT.done;
  }
  const { matter, parties, proceedings } = shown;
  context.out(`${matter.reference}  ${matter.title}  (${matter.pack}, opened ${matter.openedOn})`);
  for (const party of parties)
    context.out(`  ${party.role}: ${party.protected ? (party.pseudonym ?? 'protected identity') : party.name}`);
  for (const { proceeding, orders, hearings } of proceedings) {
    context.out(`  ${proceeding.numberText ?? '(no number yet)'}  ${proceeding.forumName}  ${proceeding.id}`);
    for (const order of orders)
      context.out(`    ${order.date}  order: ${order.summary ?? order.disposal ?? order.interimKind ?? order.kind}`);
    const next = hearings.find(({ date }) => date >= context.today);
    if (next) context.out(`    next: ${next.date}${next.time ? ` ${next.time}` : ''}  ${next.purpose ?? ''}`);
  }
  return EXIT.done;
}

async function load(context: CliContext, args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, { schema: { type: 'boolean' } }, { min: 0, max: 2 });
  if (values.schema) {
    context.out(JSON.stringify(z.toJSONSchema(matterFile, { io: 'input' }), null, 2));
    return EXIT.done;
  }
  const [dir, file] = positionals;
  if (dir === undefined || file === undefined)
    throw problem('wrong-use', 'matter load takes a vault and a file.', { hint: 'See: misl help matter' });
  const value = parseJson(await readText(file), path.basename(file));
  const loaded = await withVault(context, dir, (app) =>
    loadMatterFile(app, value, path.dirname(path.resolve(file)), context.signal),
  );
  if (context.json) context.out(JSON.stringify(loaded));
  else context.out(`Loaded ${loaded.title} as ${loaded.reference} (${loaded.matterId}).`);
  return EXIT.done;
}

async function importCsv(context: CliContext, args: string[]): Promise<number> {
  const { values, positionals } = readArgs(
    args,
    {
      map: { type: 'string' },
      pack: { type: 'string', default: 'pk' },
      'date-order': { type: 'string' },
      'dry-run': { type: 'boolean' },
    },
    { min: 2 },
  );
  const [dir, file] = positionals as [string, string];
  const dateOrder = readDateOrder(values['date-order']);
  const map = values.map === undefined ? {} : { map: await readMap(values.map) };
  const options = {
    path: path.resolve(file),
    pack: values.pack,
    ...map,
    ...(dateOrder === undefined ? {} : { dateOrder }),
  };
  const report = await withVault(
    context,
    dir,
    (app) =>
      values['dry-run']
        ? app.call('intake.previewCsv', options)
        : app.call('intake.importCsv', options, context.signal),
    { readonly: values['dry-run'] ?? false },
  );
  if (context.json) {
    context.out(JSON.stringify(report));
    return report.counts.refused > 0 ? EXIT.refused : EXIT.done;
  }
  for (const { heading, field } of report.columns) context.out(`column ${heading}: ${field}`);
  context.out(
    `dates read as ${report.dateOrder}${report.dateOrderSure ? '' : ' (assumed: no date of the file settles it)'}`,
  );
  for (const row of report.rows) {
    context.out(`line ${row.line}  ${row.outcome}  ${row.title}  ${row.number ?? ''}  ${row.nextOn ?? ''}`.trimEnd());
    for (const trouble of row.problems) context.out(`    ${trouble}`);
  }
  const { counts } = report;
  context.out(
    `${counts.new} ${values['dry-run'] ? 'would be imported' : 'imported'}, ${counts.duplicate} there already, ${counts.refused} refused`,
  );
  return counts.refused > 0 ? EXIT.refused : EXIT.done;
}

/** @throws ProblemError `wrong-use` */
function readDateOrder(text: string | undefined): 'day-month' | 'month-day' | undefined {
  if (text === undefined || text === 'day-month' || text === 'month-day') return text;
  throw problem('wrong-use', `--date-order: there is no “${text}”.`, { hint: 'Write day-month or month-day.' });
}

/** Which column of a register holds what: `{"Heading": "field"}`. @throws ProblemError `bad-map` with the wrong heading */
async function readMap(file: string): Promise<Record<string, CsvField>> {
  const name = path.basename(file);
  const read = parseJson(await readText(file), name);
  const known: readonly string[] = [...CSV_FIELDS, 'ignore'];
  const hint = `Write {"Heading": "field"}; the fields are ${known.join(', ')}.`;
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw problem('bad-map', `${name} is no map of headings to fields. Nothing was imported.`, { hint });
  for (const [heading, field] of Object.entries(read))
    if (!known.includes(field as string))
      throw problem(
        'bad-map',
        `${name}: “${heading}” is said to hold something that is no field. Nothing was imported.`,
        {
          hint,
        },
      );
  return read as Record<string, CsvField>;
}

async function readText(file: string): Promise<string> {
  const info = await stat(file).catch(() => null);
  if (!info?.isFile()) throw problem('no-such-file', `There is no file ${path.basename(file)}.`);
  if (info.size > 64 * 1024 * 1024) throw problem('file-too-large', `${path.basename(file)} is larger than 64 MB.`);
  return readFile(file, 'utf8');
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw problem(
      'not-json',
      `${name} is not JSON: ${(error as Error).message.slice(0, 120)}. Nothing was loaded.`,
      {},
      error,
    );
  }
}
