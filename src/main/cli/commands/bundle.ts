import { statSync } from 'node:fs';
import path from 'node:path';
import type { BindReport } from '#main/bundles/binding.ts';
import { bindInto, filesOf } from '#main/bundles/outputs.ts';
import { bindingProfile, profileOf, volumeLimits } from '#main/bundles/profiles.ts';
import { reportOf } from '#main/bundles/report.ts';
import { type CliContext, type Command, EXIT } from '#main/cli/command.ts';
import { leaveVault } from '#main/cli/leaving.ts';
import { sectionsOf } from '#main/cli/loose-sections.ts';
import { askPdfPassword, passwordsGiven, pdfPasswords } from '#main/cli/pdf-passwords.ts';
import { readTarget } from '#main/cli/read.ts';
import { readArgs } from '#main/cli/usage.ts';
import { RESOURCES, withVault } from '#main/cli/vault.ts';
import { renderPdf } from '#main/documents/service.ts';
import { fileName, writeOutput } from '#main/output.ts';
import { loadPacks } from '#main/packs/service.ts';
import type { Produced } from '#shared/contract/bundles.ts';
import { courtChecks } from '#shared/domain/bundles/profile-checks.ts';
import { problem } from '#shared/problem.ts';

const OPTIONS = {
  out: { type: 'string' },
  force: { type: 'boolean' },
  files: { type: 'boolean' },
  title: { type: 'string' },
  profile: { type: 'string' },
  sections: { type: 'string' },
  'despite-leaks': { type: 'string' },
  as: { type: 'string' },
  'volume-pages': { type: 'string' },
  'max-mb': { type: 'string' },
  report: { type: 'string' },
  check: { type: 'boolean' },
} as const;

const FORMS = ['pdf', 'volumes', 'sections', 'folder'] as const;
type Form = (typeof FORMS)[number];

/** How the bundle is to be cut, as it was said on the command line. */
interface Cut {
  as: Form;
  volumePages: number | undefined;
  maxMegabytes: number | undefined;
}

export const bundleCommand: Command = {
  name: 'bundle',
  usage:
    'V BUNDLE --out FILE.pdf [--force] [--despite-leaks REASON] | --files FILE… --title T --out FILE.pdf [--profile P] [--sections SPEC.json] [--check]; both: [--as pdf|volumes|sections|folder] [--volume-pages N] [--max-mb N] [--report FILE.pdf]',
  summary:
    'Binds a bundle of the vault, or loose files: index, outline, links, page labels, printed numbers. In volumes, or one for each section, --out is a folder, or a name in which {n} stands for the volume. --check looks at every page for the rules of the profile; --report prints what was found. A locked PDF is opened by its password: asked for, or out of MISL_PDF_PASSWORDS, JSON of file names and passwords.',
  example: 'bundle --files order.pdf statement.pdf --title "Case bundle" --out bundle.pdf',
  async run(context) {
    const limits = { min: 0, max: Number.POSITIVE_INFINITY };
    const { values, positionals } = readArgs(context.args, OPTIONS, limits);
    if (values.out === undefined)
      throw problem('wrong-use', 'bundle takes --out FILE.pdf.', { hint: 'See: misl help bundle' });
    const overwrite = values.force ?? false;
    const cut = readCut(values);
    const out = cut.as === 'folder' ? path.resolve(values.out) : readTarget(values.out, 'pdf');
    const printed = values.report === undefined ? undefined : readTarget(values.report, 'pdf', '--report');
    if (printed !== undefined) refuseReportOver(printed, [out]);
    if (values.files) return bindFiles(context, positionals, { ...values, out, overwrite, cut, report: printed });
    if (positionals.length !== 2)
      throw problem('wrong-use', 'bundle takes a vault and a bundle, or --files.', { hint: 'See: misl help bundle' });
    const [dir, wanted] = positionals as [string, string];
    const from = performance.now();
    const { as, volumePages, maxMegabytes } = cut;
    const cutting = {
      as,
      ...(volumePages === undefined ? {} : { volumePages }),
      ...(maxMegabytes === undefined ? {} : { maxMegabytes }),
    };
    const made = await withVault(context, dir, async (app) => {
      const leaving = { id: wanted, reason: values['despite-leaks'] };
      const make = (passwords: Record<string, string> | null, again: boolean) =>
        leaveVault(context, app, leaving, (despite) =>
          app.call(
            'bundles.produce',
            {
              id: wanted,
              path: out,
              overwrite: overwrite || again,
              ...cutting,
              ...(passwords && { passwords }),
              ...(despite && { despite }),
            },
            context.signal,
          ),
        );
      const known = passwordsGiven();
      let report = await make(known, false);
      const typed = known === null ? await typedPasswords(context, report!) : {};
      if (Object.keys(typed).length > 0) report = await make(typed, true);
      if (printed !== undefined) {
        const { files, checks } = report!;
        const print = { id: wanted, files, checks, path: printed, overwrite };
        await leaveVault(context, app, leaving, (despite) =>
          app.call('bundles.exportReport', { ...print, ...(despite && { despite }) }, context.signal),
        );
      }
      return report!;
    });
    return tell(context, made, from);
  },
};

/** Asks for the passwords of what was left out of one file for want of them. */
async function typedPasswords(context: CliContext, { skipped, files }: Produced): Promise<Record<string, string>> {
  const typed: Record<string, string> = {};
  // Volumes may be cut otherwise by what is added, and old ones would be left beside the new.
  if (!context.interactive || files.length !== 1) return typed;
  for (const { file, locked } of skipped) {
    const password = locked && !(file in typed) ? await askPdfPassword(context, file) : undefined;
    if (password !== undefined) typed[file] = password;
  }
  return typed;
}

function readCut(values: { as?: string; 'volume-pages'?: string; 'max-mb'?: string }): Cut {
  const as = (values.as ?? 'pdf') as Form;
  if (!FORMS.includes(as))
    throw problem('wrong-use', `--as takes ${FORMS.join(', ')}.`, { hint: 'See: misl help bundle' });
  const number = (name: 'volume-pages' | 'max-mb', least: number) => {
    const said = values[name];
    if (said === undefined) return undefined;
    const value = Number(said);
    if (!(value >= least)) throw problem('wrong-use', `--${name} takes a number of at least ${least}.`);
    return value;
  };
  const [volumePages, maxMegabytes] = [number('volume-pages', 10), number('max-mb', 0.5)];
  if (volumePages !== undefined && !Number.isInteger(volumePages))
    throw problem('wrong-use', '--volume-pages takes a whole number.');
  if (as !== 'volumes' && as !== 'sections' && (volumePages ?? maxMegabytes) !== undefined)
    throw problem('wrong-use', '--volume-pages and --max-mb go with --as volumes or --as sections.');
  return { as, volumePages, maxMegabytes };
}

interface LooseOptions {
  out: string;
  overwrite: boolean;
  cut: Cut;
  title?: string;
  profile?: string;
  sections?: string;
  report: string | undefined;
  check?: boolean;
}

async function bindFiles(context: CliContext, files: string[], options: LooseOptions): Promise<number> {
  const { overwrite, title, cut } = options;
  if (files.length === 0 || title === undefined)
    throw problem('wrong-use', 'bundle --files takes at least one file and --title.', {
      hint: 'See: misl help bundle',
    });
  if (cut.as === 'folder')
    throw problem('wrong-use', '--as folder is for a bundle of the vault: loose files are in a folder already.');
  const isFolder = statOf(options.out)?.isDirectory() ?? false;
  const out = isFolder ? path.join(options.out, `${fileName(title)}.pdf`) : options.out;
  const read = options.sections === undefined ? files : [...files, options.sections];
  if (read.some((file) => isSame(file, out)))
    throw problem('output-is-source', 'The bundle would overwrite one of its own sources. Nothing was written.', {
      hint: 'Give --out another name.',
    });
  if (options.report !== undefined) refuseReportOver(options.report, [...read, out]);
  const from = performance.now();
  const { library } = loadPacks([path.join(RESOURCES, 'packs')]);
  const profile = profileOf(library, options.profile ?? 'plain');
  const skipped: BindReport['skipped'] = [];
  const sections = await sectionsOf(files, options.sections, skipped, pdfPasswords(context));
  const outcome = await bindInto(
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
        look: profile.look,
      },
      profile: bindingProfile(profile),
      sections,
      volumes: cut.as === 'pdf' ? null : volumeLimits(profile, { ...cut, bySection: cut.as === 'sections' }),
    },
    out,
    {
      overwrite,
      signal: context.signal,
      // A second look takes its time, and is for who asks for a court's rules.
      rules: profile.rules,
      looks: options.check ?? (options.profile !== undefined || options.report !== undefined),
      ...(context.interactive ? { onProgress: progressTo(context) } : {}),
    },
  );
  const { report, paths, found } = outcome;
  const checks = [...report.checks, ...courtChecks(profile, found)];
  const made = filesOf(outcome);
  if (options.report !== undefined) {
    refuseReportOver(options.report, paths);
    const pdf = await renderPdf(reportOf(profile, title, context.today, made, checks));
    await writeOutput(options.report, pdf, { overwrite });
  }
  return tell(
    context,
    { ...report, path: paths[0]!, files: made, checks, skipped: [...skipped, ...report.skipped] },
    from,
  );
}

/** What the report is printed over may be a source of the bundle, or the bundle itself. */
function refuseReportOver(report: string, files: readonly string[]) {
  if (files.some((file) => isSame(file, report)))
    throw problem(
      'output-is-source',
      'The report would overwrite the bundle or one of its sources. It was not written.',
      {
        hint: 'Give --report another name.',
      },
    );
}

/** Whether two paths lead to one file, by whatever name or link. */
function isSame(file: string, out: string): boolean {
  if (path.resolve(file) === path.resolve(out)) return true;
  const [a, b] = [statOf(file), statOf(out)];
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

/** Undefined for what is not there or can't be looked at: whoever reads or writes it says why. */
function statOf(file: string) {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

const progressTo =
  ({ err }: CliContext) =>
  ({ done, total, unit }: { done: number; total: number | null; unit: string }) =>
    err(`${done}${total === null ? '' : ` of ${total}`} ${unit}`);

/** What was not copied but drawn is always told. */
const AS_IMAGES = 'source-page-images';

type Told = Pick<Produced, 'path' | 'pages' | 'bytes' | 'sha256' | 'files' | 'items' | 'checks' | 'skipped'>;

function tell(
  context: CliContext,
  { path: out, pages, bytes, sha256, files, items, skipped, checks }: Told,
  from: number,
) {
  const tookMs = Math.round(performance.now() - from);
  const rows = items.map(({ title, file, firstPage, lastPage, label, lastLabel, volume }) => ({
    title,
    file,
    firstPage,
    lastPage,
    label,
    lastLabel,
    volume,
  }));
  if (context.json) context.out(JSON.stringify({ pages, bytes, sha256, files, items: rows, skipped, checks, tookMs }));
  else if (files.length === 1) context.out(`${out}: ${pages} pages, ${bytes} bytes, ${rows.length} documents`);
  else for (const file of files) context.out(`${file.path}: ${file.pages} pages, ${file.bytes} bytes`);
  for (const { file, reason } of skipped) context.err(`misl: ${file} was left out: ${reason}`);
  for (const { id, ok, message } of checks) if (id === AS_IMAGES && ok === null) context.err(`misl: ${message}`);
  for (const { id, ok, message, detail } of checks)
    if (ok === false) context.err(`misl: ${id} does not hold: ${message}${detail ? ` (${detail})` : ''}`);
  return skipped.length > 0 ? EXIT.refused : EXIT.done;
}
