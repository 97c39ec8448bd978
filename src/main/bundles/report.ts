import path from 'node:path';
import type { App } from '#main/app.ts';
import { renderFor, targetFor, writeSearched } from '#main/leakcheck/service.ts';
import { fileName } from '#main/output.ts';
import { find } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { bundleReportDocument } from '#shared/domain/drafting/bundle-report.ts';
import { type Profile, profileOf } from './profiles.ts';

/** The checks of what was made, as a page to print or to file. */
export async function exportReport(
  app: App,
  { id, files, checks, path: given, overwrite, despite }: Given<'bundles.exportReport'>,
): Promise<Result<'bundles.exportReport'>> {
  const { runner, services } = app.session!;
  const bundle = await find(runner.db, 'bundle', id);
  const court = profileOf(services.packs, bundle.profile);
  const { audience, matterId } = bundle;
  const readers = { matterIds: [matterId], audience };
  const target = await targetFor(app, given, `${fileName(`Checks on ${bundle.title}`)}.pdf`, readers);
  if (target === null) return null;
  const document = reportOf(court, bundle.title, app.clock.today(), files, checks);
  const pdf = await renderFor(app, document, { ...readers, format: 'pdf' });
  const written = await writeSearched(app, target, pdf, {
    overwrite: overwrite ?? given === undefined,
    audience,
    entity: 'bundle',
    id,
    matterId,
    despite,
  });
  const detail = JSON.stringify({ sha256: written.sha256, audience });
  await runner.note({ action: 'bundles.exportReport', entity: 'bundle', entityId: id, matterId, detail });
  return written;
}

/** The report of the checks on finished files. */
export function reportOf(
  court: Pick<Profile, 'title' | 'citation' | 'inForceFrom' | 'checkedOn'>,
  title: string,
  on: string,
  files: readonly { path: string; pages: number; bytes: number; sha256: string }[],
  checks: Given<'bundles.exportReport'>['checks'],
) {
  return bundleReportDocument({
    title,
    profile: court.title,
    citation: court.citation,
    inForceFrom: court.inForceFrom,
    checkedOn: court.checkedOn,
    on,
    files: files.map(({ path: file, ...rest }) => ({ name: path.basename(file), ...rest })),
    checks: checks.map((check) => ({
      ...check,
      detail: check.detail ?? null,
      citation: check.citation ?? null,
      checkedOn: check.checkedOn ?? null,
    })),
  });
}
