// The leak check of a text of 1,400 pages against pdftotext on the same file, alternated in one run; the first round is
// not counted. The check reads every page twice (as it is written and as it is seen), every object, and matches all names
// of a vault; pdftotext writes the text out. MISL_BENCH_ROUNDS sets how often (3 where it is left out).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ScanReport } from '#main/leakcheck/scan.ts';
import { runInWorker } from '#main/workers/run.ts';
import { type PartyRecord, secretsFor } from '#shared/domain/leakcheck/secrets.ts';
import { makeDocument } from '../unit/bundles/make-pdf.ts';
import { seeded } from '../unit/bundles/mutate.ts';

const ROUNDS = Number(process.env.MISL_BENCH_ROUNDS ?? 3);
const PAGES = 1400;
const LINES = 40;
const NAMES = 500;
const say = (line: string) => process.stdout.write(`${line}\n`);
const folder = mkdtempSync(path.join(tmpdir(), 'misl-bench-'));
const random = seeded(7);

/** A word of invented syllables. */
const word = () =>
  Array.from({ length: 1 + random(3) }, () => 'bcdfghjklmnprstz'[random(16)]! + 'aeiou'[random(5)]!).join('');
const line = () => Array.from({ length: 10 }, word).join(' ');
const name = () => `${word()}${word()} ${word()}${word()}`;

const party = (id: number): PartyRecord => ({
  id: String(id),
  kind: 'person',
  role: 'witness',
  name: name(),
  nameNative: null,
  aliases: [],
  parentage: null,
  idNumber: `35202-${String(random(10_000_000)).padStart(7, '0')}-1`,
  address: null,
  phone: `0300-${String(random(10_000_000)).padStart(7, '0')}`,
  email: null,
  isProtected: true,
  pseudonym: `Witness ${id}`,
  courtSees: 'name',
  otherSideSees: 'pseudonym',
  publicSees: 'pseudonym',
});

try {
  const file = path.join(folder, 'text.pdf');
  const page = (i: number) => {
    const lines = Array.from({ length: LINES }, (_, n) => `1 0 0 1 60 ${780 - n * 18} Tm (${line()}) Tj`);
    return { text: String(i), content: `BT /F 11 Tf ${lines.join('\n')} ET` };
  };
  writeFileSync(file, makeDocument(Array.from({ length: PAGES }, (_, i) => page(i))));
  const list = secretsFor(
    'public',
    Array.from({ length: NAMES }, (_, i) => party(i)),
    [],
  );
  const ours: number[] = [];
  const theirs: number[] = [];
  let hits = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    let from = performance.now();
    const given = { files: [{ name: file, handle: { kind: 'path', file } }], list, known: [] };
    const [report] = await runInWorker<ScanReport[]>('check-leaks', given, { heapMiB: 1024 });
    if (round > 0) ours.push(performance.now() - from);
    hits = report!.hits.length + report!.more;
    from = performance.now();
    const { status } = spawnSync('pdftotext', [file, path.join(folder, 'text.txt')], { stdio: 'ignore' });
    if (status !== 0) throw new Error('pdftotext failed');
    if (round > 0) theirs.push(performance.now() - from);
  }
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]! / 1000;
  const [a, b] = [median(ours), median(theirs)];
  say(`leak check of ${PAGES} pages for ${NAMES} names: ${a.toFixed(1)} s, ${hits} hits`);
  say(`pdftotext of the same file:              ${b.toFixed(1)} s   ratio ${(a / b).toFixed(1)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
