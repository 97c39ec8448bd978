import type { CourtCheck, CourtRecords, CourtRules, FoundFile } from './finished.ts';
import { answerTo } from './rules.ts';
import { RULES_FOR_ALL } from './rules-for-all.ts';

/**
 * Holds the finished files of a bundle against the rules of a court, and against those that hold everywhere; what is asked
 * of the records of its proceeding, against those.
 */
export function courtChecks(
  court: CourtRules,
  files: readonly FoundFile[],
  records: CourtRecords | null = null,
): CourtCheck[] {
  const rules = [
    ...court.rules.map((rule) => ({ ...rule, checkedOn: court.checkedOn })),
    ...RULES_FOR_ALL.map((rule) => ({ ...rule, checkedOn: null })),
  ];
  const checks = rules.map(({ id, text, severity, citation, checkedOn }): CourtCheck => {
    const { ok, detail } = answerTo(id, { court, files, records });
    return { id, ok, severity, message: text, detail, citation, checkedOn };
  });
  return [...checks, ...limits(court, files)];
}

function limits(
  { maxPages, maxMegabytes, citation, checkedOn }: CourtRules,
  files: readonly FoundFile[],
): CourtCheck[] {
  const most = (id: string, allowed: number | null, sizes: number[], unit: string): CourtCheck[] => {
    if (allowed === null) return [];
    const is = Math.max(...sizes);
    const message =
      is <= allowed ? `${is} ${unit} of at most ${allowed}` : `${is} ${unit}, more than the ${allowed} allowed`;
    return [{ id, ok: is <= allowed, severity: 'error', message, detail: null, citation, checkedOn }];
  };
  return [
    ...most(
      'limit-pages',
      maxPages,
      files.map(({ found }) => found.pages),
      'pages',
    ),
    ...most(
      'limit-size',
      maxMegabytes,
      files.map(({ found }) => Math.ceil(found.bytes / 100_000) / 10),
      'MB',
    ),
  ];
}
