import type { BlockDocument, TableRow } from '../blocks/blocks.ts';
import { bold, heading, inline, para, printMeta, quiet } from '../blocks/build.ts';
import { longDate } from '../blocks/dates.ts';

/** What the checks on a finished bundle came to. */
export interface BundleReport {
  title: string;
  /** "England and Wales, courts (general guidance)". */
  profile: string;
  citation: string | null;
  /** `YYYY-MM-DD`: from when the rules are in force, and when they were last looked up. */
  inForceFrom: string | null;
  checkedOn: string | null;
  /** The day of the report. */
  on: string;
  files: { name: string; pages: number; bytes: number; sha256: string }[];
  checks: {
    id: string;
    ok: boolean | null;
    message: string;
    detail: string | null;
    citation: string | null;
    checkedOn: string | null;
  }[];
}

const RESULT = { true: 'pass', false: 'FAIL', null: 'for you to see' } as const;
const resultOf = (ok: boolean | null) => RESULT[String(ok) as keyof typeof RESULT];

/** The checks of a bundle on paper: each rule with what was found, where it is to be read and when it was looked up. */
export function bundleReportDocument(report: BundleReport): BlockDocument {
  const { checks } = report;
  const count = (ok: boolean | null) => checks.filter((check) => check.ok === ok).length;
  const order = [false, null, true];
  const row = ({ id, ok, message, detail, citation, checkedOn }: BundleReport['checks'][number]): TableRow => ({
    cells: [
      inline(id),
      inline(ok === true ? resultOf(ok) : bold(resultOf(ok))),
      inline(detail ? [message, '. ', quiet(detail)] : message),
      inline(
        quiet([citation, checkedOn ? `looked up ${longDate(checkedOn)}` : null].filter(Boolean).join(', ') || '–'),
      ),
    ],
    marked: ok === false,
  });
  const rules = [
    report.citation,
    report.inForceFrom ? `in force from ${longDate(report.inForceFrom)}` : null,
    report.checkedOn ? `looked up ${longDate(report.checkedOn)}` : null,
  ];
  return {
    meta: printMeta(`Checks on ${report.title}`, longDate(report.on), { size: 8.5, spacing: 1.05 }),
    blocks: [
      heading(1, report.title, { align: 'start' }),
      para([`Profile: ${report.profile}. `, quiet(rules.filter(Boolean).join(', '))], { tight: true }),
      para(
        `${count(true)} passed, ${count(false)} failed, ${count(null)} for you to see. Every check was made on the finished file, opened again.`,
      ),
      ...report.files.map(({ name, pages, bytes, sha256 }) =>
        para(quiet(`${name}: ${pages} pages, ${bytes} bytes, SHA-256 ${sha256}`), { look: 'note', tight: true }),
      ),
      { kind: 'space', lines: 0, rule: true },
      {
        kind: 'table',
        look: 'lines',
        columns: [
          { header: 'Rule', width: 2 },
          { header: 'Result', width: 2.2 },
          { header: 'What was asked and found', width: 9 },
          { header: 'Source', width: 5 },
        ],
        rows: checks.toSorted((a, b) => order.indexOf(a.ok) - order.indexOf(b.ok)).map(row),
      },
    ],
  };
}
