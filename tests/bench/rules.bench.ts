// Counting: 60,000 due dates of 5,000 matters in a worker, a trace, and what the packs cost when a vault is opened.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { readFolder } from '#main/packs/files.ts';
import { loadPacks } from '#main/packs/service.ts';
import { readPack } from '#shared/packs/read.ts';

const DEADLINES = 60_000;
const PACKS = path.join(import.meta.dirname, '../../resources/packs');

interface Time {
  ms: number;
  /** What it took itself, on a machine that does other things as well. */
  cpu: number;
}
interface Counted {
  dated: number;
  counted: Time;
  temporal: Time;
  traced: Time;
}

function timed(act: () => void): Time {
  const [start, before] = [performance.now(), process.cpuUsage()];
  act();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - start, cpu: (user + system) / 1000 };
}

const loaded = timed(() => loadPacks([PACKS]));
const parsed = timed(() => {
  for (const id of readdirSync(PACKS)) readPack(readFolder(path.join(PACKS, id)));
});

const worker = new Worker(new URL('./count-deadlines.ts', import.meta.url), {
  workerData: { deadlines: DEADLINES },
  execArgv: ['--disable-warning=ExperimentalWarning'],
});
const result = await new Promise<Counted>((resolve, reject) => {
  worker.once('message', resolve);
  worker.once('error', reject);
});
await worker.terminate();

const figure = (value: number) => value.toFixed(value < 1 ? 3 : 1).padStart(8);
const row = (what: string, { ms, cpu }: Time, limit: number) =>
  console.log(
    `${what.padEnd(52)} ${figure(ms)} ms, ${figure(cpu)} of them its own; wanted ${String(limit).padStart(4)}${
      ms <= limit ? '' : cpu <= limit ? '   (the machine was busy)' : '   slower than wanted'
    }`,
  );
const { dated, counted, traced, temporal } = result;
console.log(`${dated} of ${DEADLINES} due dates have a day\n`);
row('60,000 due dates in a worker', counted, 200);
row('one deadline with its trace', traced, 1);
row('the packs, as the build left them', loaded, 100);
console.log(`
${(temporal.cpu / counted.cpu).toFixed(1)} times as fast as temporal-polyfill adding 30 days to each, with no calendar, roll or exclusion
the packs out of their YAML, where the build left none: ${parsed.cpu.toFixed(0)} ms`);
