import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { bindInWorker } from '#main/bundles/bind-in-worker.ts';
import type { BindItem, BindReport } from '#main/bundles/binding.ts';
import { looseSource } from '#main/bundles/loose.ts';
import { bindingProfile, profileOf } from '#main/bundles/profiles.ts';
import { type CliContext, type Command, EXIT } from '#main/cli/command.ts';
import { readArgs } from '#main/cli/usage.ts';
import { RESOURCES, withVault } from '#main/cli/vault.ts';
import { intoPlace } from '#main/output.ts';
import { loadPacks } from '#main/packs/service.ts';
import { courtChecks } from '#shared/domain/bundles/profile-checks.ts';
import { problem } from '#shared/problem.ts';

const OPTIONS = {
  out: { type: 'string' },
  force: { type: 'boolean' },
  files: { type: 'boolean' },
  title: { type: 'string' },
  profile: { type: 'string' },
  sections: { type: 'string' },
} as const;

/** The parts of a bundle of loose files: which file stands where, and under which words. */
const sectionsFile = z.strictObject({
  sections: z
    .array(
      z.strictObject({
        title: z.string().min(1).max(500),
        items: z.array(
          z.strictObject({
            file: z.string().min(1).describe('the path as it was given after --files, or the name of the file'),
            title: z.string().max(500).optional(),
            date: z.iso.date().nullable().optional(),
            pages: z.string().max(1000).nullable().optional(),
          }),
        ),
      }),
    )
    .min(1),
});

type LooseSection = z.infer<typeof sectionsFile>['sections'][number];

export const bundleCommand: Command = {
  name: 'bundle',
  usage:
    'V BUNDLE --out FILE.pdf [--force] | --files FILE… --title T --out FILE.pdf [--profile P] [--sections SPEC.json]',
  summary: 'Binds a bundle of the vault, or loose files: index, outline, links, page labels, printed numbers.',
  example: 'bundle --files order.pdf statement.pdf --title "Case bundle" --out bundle.pdf',
  async run(context) {
    const limits = { min: 0, max: Number.POSITIVE_INFINITY };
    const { values, positionals } = readArgs(context.args, OPTIONS, limits);
    if (values.out === undefined)
      throw problem('wrong-use', 'bundle takes --out FILE.pdf.', { hint: 'See: misl help bundle' });
    const out = path.resolve(values.out);
    const overwrite = values.force ?? false;
    if (values.files) return bindFiles(context, positionals, { ...values, out, overwrite });
    if (positionals.length !== 2)
      throw problem('wrong-use', 'bundle takes a vault and a bundle, or --files.', { hint: 'See: misl help bundle' });
    const [dir, wanted] = positionals as [string, string];
    const from = performance.now();
    const report = await withVault(context, dir, (app) =>
      app.call('bundles.produce', { id: wanted, path: out, overwrite }, context.signal),
    );
    return tell(context, report!, out, from);
  },
};

async function bindFiles(
  context: CliContext,
  files: string[],
  options: { out: string; overwrite: boolean; title?: string; profile?: string; sections?: string },
): Promise<number> {
  const { out, overwrite, title } = options;
  if (files.length === 0 || title === undefined)
    throw problem('wrong-use', 'bundle --files takes at least one file and --title.', {
      hint: 'See: misl help bundle',
    });
  if (files.some((file) => isSame(file, out)))
    throw problem('output-is-source', 'The bundle would overwrite one of its own sources. Nothing was written.', {
      hint: 'Give --out another name.',
    });
  const from = performance.now();
  const { library } = loadPacks([path.join(RESOURCES, 'packs')]);
  const profile = profileOf(library, options.profile ?? 'plain');
  const skipped: BindReport['skipped'] = [];
  const sections = await sectionsOf(files, options.sections, skipped);
  let bound: BindReport | undefined;
  await intoPlace(out, { overwrite }, async (partial) => {
    try {
      bound = await bindInWorker(
        {
          title,
          front: {
            title,
            indexTitle: null,
            forumName: null,
            jurisdiction: null,
            caseNumber: null,
            first: null,
            second: null,
            notes: [],
            sample: false,
            page: profile.page,
          },
          profile: bindingProfile(profile),
          sections,
          partial,
        },
        { signal: context.signal, onProgress: context.interactive ? progressTo(context) : () => {} },
      );
    } catch (error) {
      rmSync(partial, { force: true });
      throw error;
    }
  });
  const checks = [...bound!.checks, ...bound!.files.flatMap(({ found }) => courtChecks(profile, found))];
  return tell(context, { ...bound!, checks, skipped: [...skipped, ...bound!.skipped] }, out, from);
}

/** Whether two paths lead to one file, by whatever name or link. */
function isSame(file: string, out: string): boolean {
  if (path.resolve(file) === out) return true;
  const [a, b] = [file, out].map((each) => statSync(each, { throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

const progressTo =
  ({ err }: CliContext) =>
  ({ done, total, unit }: { done: number; total: number | null; unit: string }) =>
    err(`${done}${total === null ? '' : ` of ${total}`} ${unit}`);

/** All files in one section in their order, or as the file of sections says. */
async function sectionsOf(files: string[], spec: string | undefined, skipped: BindReport['skipped']) {
  const parts: LooseSection[] =
    spec === undefined ? [{ title: 'Documents', items: files.map((file) => ({ file })) }] : readSections(spec, files);
  let serial = 0;
  const sections = [];
  for (const [i, { title, items }] of parts.entries()) {
    const bound: BindItem[] = [];
    for (const item of items) {
      const file = fileOf(item.file, files);
      const name = path.basename(file);
      try {
        const handle = await looseSource(path.resolve(file));
        const shown = item.title || path.parse(name).name;
        const date = item.date ?? null;
        const pages = item.pages ?? null;
        bound.push({ id: `f${serial++}`, title: shown, date, mark: null, pages, sources: [{ handle, name }] });
      } catch (error) {
        skipped.push({ file: name, reason: messageOf(error) });
      }
    }
    sections.push({ id: `s${i}`, title, items: bound });
  }
  return sections;
}

function fileOf(wanted: string, files: string[]): string {
  const found = files.find((file) => file === wanted) ?? files.find((file) => path.basename(file) === wanted);
  if (found === undefined)
    throw problem(
      'unknown-file',
      `The sections name ${wanted}, which is not among the files given. Nothing was written.`,
    );
  return found;
}

function readSections(spec: string, files: string[]): LooseSection[] {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(spec, 'utf8'));
  } catch (error) {
    throw problem('not-json', `${path.basename(spec)} could not be read as JSON. Nothing was written.`, {}, error);
  }
  const parsed = sectionsFile.safeParse(value);
  if (!parsed.success) {
    const { path: where, message } = parsed.error.issues[0]!;
    throw problem('bad-sections', `${path.basename(spec)}: ${where.join('.')}: ${message}. Nothing was written.`, {
      field: where.join('.'),
    });
  }
  const named = new Set(parsed.data.sections.flatMap(({ items }) => items.map(({ file }) => fileOf(file, files))));
  const rest = files.filter((file) => !named.has(file)).map((file) => ({ file }));
  return rest.length === 0
    ? parsed.data.sections
    : [...parsed.data.sections, { title: 'Further documents', items: rest }];
}

function messageOf(error: unknown): string {
  if (error !== null && typeof error === 'object' && 'problem' in error)
    return (error.problem as { message: string }).message;
  throw error;
}

type Told = Pick<BindReport, 'pages' | 'bytes' | 'sha256' | 'skipped'> & {
  items: { title: string; file: string | null; firstPage: number; lastPage: number; label: string }[];
  checks: BindReport['checks'];
};

function tell(
  context: CliContext,
  { pages, bytes, sha256, items, skipped, checks }: Told,
  out: string,
  from: number,
): number {
  const tookMs = Math.round(performance.now() - from);
  const rows = items.map(({ title, file, firstPage, lastPage, label }) => ({
    title,
    file,
    firstPage,
    lastPage,
    label,
  }));
  if (context.json) context.out(JSON.stringify({ pages, bytes, sha256, items: rows, skipped, checks, tookMs }));
  else context.out(`${out}: ${pages} pages, ${bytes} bytes, ${rows.length} documents`);
  for (const { file, reason } of skipped) context.err(`misl: ${file} was left out: ${reason}`);
  return skipped.length > 0 ? EXIT.refused : EXIT.done;
}
