import path from 'node:path';
import { type CliContext, EXIT } from '#main/cli/command.ts';
import { columns } from '#main/cli/table.ts';
import { withVault } from '#main/cli/vault.ts';
import { readPackFiles } from '#main/packs/service.ts';
import type { Output } from '#shared/contract/index.ts';
import { shortDate } from '#shared/domain/blocks/dates.ts';
import { problem } from '#shared/problem.ts';

/** Packs that the user installs in a vault: the verbs of `misl packs` that take one. */

type Move = Output<'packs.moves'>[number];
type Own = Output<'packs.own'>[number];

/** What is installed in a vault, with what it adds and overrides. */
export async function listOwn(context: CliContext, vault: string): Promise<number> {
  const packs = await withVault(context, vault, (app) => app.call('packs.own', {}), { readonly: true });
  if (context.json) context.out(JSON.stringify(packs));
  else if (packs.length === 0) context.out('No pack of your own is installed in this vault.');
  else for (const line of packs.flatMap(asText)) context.out(line);
  return packs.some(({ enabled, errors }) => enabled && errors.length > 0) ? EXIT.refused : EXIT.done;
}

function asText({ id, title, version, enabled, amends, extends: parent, fileName, rows, errors }: Own): string[] {
  const of = amends ? `amends ${amends}` : parent ? `extends ${parent}` : 'stands alone';
  return [
    `${id} ${version}, ${title} (${of}; ${enabled ? 'on' : 'off'}; from ${fileName})`,
    ...columns(
      rows.map(({ part, id: row, now, was }) => [`  ${part}`, row, now, was ? `instead of ${was.text}` : 'new']),
    ),
    ...errors.map(({ file, line, message }) => `  ${file}:${line}: ${message}`),
  ];
}

/** Installs a pack, and says which deadlines it moves; one with errors is refused, each with its place and reason. */
export async function install(context: CliContext, vault: string, place: string): Promise<number> {
  const files = { fileName: path.basename(path.resolve(place)), files: readPackFiles(path.resolve(place)) };
  return withVault(context, vault, async (app) => {
    const preview = await app.call('packs.preview', files);
    const { id, title, version, rows, errors, moves, replaces } = preview;
    if (errors.length > 0) {
      for (const { file, line, column, path: where, message } of errors) {
        context.err(`${file}:${line}:${column}: ${where ? `${where}: ` : ''}${message}`);
      }
      const count = errors.length === 1 ? 'an error' : `${errors.length} errors`;
      throw problem('pack-invalid', `The pack has ${count}. Nothing was installed.`, {
        field: `${errors[0]!.file}:${errors[0]!.line}`,
        hint: errors[0]!.message,
      });
    }
    await app.call('packs.install', files);
    if (context.json) context.out(JSON.stringify({ id, title, version, replaces, rows, moves }));
    else {
      context.out(`${title} ${version} is installed${replaces ? `, in the place of ${replaces}` : ''}.`);
      for (const line of movesText(moves)) context.out(line);
    }
    return EXIT.done;
  });
}

export async function remove(context: CliContext, vault: string, id: string): Promise<number> {
  return withVault(context, vault, async (app) => {
    const moves = await app.call('packs.moves', { id, to: 'removed' });
    await app.call('packs.remove', { id });
    return done(context, id, 'removed', moves);
  });
}

/** Switches a pack on or off; it stays in the vault. */
export async function turn(
  context: CliContext,
  vault: string,
  id: string,
  verb: 'enable' | 'disable',
): Promise<number> {
  const enabled = verb === 'enable';
  return withVault(context, vault, async (app) => {
    const moves = await app.call('packs.moves', { id, to: enabled ? 'on' : 'off' });
    await app.call('packs.enable', { id, enabled });
    return done(context, id, enabled ? 'on' : 'off', moves);
  });
}

function done(context: CliContext, id: string, state: string, moves: Move[]): number {
  if (context.json) context.out(JSON.stringify({ id, state, moves }));
  else for (const line of [`${id} is ${state}.`, ...movesText(moves)]) context.out(line);
  return EXIT.done;
}

function movesText(moves: readonly Move[]): string[] {
  const day = (value: string | null) => (value ? shortDate(value) : 'no day');
  return columns(
    moves.map(({ matter, title, from, to, kept }) => [
      `  ${matter}`,
      title,
      `${day(from)} → ${day(to)}${kept ? `, worked to ${day(kept)} as set by hand` : ''}`,
    ]),
  );
}
