import { type Command, EXIT } from '#main/cli/command.ts';
import { leaveVault } from '#main/cli/leaving.ts';
import { readTarget } from '#main/cli/read.ts';
import { readArgs } from '#main/cli/usage.ts';
import { withVault } from '#main/cli/vault.ts';
import { TEMPLATES } from '#shared/domain/drafting/templates.ts';
import { problem } from '#shared/problem.ts';

export const draftCommand: Command = {
  name: 'draft',
  usage: 'V PROCEEDING --template T --out FILE.docx [--force] [--despite-leaks REASON] | --list',
  summary: 'Drafts a document of a proceeding from the records, with what is missing as marked blanks.',
  example: 'draft Chamber.misl 0197… --template complaint-phw --out complaint.docx',
  async run(context) {
    const { values, positionals } = readArgs(
      context.args,
      {
        template: { type: 'string' },
        out: { type: 'string' },
        force: { type: 'boolean' },
        list: { type: 'boolean' },
        'despite-leaks': { type: 'string' },
      },
      { min: 0, max: 2 },
    );
    if (values.list) {
      if (context.json) context.out(JSON.stringify(TEMPLATES.map(({ id, title }) => ({ id, title }))));
      else for (const { id, title } of TEMPLATES) context.out(`${id.padEnd(28)}${title}`);
      return EXIT.done;
    }
    const [dir, wanted] = positionals;
    if (dir === undefined || wanted === undefined || values.template === undefined || values.out === undefined) {
      throw problem('wrong-use', 'draft takes a vault, a proceeding, --template and --out.', {
        hint: 'See: misl help draft',
      });
    }
    const { template, force } = values;
    const out = readTarget(values.out, 'docx');
    return withVault(context, dir, async (app) => {
      const { proceeding } = await app.call('proceedings.get', { id: wanted });
      const drafts = await app.call('drafts.list', { matterId: proceeding.matterId });
      // What the advocate has already written for this proceeding is the draft; else a fresh one from the records.
      const present = drafts.find((draft) => draft.template === template && draft.proceedingId === proceeding.id);
      const id =
        present?.id ??
        (await app.call('drafts.add', { matterId: proceeding.matterId, proceedingId: proceeding.id, template })).id;
      const written = await leaveVault(context, app, { id, reason: values['despite-leaks'] }, (despite) =>
        app.call('drafts.exportDocx', { id, path: out, overwrite: force ?? false, ...(despite && { despite }) }),
      );
      if (!written) throw new Error('no path was asked for');
      if (context.json) context.out(JSON.stringify(written));
      else {
        context.out(`${written.path} (${written.bytes} bytes)`);
        for (const blank of written.blanks) context.err(`blank: ${blank.label}`);
      }
      return EXIT.done;
    });
  },
};
