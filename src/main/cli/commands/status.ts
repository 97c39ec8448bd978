import type { App } from '#main/app.ts';
import { type Command, EXIT } from '#main/cli/command.ts';
import { matterId } from '#main/cli/find.ts';
import { leaveVault, readAudience } from '#main/cli/leaving.ts';
import { readDay, readTarget } from '#main/cli/read.ts';
import { readArgs } from '#main/cli/usage.ts';
import { withVault } from '#main/cli/vault.ts';
import { clientDocument, statusDocument, writeStatement } from '#main/proceedings/status-files.ts';
import type { BlockDocument } from '#shared/domain/blocks/blocks.ts';
import { problem } from '#shared/problem.ts';

export const statusCommand: Command = {
  name: 'status',
  usage:
    'V MATTER|--client NAME [--as-of DATE] [--language en|ur] [--out FILE.docx] [--audience court|other-side|public] [--force] [--despite-leaks REASON]',
  summary:
    'Says what was decided in every proceeding of a matter, and what was not, as of a day. The Word file is for the public when no other audience is named: names that are kept from it give way to pseudonyms.',
  example: 'status Chamber.misl M-2026/001 --as-of 2026-11-23',
  async run(context) {
    const { values, positionals } = readArgs(
      context.args,
      {
        'as-of': { type: 'string' },
        language: { type: 'string' },
        client: { type: 'string' },
        out: { type: 'string' },
        force: { type: 'boolean' },
        audience: { type: 'string' },
        'despite-leaks': { type: 'string' },
      },
      { min: 1, max: 2 },
    );
    const [dir, wanted] = positionals;
    const { client } = values;
    if (dir === undefined || (wanted === undefined) === (client === undefined)) {
      throw problem('wrong-use', 'status takes a vault and a matter, or a vault and --client.', {
        hint: 'See: misl help status',
      });
    }
    const language = readLanguage(values.language);
    const audience = readAudience(values.audience, 'status') ?? 'public';
    const asOf = values['as-of'] === undefined ? undefined : readDay(values['as-of'], '--as-of');
    const out = values.out === undefined ? undefined : readTarget(values.out, 'docx');
    const state = async (app: App) => {
      const how = { ...(asOf === undefined ? {} : { asOf }), ...(language === undefined ? {} : { language }) };
      const write = async (document: BlockDocument, matterIds: string[]) => {
        const [id = ''] = matterIds;
        const statement = { document, matterIds, isOfClient: client !== undefined };
        const target = { path: out!, overwrite: values.force ?? false, audience };
        const leaving = { id, reason: values['despite-leaks'] };
        const { path } = await leaveVault(context, app, leaving, (despite) =>
          writeStatement(app, statement, { ...target, despite }),
        );
        if (!context.json) context.out(path);
      };
      if (client !== undefined) {
        const found = await ofClient(app, client, how);
        if (out !== undefined) {
          const ids = found.matters.map(({ matterId: each }) => each);
          await write(await clientDocument(app, found), ids);
        }
        if (context.json) context.out(JSON.stringify(found));
        else if (out === undefined) {
          for (const { reference, title, status } of found.matters)
            context.out(`${reference}  ${title}\n${status.text}\n`);
        }
        return EXIT.done;
      }
      const id = await matterId(app, wanted!);
      const status = await app.call('proceedings.status', { matterId: id, ...how });
      if (out !== undefined) await write(await statusDocument(app, id, status), [id]);
      if (context.json) context.out(JSON.stringify(status));
      else if (out === undefined) context.out(status.text);
      return EXIT.done;
    };
    // Only a file that leaves the vault is written down in it: without one, the window may have the vault open beside.
    return withVault(context, dir, state, { readonly: out === undefined });
  },
};

/** @throws ProblemError `wrong-use` */
function readLanguage(text: string | undefined): 'en' | 'ur' | undefined {
  if (text === undefined || text === 'en' || text === 'ur') return text;
  throw problem('wrong-use', `There is no language ${text}.`, { hint: 'Choose en or ur.' });
}

/** The status of every matter in which a party of this name is our client. @throws ProblemError `not-found` */
async function ofClient(app: App, client: string, how: { asOf?: string; language?: 'en' | 'ur' }) {
  const found = await app.call('proceedings.statusOfClient', { client, ...how });
  if (found.matters.length > 0) return found;
  throw problem('not-found', 'No client of this name is in this vault.', { hint: 'Give the name as it is written.' });
}
