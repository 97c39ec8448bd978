import path from 'node:path';
import { type Command, EXIT } from '#main/cli/command.ts';
import { matterId } from '#main/cli/find.ts';
import { readArgs } from '#main/cli/usage.ts';
import { withVault } from '#main/cli/vault.ts';
import type { Output } from '#shared/contract/index.ts';
import { problem } from '#shared/problem.ts';

/** As many paths as one call takes. What was taken in by the calls before one that is cancelled stays. */
const AT_ONCE = 2000;

export const importCommand: Command = {
  name: 'import',
  usage: 'V --matter ID [--folders] FILE…',
  summary:
    'Takes files into a matter as exhibits, with an entry of custody each; a bad file does not stop the others. With --folders a folder stands for its files.',
  example: 'import Chamber.misl --matter M-2026/001 statement.pdf chat.txt',
  async run(context) {
    const { values, positionals } = readArgs(
      context.args,
      { matter: { type: 'string' }, folders: { type: 'boolean' } },
      { min: 2, max: Number.POSITIVE_INFINITY },
    );
    const [dir, ...files] = positionals as [string, ...string[]];
    const { matter, folders = false } = values;
    if (matter === undefined)
      throw problem('wrong-use', 'import takes --matter ID.', { hint: 'See: misl help import' });
    return withVault(context, dir, async (app) => {
      const id = await matterId(app, matter);
      const paths = files.map((file) => path.resolve(file));
      const imported: Output<'exhibits.import'> = [];
      for (let at = 0; at < paths.length; at += AT_ONCE) {
        const given = { matterId: id, paths: paths.slice(at, at + AT_ONCE), folders };
        imported.push(...(await app.call('exhibits.import', given, context.signal)));
      }
      const rows = imported.map(({ pages, number, sameAs, ...row }) => ({
        ...row,
        ...(pages === null ? {} : { pages }),
        number,
        sameAs,
      }));
      if (context.json) context.out(JSON.stringify(rows));
      else {
        for (const { file, number, kind, pages, problems } of imported) {
          const what =
            number === null ? 'not taken in' : `exhibit ${number}, ${kind}${pages ? `, ${pages} pages` : ''}`;
          context.out(`${file}: ${what}${problems.length > 0 ? ` (${problems.join('; ')})` : ''}`);
        }
      }
      const refused = imported.filter(({ exhibit }) => exhibit === null);
      for (const { file, problems } of refused) context.err(`misl: ${file}: ${problems.join('; ')}`);
      return refused.length > 0 ? EXIT.refused : EXIT.done;
    });
  },
};
