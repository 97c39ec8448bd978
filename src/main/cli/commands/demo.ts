import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { App } from '#main/app.ts';
import { type CliContext, type Command, EXIT } from '#main/cli/command.ts';
import { readArgs } from '#main/cli/usage.ts';
import { cliApp } from '#main/cli/vault.ts';
import { diaryIcs, diaryPdf } from '#main/diary/formats.ts';
import { createSampleVault, fillSample } from '#main/intake/sample.ts';
import { writeOutput } from '#main/output.ts';
import { statusDocument, writeStatement } from '#main/proceedings/status-files.ts';
import { openSession } from '#main/session/lifecycle.ts';
import { addDays } from '#shared/domain/dates/days.ts';
import { problem } from '#shared/problem.ts';

interface Made {
  what: string;
  path: string;
  bytes: number;
  tookMs: number;
  pages?: number;
}

export const demoCommand: Command = {
  name: 'demo',
  usage: '--out DIR [--force]',
  summary:
    'Makes a sample vault and does the main job on it: complaint, bundle, status statement, cause list, calendar.',
  example: 'demo --out demo',
  async run(context) {
    const options = { out: { type: 'string' }, force: { type: 'boolean' } } as const;
    const { values } = readArgs(context.args, options, { min: 0 });
    if (values.out === undefined) throw problem('wrong-use', 'demo takes --out DIR.', { hint: 'See: misl help demo' });
    const out = path.resolve(values.out);
    mkdirSync(out, { recursive: true });
    const home = mkdtempSync(path.join(tmpdir(), 'misl-demo-'));
    const app = cliApp(context);
    const vault = await createSampleVault(path.join(home, 'Sample.misl'));
    try {
      openSession(app, vault);
      const made = await mainJob(app, context, out, values.force ?? false);
      if (context.json) context.out(JSON.stringify({ files: made }));
      else for (const each of made) context.out(lineOf(each));
      return EXIT.done;
    } finally {
      app.session = null;
      await vault.close();
      rmSync(home, { recursive: true, force: true });
    }
  },
};

function lineOf({ what, path: file, bytes, tookMs, pages }: Made): string {
  const extent = pages === undefined ? '' : `, ${pages} pages`;
  return `${what.padEnd(17)}${file}  (${(bytes / 1024).toFixed(0)} KB${extent}, ${(tookMs / 1000).toFixed(1)} s)`;
}

/** Drafts, binds and prints what an advocate would for the sample matter. */
async function mainJob(app: App, context: CliContext, out: string, overwrite: boolean): Promise<Made[]> {
  const made: Made[] = [];
  const step = async (
    what: string,
    name: string,
    act: (file: string) => Promise<{ bytes: number; pages?: number }>,
  ) => {
    context.signal.throwIfAborted();
    const file = path.join(out, name);
    const from = performance.now();
    const { bytes, pages } = await act(file);
    made.push({ what, path: file, bytes, tookMs: performance.now() - from, ...(pages === undefined ? {} : { pages }) });
  };
  const from = performance.now();
  const matterId = await fillSample(app, context.signal);
  context.err(`sample vault made in ${((performance.now() - from) / 1000).toFixed(1)} s`);
  const [draft] = await app.call('drafts.list', { matterId });
  const [bundle] = await app.call('bundles.list', { matterId });
  await step('complaint', 'complaint.docx', async (file) =>
    required(await app.call('drafts.exportDocx', { id: draft!.id, path: file, overwrite })),
  );
  await step('bundle', 'bundle.pdf', async (file) =>
    required(await app.call('bundles.produce', { id: bundle!.id, path: file, overwrite })),
  );
  await step('status statement', 'status.docx', async (file) => {
    const status = await app.call('proceedings.status', { matterId });
    const statement = {
      document: await statusDocument(app, matterId, status),
      matterIds: [matterId],
      isOfClient: false,
    };
    return writeStatement(app, statement, { path: file, overwrite, audience: 'public', despite: undefined });
  });
  const range = { from: context.today, to: addDays(context.today, 13) };
  const entries = await app.call('diary.between', range);
  await step('cause list', 'cause-list.pdf', async (file) =>
    writeOutput(file, await diaryPdf(entries, range), { overwrite }),
  );
  await step('calendar', 'diary.ics', async (file) =>
    writeOutput(file, Buffer.from(await diaryIcs(app, entries, range)), { overwrite }),
  );
  return made;
}

function required<T>(written: T | null): T {
  if (written === null) throw new Error('a path was given, and none was used');
  return written;
}
