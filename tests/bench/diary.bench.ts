// The diary of a large chamber: opening it, a month of it, a matter of it. `MATTERS=500` tries it with fewer.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { createApp } from '#main/create-app.ts';
import { seedMatters } from '#main/intake/seed.ts';
import { handlers } from '#main/registry.ts';
import { openSession } from '#main/session/lifecycle.ts';
import { createVault, openVault } from '#main/vault/vault.ts';
import { addDays } from '#shared/domain/dates/days.ts';

const MATTERS = Number(process.env.MATTERS ?? 5000);
const TODAY = '2026-11-23';
const PASSPHRASE = 'seven lanterns over the canal';

const folder = mkdtempSync(path.join(tmpdir(), 'misl-bench-diary-'));
const dir = path.join(folder, 'Chamber.misl');
const no = () => Promise.reject(new Error('no window'));
const app = createApp({
  clock: { now: () => new Date().toISOString(), today: () => TODAY },
  host: { publish() {}, chooseFiles: no, chooseTarget: no, copy: no, confirm: no, reveal() {} },
  resources: path.join(import.meta.dirname, '../../resources'),
  handlers,
});

interface Figure {
  what: string;
  ms: number;
  /** Of both user and system: what the program itself took, on a machine that does other things as well. */
  cpu: number;
  limit: number;
}
const cpuSince = (before: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const figures: Figure[] = [];

/** The middle of several runs: one alone says more about the machine than about the program. */
async function measure(what: string, limit: number, act: () => Promise<unknown>, runs = 7) {
  const times: { ms: number; cpu: number }[] = [];
  for (let run = 0; run < runs; run++) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    await act();
    times.push({ ms: performance.now() - start, cpu: cpuSince(before) });
  }
  figures.push({ what, limit, ...times.sort((a, b) => a.ms - b.ms)[Math.floor(runs / 2)]! });
}

try {
  const { vault } = await createVault(dir, { passphrase: PASSPHRASE, kdf: 'floor' });
  openSession(app, vault);
  const seeding = performance.now();
  const ids = await seedMatters(app, { matters: MATTERS, seed: 1 });
  console.log(`${MATTERS} matters seeded in ${((performance.now() - seeding) / 1000).toFixed(1)} s`);
  await vault.close();
  app.session = null;

  const deriving = performance.now();
  const opened = await openVault(dir, { passphrase: PASSPHRASE });
  const opening = performance.now() - deriving;
  const week = { from: TODAY, to: addDays(TODAY, 6) };
  // Everything that the window asks for until the diary can be worked in.
  const [first, before] = [performance.now(), process.cpuUsage()];
  openSession(app, opened);
  await app.call('vault.state', {});
  await app.call('settings.get', {});
  await app.call('diary.between', week);
  await app.call('diary.closedDays', { ...week, proceedingId: null });
  await app.call('diary.deadlines', { most: 2 });
  await app.call('diary.afterCourt', {});
  await app.call('diary.forgotten', {});
  figures.push({
    what: 'a usable diary, once the key is derived',
    ms: performance.now() - first,
    cpu: cpuSince(before),
    limit: 1000,
  });
  console.log(`opened with its key derived in ${opening.toFixed(0)} ms`);

  const month = { from: '2026-10-26', to: '2026-12-06' };
  await measure('week: hearings, deadlines, tasks', 100, () => app.call('diary.between', week));
  await measure('month: hearings, deadlines, tasks', 100, () => app.call('diary.between', month));
  await measure('open deadlines by urgency', 100, () => app.call('diary.deadlines', { most: 2 }));
  await measure('what waits for its result', 100, () => app.call('diary.afterCourt', {}));
  await measure('forgotten files', 300, () => app.call('diary.forgotten', {}));
  await measure('load of a month', 50, () => app.call('diary.load', month));
  await measure('quick add by number', 50, () =>
    app.call('diary.readQuickAdd', { text: 'W.P. 12345/2024 12 Dec 10am' }),
  );
  await measure('quick add by name', 50, () => app.call('diary.readQuickAdd', { text: 'Anwar v Hill 12 Dec 10am' }));
  await measure('list of all matters', 300, () => app.call('matters.list', {}));
  const middle = ids[Math.floor(ids.length / 2)]!;
  await measure('opening a matter', 100, async () => {
    await app.call('matters.get', { id: middle });
    await app.call('matters.counts', { id: middle });
    await app.call('proceedings.map', { matterId: middle });
    await app.call('diary.ofMatter', { matterId: middle });
    await app.call('proceedings.status', { matterId: middle });
  });
  await measure('since the last hearing', 100, () => app.call('diary.since', { matterId: middle, proceedingId: null }));

  const { hearings, deadlines } = await app.call('diary.between', month);
  console.log(`the month has ${hearings.length} hearings and ${deadlines.length} deadlines\n`);
  const number = (value: number) => value.toFixed(1).padStart(8);
  for (const { what, ms, cpu, limit } of figures) {
    const verdict = ms <= limit ? '' : cpu <= limit ? '   (the machine was busy)' : '   slower than wanted';
    console.log(
      `${what.padEnd(42)} ${number(ms)} ms, ${number(cpu)} of them its own; wanted ${String(limit).padStart(4)}${verdict}`,
    );
  }
} finally {
  await app.session?.vault.close();
  rmSync(folder, { recursive: true, force: true });
}
