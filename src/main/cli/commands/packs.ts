import path from 'node:path';
import { type CliContext, type Command, EXIT } from '#main/cli/command.ts';
import { libraryOf } from '#main/cli/library.ts';
import { columns } from '#main/cli/table.ts';
import { readArgs } from '#main/cli/usage.ts';
import { RESOURCES } from '#main/cli/vault.ts';
import { checkPackFolder, loadPacks } from '#main/packs/service.ts';
import { packSchema } from '#shared/packs/json-schema.ts';
import { getPack } from '#shared/packs/library.ts';
import type { Pack } from '#shared/packs/pack.ts';
import { problem } from '#shared/problem.ts';
import { install, listOwn, remove, turn } from './packs-own.ts';

const PACKS = path.join(RESOURCES, 'packs');

export const packsCommand: Command = {
  name: 'packs',
  usage:
    'list [V] | show ID [--vault V] | check FILE|DIR | install V FILE|DIR | remove V ID | enable V ID | disable V ID | schema',
  summary:
    'Lists the packs with their rules and citations, shows one, checks one that somebody wrote, installs it in a vault or removes it, or prints the JSON Schema.',
  example: 'packs show pk-punjab',
  async run(context) {
    const { positionals, values } = readArgs(context.args, { vault: { type: 'string' } }, { min: 1, max: 3 });
    const [verb, first, second] = positionals;
    const given = positionals.length - 1;
    if (verb === 'list' && given === 0) return list(context);
    if (verb === 'list' && given === 1) return listOwn(context, first!);
    if (verb === 'show' && given === 1) return show(context, first!, values.vault);
    if (verb === 'check' && given === 1) return check(context, first!);
    if (verb === 'install' && given === 2) return install(context, first!, second!);
    if (verb === 'remove' && given === 2) return remove(context, first!, second!);
    if ((verb === 'enable' || verb === 'disable') && given === 2) return turn(context, first!, second!, verb);
    if (verb === 'schema' && given === 0) {
      context.out(JSON.stringify(packSchema(), null, 2));
      return EXIT.done;
    }
    throw problem(
      'wrong-use',
      'packs takes list [V], show ID, check FILE, install V FILE, remove V ID, enable V ID, disable V ID or schema.',
      { hint: 'See: misl help packs' },
    );
  },
};

const inForceText = ({ inForce }: { inForce?: { from?: string | undefined; to?: string | undefined } | undefined }) =>
  inForce ? `${inForce.from ?? ''}..${inForce.to ?? ''}` : '';

function list(context: CliContext): number {
  const { library, errors } = loadPacks([PACKS]);
  for (const { pack, file, line, message } of errors) context.err(`${pack}/${file}:${line}: ${message}`);
  const packs = [...library.packs.values()];
  if (context.json) context.out(JSON.stringify(packs.map(summary)));
  else {
    const lines = columns(
      packs.map((pack) => [
        pack.id,
        pack.title,
        `${pack.rules.size} rules`,
        [...pack.calendars.keys()].sort().join(' '),
      ]),
    );
    for (const line of lines) context.out(line);
  }
  return errors.length > 0 ? EXIT.refused : EXIT.done;
}

function summary(pack: Pack) {
  const { id, title, version, country, region, chain } = pack;
  return {
    id,
    title,
    version,
    country,
    region,
    extends: chain[1] ?? null,
    calendars: [...pack.calendars.keys()].sort(),
    rules: [...pack.rules.values()].flat().map((rule) => ({
      id: rule.id,
      title: rule.title,
      citation: rule.citation,
      confidence: rule.confidence,
      inForce: rule.inForce ?? {},
      lastChecked: rule.lastChecked,
    })),
  };
}

async function show(context: CliContext, id: string, vault: string | undefined): Promise<number> {
  const pack = getPack(await libraryOf(context, vault), id);
  const rules = [...pack.rules.values()].flat();
  if (context.json) {
    const calendars = [...pack.calendars.values()].flat();
    context.out(JSON.stringify({ ...pack, rules, calendars }));
    return EXIT.done;
  }
  context.out(`${pack.title} (${pack.chain.join(' extends ')}), version ${pack.version}`);
  if (pack.ownPacks.length > 0) context.out(`with packs of your own: ${pack.ownPacks.join(', ')}`);
  const lines = columns(
    rules.map((rule) => [`  ${rule.id}`, rule.title, rule.confidence, inForceText(rule), rule.citation]),
  );
  for (const line of lines) context.out(line);
  return EXIT.done;
}

function check(context: CliContext, place: string): number {
  const { id, errors } = checkPackFolder(place, PACKS);
  const ok = errors.length === 0;
  if (context.json) {
    context.out(JSON.stringify({ ok, pack: id, errors: errors.map(({ pack: _pack, ...error }) => error) }));
  } else if (ok) context.out(`${id}: no errors`);
  else {
    for (const { file, line, column, path: where, message } of errors) {
      context.out(`${file}:${line}:${column}: ${where ? `${where}: ` : ''}${message}`);
    }
  }
  if (ok) return EXIT.done;
  context.err(`misl: the pack has ${errors.length} error${errors.length === 1 ? '' : 's'}.`);
  return EXIT.refused;
}
