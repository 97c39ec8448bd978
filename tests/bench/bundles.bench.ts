// A bundle of 1,400 pages and about 290 MB, from files and from encrypted blobs, against qpdf and cat on the same files in
// the same run. Ours has cover, index, links, outline, labels and printed numbers, is hashed, is on the disk, and is opened
// again and looked through; the peers only put the files together. Ours is built as the package is; each runs as a process
// of its own, alternated; the first round is not counted. Beside the whole process, start included, stands the binding alone
// in a program that runs already. MISL_BENCH_ROUNDS sets how often (3 where it is left out). With MISL_BENCH_LARGE, 5,000
// pages and 3 GB are bound too, for the memory that they take.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import type { BindInput } from '#main/bundles/binding.ts';
import type { SourceHandle } from '#main/bundles/handles.ts';
import { makeSources } from './bundle-sources.ts';

const ROUNDS = Number(process.env.MISL_BENCH_ROUNDS ?? 3);
const SOURCES = 100;
const PAGES = 14;
const folder = path.join(tmpdir(), `misl-bench-${process.pid}`);
const say = (line: string) => process.stdout.write(`${line}\n`);
const at = (name: string) => path.join(folder, name);
const root = path.join(import.meta.dirname, '../..');
/** Inside the checkout, so that what is built finds its packages and fonts. */
const built = path.join(root, 'out', `bench-${process.pid}`);

/** One way of doing it: what is run, and the file that it leaves. */
interface Way {
  name: string;
  command: string;
  args: string[];
  out: string;
  /** It says itself how long the last of its bindings took. */
  tells?: boolean;
}

/** A run of a program of its own: seconds of the clock and of the processor, and the most memory it had, in MiB. */
function run({ command, args, out, tells }: Way): { seconds: number; processor: number; memory: number } {
  rmSync(out, { force: true });
  const log = at('time.txt');
  const timed = existsSync('/usr/bin/time');
  const start = performance.now();
  const stdout = command === 'cat' ? openSync(out, 'w') : 'pipe';
  const line = timed ? ['/usr/bin/time', '-f', '%M %U %S', '-o', log, command, ...args] : [command, ...args];
  const ended = spawnSync(line[0]!, line.slice(1), { stdio: ['ignore', stdout, 'pipe'], encoding: 'utf8' });
  const seconds = tells ? Number(ended.stdout) : (performance.now() - start) / 1000;
  const { status, stderr } = ended;
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
  const told = timed ? readFileSync(log, 'utf8').trim().split('\n').at(-1)! : '';
  const [kib = Number.NaN, user = Number.NaN, system = Number.NaN] = told === '' ? [] : told.split(' ').map(Number);
  return { seconds, processor: user + system, memory: kib / 1024 };
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

function inputOf(handles: SourceHandle[], partial: string): BindInput {
  const front = { indexTitle: null, forumName: null, jurisdiction: null, caseNumber: null, first: null, second: null };
  const item = (handle: SourceHandle, i: number) => ({
    id: `d${i}`,
    title: `Document ${i + 1}`,
    date: '2026-01-15',
    mark: null,
    pages: null,
    sources: [{ handle, name: `${i}.pdf` }],
  });
  return {
    title: 'Bundle',
    front: { title: 'Bundle', ...front, notes: [], sample: false, page: 'a4' },
    profile: { id: 'plain', numbering: 'continuous', opensAt: null },
    sections: [{ id: 's', title: 'Documents', items: handles.map(item) }],
    partial,
    seal: null,
  };
}

/** Our own binder in a process of its own, which reads what to bind from a file; its last binding of several counts. */
function ours(name: string, handles: SourceHandle[], times = 1): Way {
  const out = at(`${name}.pdf`);
  const input = at(`${name}.json`);
  const plain = handles.map((handle) => (handle.kind === 'blob' ? { ...handle, key: [...handle.key] } : handle));
  writeFileSync(input, JSON.stringify(inputOf(plain as unknown as SourceHandle[], out)));
  // As small a nursery as the program's own binding thread has (bind-in-worker.ts): three times this.
  const args = ['--max-semi-space-size=1', path.join(built, 'bind-once.js'), input, String(times)];
  return { name, command: process.execPath, args, out, tells: times > 1 };
}

/** Builds the binder and the thread beside it, as the package has them. */
async function buildBinder(): Promise<void> {
  const input = {
    'bind-once': path.join(import.meta.dirname, 'bind-once.ts'),
    'workers/press': path.join(root, 'src/main/workers/press.ts'),
  };
  const output = { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' };
  const rolldownOptions = { input, output };
  await build({ root, configFile: false, logLevel: 'warn', build: { ssr: true, outDir: built, rolldownOptions } });
}

/** 5,000 pages and 3 GB, once: what counts is the memory. */
function bindLarge(): void {
  mkdirSync(at('large'));
  const files = makeSources(at('large'), { sources: 100, pages: 50, scanBytes: 1_200_000 });
  const way = ours(
    'large',
    files.map((file) => ({ kind: 'path', file })),
  );
  const { seconds, memory } = run(way);
  const gigabytes = statSync(way.out).size / 1e9;
  say(`5,000 pages, ${gigabytes.toFixed(1)} GB: ${seconds.toFixed(1)} s, at most ${memory.toFixed(0)} MiB`);
}

async function compare(): Promise<void> {
  mkdirSync(at('sources'));
  const files = makeSources(at('sources'), { sources: SOURCES, pages: PAGES });
  const megabytes = files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
  say(`${SOURCES} files, ${SOURCES * PAGES} pages, ${megabytes.toFixed(0)} MB; medians of ${ROUNDS} rounds`);
  const { createVault } = await import('#main/vault/vault.ts');
  const { vault } = await createVault(at('Bench.misl'), { passphrase: 'seven lanterns over the canal', kdf: 'floor' });
  const blobs: SourceHandle[] = [];
  for (const file of files) {
    const { id } = await vault.blobs.write(file, { mime: 'application/pdf' });
    blobs.push({ kind: 'blob', ...vault.blobs.handle(id) });
  }
  const merge = ['--empty', '--pages', ...files, '--'];
  const ways: Way[] = [
    ours(
      'files',
      files.map((file) => ({ kind: 'path', file })),
    ),
    { name: 'qpdf', command: 'qpdf', args: [...merge, at('qpdf.pdf')], out: at('qpdf.pdf') },
    ours(
      'files, program running',
      files.map((file) => ({ kind: 'path', file })),
      2,
    ),
    ours('blobs, program running', blobs, 2),
    ours('blobs', blobs),
    {
      name: 'qpdf --stream-data=preserve',
      command: 'qpdf',
      args: ['--stream-data=preserve', ...merge, at('preserve.pdf')],
      out: at('preserve.pdf'),
    },
    { name: 'cat', command: 'cat', args: files, out: at('cat.pdf') },
  ];
  const taken = new Map(
    ways.map(
      ({ name }) => [name, { seconds: [] as number[], processor: [] as number[], memory: [] as number[] }] as const,
    ),
  );
  for (let round = 0; round <= ROUNDS; round++) {
    for (const way of ways) {
      const { seconds, processor, memory } = run(way);
      if (round === 0) continue;
      taken.get(way.name)!.processor.push(processor);
      taken.get(way.name)!.seconds.push(seconds);
      taken.get(way.name)!.memory.push(memory);
    }
  }
  vault.close();
  const secondsOf = (name: string) => median(taken.get(name)!.seconds);
  for (const [name, { seconds, processor, memory }] of taken) {
    const used = `${median(processor).toFixed(2)} s of the processor, at most ${Math.max(...memory).toFixed(0)} MiB`;
    say(`${name.padEnd(28)}${median(seconds).toFixed(2)} s, ${used}`);
  }
  const ratio = (name: string, to: string) => (secondsOf(name) / secondsOf(to)).toFixed(2);
  for (const name of ['files', 'files, program running']) {
    const preserve = ratio(name, 'qpdf --stream-data=preserve');
    say(
      `${name}: ${ratio(name, 'qpdf')} of qpdf, ${preserve} of --stream-data=preserve, ${ratio(name, 'cat')} times cat`,
    );
  }
  const running = ratio('blobs, program running', 'files, program running');
  say(`from encrypted blobs: ${ratio('blobs', 'files')} times the time from files, ${running} in a program that runs`);
}

try {
  mkdirSync(folder);
  await buildBinder();
  await compare();
  if (process.env.MISL_BENCH_LARGE) bindLarge();
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(built, { recursive: true, force: true });
}
