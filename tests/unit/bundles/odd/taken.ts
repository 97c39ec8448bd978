import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assembled, itemOf, numbered } from '../assembling.ts';
import { qpdfFindings } from '../programs.ts';
import type { OddFile } from './files.ts';

/** What poppler shows and we knowingly do not, or otherwise: by the name of the file, why. */
const OTHERWISE: ReadonlyMap<string, string> = new Map([
  ['table: a box of five numbers', 'we take the first four, poppler a box of its own'],
  ['linearised and packed: lengths one too short', 'poppler loses the box of the pages'],
  ['a revision that frees the content', 'poppler shows an object that the newest table says is gone; others do not'],
]);

/** Rows of the page at its foot that hold the number, at 36 dpi. */
const FOOT = 22;

interface Look {
  readonly width: number;
  readonly height: number;
  readonly grey: Buffer;
}

/** Binds one odd file; what is wrong with the outcome, judged by programs that are not ours. Empty where nothing is. */
export function findings({ name, pdf }: OddFile, { pixels = false } = {}): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'misl-odd-'));
  try {
    const source = path.join(folder, 'source.pdf');
    writeFileSync(source, pdf);
    const shown = Number(/^Pages: +(\d+)$/m.exec(run('pdfinfo', [source]).toString())?.[1] ?? 0);
    const { pdf: out, report } = assembled([itemOf('a', pdf)], { stamps: numbered });
    if (report.skipped.length > 0 || report.pages < Math.min(shown, 100_000))
      return shown > 0 ? [`${report.pages} pages of ${shown}: ${report.skipped[0]?.message ?? ''}`] : [];
    const problems: string[] = [];
    const unclean = qpdfFindings(out);
    if (unclean !== '') problems.push(unclean);
    if (OTHERWISE.has(name)) return problems;
    const bound = path.join(folder, 'bound.pdf');
    writeFileSync(bound, out);
    const [before, after] = [source, bound].map((file) => words(run('pdftotext', ['-l', '1', file, '-']).toString()));
    if (!after!.includes(before!)) problems.push(`the text “${before}” became “${after}”`);
    if (pixels && differs(look(source), look(bound))) problems.push('the first page looks otherwise');
    return problems;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const run = (program: string, args: string[]) => spawnSync(program, args, { maxBuffer: 1 << 28 }).stdout;
const words = (text: string) => text.replace(/\s+/g, ' ').trim();

function look(file: string): Look | null {
  const pgm = run('pdftoppm', ['-r', '36', '-gray', '-cropbox', '-l', '1', file]);
  const [head, width, height] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(pgm.toString('latin1', 0, 64)) ?? [];
  return head ? { width: Number(width), height: Number(height), grey: pgm.subarray(head.length) } : null;
}

/** Whether two pages look otherwise outside the foot; one of which poppler draws nothing in the source proves nothing. */
function differs(before: Look | null, after: Look | null): boolean {
  if (!before?.grey.some((grey) => grey < 247)) return false;
  if (!after || before.width !== after.width || before.height !== after.height) return true;
  const end = before.width * Math.max(0, before.height - FOOT);
  for (let i = 0; i < end; i++) if (Math.abs(before.grey[i]! - after.grey[i]!) > 8) return true;
  return false;
}
