import path from 'node:path';
import { type Command, EXIT } from '#main/cli/command.ts';
import { matterId } from '#main/cli/find.ts';
import { readArgs } from '#main/cli/usage.ts';
import { withVault } from '#main/cli/vault.ts';
import { renderDocx } from '#main/documents/service.ts';
import { writeOutput } from '#main/output.ts';
import { statusDocument } from '#main/proceedings/status.ts';

export const statusCommand: Command = {
  name: 'status',
  usage: 'V MATTER [--as-of DATE] [--out FILE.docx] [--force]',
  summary: 'Says what was decided in every proceeding of a matter, and what was not, as of a day.',
  example: 'status Chamber.misl M-2026/001 --as-of 2026-11-23',
  async run(context) {
    const { values, positionals } = readArgs(
      context.args,
      { 'as-of': { type: 'string' }, out: { type: 'string' }, force: { type: 'boolean' } },
      { min: 2 },
    );
    const [dir, wanted] = positionals as [string, string];
    return withVault(context, dir, async (app) => {
      const id = await matterId(app, wanted);
      const asOf = values['as-of'];
      const status = await app.call('proceedings.status', { matterId: id, ...(asOf === undefined ? {} : { asOf }) });
      if (values.out !== undefined) {
        const bytes = await renderDocx(await statusDocument(app, id, status));
        const written = await writeOutput(path.resolve(values.out), bytes, { overwrite: values.force ?? false });
        const detail = JSON.stringify({ sha256: written.sha256, bytes: written.bytes });
        await app.session!.runner.note({
          action: 'status.export',
          entity: 'matter',
          entityId: id,
          matterId: id,
          detail,
        });
        if (!context.json) context.out(written.path);
      }
      if (context.json) context.out(JSON.stringify(status));
      else if (values.out === undefined) context.out(status.text);
      return EXIT.done;
    });
  },
};
