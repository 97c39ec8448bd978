import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { App } from '#main/app.ts';
import type { Query } from '#main/services.ts';
import type { Produced } from '#shared/contract/bundles.ts';
import type { Given } from '#shared/contract/index.ts';
import { bundleFileName } from '#shared/domain/bundles/file-names.ts';
import { courtChecks } from '#shared/domain/bundles/profile-checks.ts';
import type { VolumeLimits } from '#shared/domain/bundles/volumes.ts';
import type { BindInput } from './binding.ts';
import { asJob, leaveVault, noteExport } from './exporting.ts';
import { produceFolder } from './folder.ts';
import { bindInto, filesOf } from './outputs.ts';
import { type BundleParts, partsOf } from './parts.ts';
import { bindingProfile, type Profile, profileOf, volumeLimits } from './profiles.ts';
import { recordsOf } from './records.ts';

/** What the binder is given of a bundle of the vault; where it is written is added by who binds. */
export function inputOf(
  { services }: Query,
  { bundle, sections, front, kept }: BundleParts,
  volumes: VolumeLimits | null = null,
  passwords: Readonly<Record<string, string>> = {},
): Omit<BindInput, 'partial' | 'seal'> {
  return {
    title: front.title,
    front,
    profile: bindingProfile(profileOf(services.packs, bundle.profile)),
    sections: sections.map((section) => ({
      id: section.id,
      title: section.title,
      items: section.items.map(({ id, title, date, mark, pages, turn, caption, late, kept: number, sources }) => ({
        id,
        title,
        date,
        mark,
        pages,
        turn: turn ?? 0,
        caption,
        late: late ?? false,
        kept: number ?? null,
        sources: sources.map((source) => {
          const { name } = source;
          return name !== null && Object.hasOwn(passwords, name) ? { ...source, password: passwords[name]! } : source;
        }),
      })),
    })),
    kept,
    volumes,
  };
}

/** What could not even be opened: an item without a file, or one of a kind that has no pages. */
const unbindable = ({ sections }: BundleParts) =>
  sections.flatMap(({ items }) =>
    items.flatMap(({ title, problems }) => problems.map((reason) => ({ file: title, reason }))),
  );

/** The name that the court wants, or the bundle's title. */
async function suggestedName({ db }: Query, { bundle, front }: BundleParts, { fileName }: Profile): Promise<string> {
  const last = await db
    .selectFrom('bundleVersion')
    .select(({ fn }) => fn.max('number').as('n'))
    .where('bundleId', '=', bundle.id)
    .executeTakeFirst();
  return bundleFileName(fileName, {
    case: front.caseNumber,
    title: front.title,
    hearing: bundle.hearingOn,
    version: (last?.n ?? 0) + 1,
  });
}

/** Binds a bundle of the vault and writes it where the user says, or at the path given. */
export async function produce(app: App, given: Given<'bundles.produce'>): Promise<Produced | null> {
  const { runner, services } = app.session!;
  const context: Query = { db: runner.db, clock: app.clock, services };
  const parts = await partsOf(context, given.id);
  const court = profileOf(services.packs, parts.bundle.profile);
  const as = given.as ?? 'pdf';
  const name = await suggestedName(context, parts, court);
  const chosen = given.path ?? (await app.host.chooseTarget(as === 'folder' ? name : `${name}.pdf`));
  if (chosen === null) return null;
  const isFolder = as !== 'folder' && (await stat(chosen).catch(() => null))?.isDirectory();
  const target = isFolder ? path.join(chosen, `${name}.pdf`) : chosen;
  const overwrite = given.overwrite ?? given.path === undefined;
  if (as === 'folder') return produceFolder(app, parts, target, given.despite);
  const volumes = as === 'pdf' ? null : volumeLimits(court, { ...given, bySection: as === 'sections' });
  const leaks: Produced['checks'] = [];
  const outcome = await asJob(app, 'bundles.produce', (signal, onProgress) =>
    bindInto(inputOf(context, parts, volumes, given.passwords), target, {
      overwrite,
      signal,
      onProgress,
      looks: given.checks ?? true,
      rules: court.rules,
      before: async (files) => {
        leaks.push(await leaveVault(app, parts, files, { signal, onProgress, despite: given.despite }));
      },
    }),
  );
  const { report, paths, found } = outcome;
  await noteExport(app, parts, report.files);
  const { pages, bytes, sha256, items } = report;
  return {
    path: paths[0]!,
    pages,
    bytes,
    sha256,
    files: filesOf(outcome),
    items,
    checks: [...report.checks, ...leaks, ...courtChecks(court, found, await recordsOf(context, parts))],
    skipped: [...unbindable(parts), ...report.skipped],
  };
}
