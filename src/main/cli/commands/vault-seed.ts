import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { App } from '#main/app.ts';
import { type CliContext, EXIT } from '#main/cli/command.ts';
import { readArgs } from '#main/cli/usage.ts';
import { withVault } from '#main/cli/vault.ts';
import { seeded } from '#main/intake/random.ts';
import { seedMatters } from '#main/intake/seed.ts';
import { problem } from '#shared/problem.ts';

const WORDS = 'notice office meeting letter witness complaint record statement transfer register inquiry reply'.split(
  ' ',
);

/** `vault seed`: invented matters, and invented text files shared out among them as exhibits. */
export async function seed(context: CliContext, args: string[]): Promise<number> {
  const options = { matters: { type: 'string' }, files: { type: 'string' }, seed: { type: 'string' } } as const;
  const { values, positionals } = readArgs(args, options, { min: 1 });
  if (values.matters === undefined)
    throw problem('wrong-use', 'seed takes --matters N.', { hint: 'See: misl help vault' });
  const matters = count('--matters', values.matters);
  const files = count('--files', values.files ?? '0');
  const number = count('--seed', values.seed ?? '1');
  if (files > 0 && matters === 0) throw problem('wrong-use', 'Files need at least one matter.');
  return withVault(context, positionals[0]!, async (app) => {
    const ids = await seedMatters(app, {
      matters,
      seed: number,
      signal: context.signal,
      onProgress: (done, total) => context.interactive && context.err(`${done} of ${total} matters`),
    });
    await seedFiles(app, ids, files, number, context.signal);
    if (context.json) context.out(JSON.stringify({ matters: ids.length, files, ids }));
    else context.out(`Added ${ids.length} invented matters and ${files} files.`);
    return EXIT.done;
  });
}

function count(option: string, text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw problem('wrong-use', `${option} takes a whole number.`);
  return Number(text);
}

async function seedFiles(app: App, matters: string[], files: number, number: number, signal: AbortSignal) {
  const folder = mkdtempSync(path.join(app.session!.services.tmp, 'seed-'));
  const random = seeded(number + 1);
  try {
    for (let i = 0; i < files; i++) {
      signal.throwIfAborted();
      const file = path.join(folder, `Invented note ${i + 1}.txt`);
      const text = Array.from({ length: 200 + random.below(1800) }, () => random.pick(WORDS)).join(' ');
      writeFileSync(file, `Invented note ${i + 1}\n${text}\n`);
      const given = { matterId: matters[i % matters.length]!, paths: [file] };
      const [taken] = await app.call('exhibits.import', given, signal);
      if (taken!.exhibit === null) throw problem('not-taken-in', taken!.problems.join(' '));
      rmSync(file);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
