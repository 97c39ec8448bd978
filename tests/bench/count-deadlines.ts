// The worker of rules.bench.ts: counts tens of thousands of due dates again, as after a holiday was announced.
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parentPort, workerData } from 'node:worker_threads';
import { Temporal } from 'temporal-polyfill';
import { seeded } from '#main/intake/random.ts';
import { loadPacks } from '#main/packs/service.ts';
import { addDays } from '#shared/domain/dates/days.ts';
import { computeDates, computeDeadline, prepareRule } from '#shared/domain/deadlines/compute.ts';
import type { CountInput } from '#shared/domain/deadlines/input.ts';
import { getPack } from '#shared/packs/library.ts';

const { deadlines } = workerData as { deadlines: number };
const RULES: [string, string, CountInput['facts']?][] = [
  ['pk-punjab', 'phw.representation'],
  ['pk-punjab', 'sc.leave'],
  ['pk-punjab', 'civil.restore-default'],
  ['pk-punjab', 'hc.first-appeal'],
  ['pk-federal', 'phw.appeal.penalised'],
  ['in', 'posh.copy'],
  ['in', 'sc.slp'],
  ['in', 'posh.appeal'],
  ['uk-ew', 'et.claim', { acasStart: '2026-03-02', acasEnd: '2026-04-10' }],
  ['uk-ew', 'et.response'],
  ['us-federal', 'frcp.answer'],
  ['us-federal', 'eeoc.charge', { deferral: 'yes' }],
];
const { library } = loadPacks([path.join(import.meta.dirname, '../../resources/packs')]);
const random = seeded(20261123);
const prepared = RULES.map(([pack, rule]) => prepareRule(getPack(library, pack), rule));
const work = Array.from({ length: deadlines }, (_, at) => {
  const trigger = addDays('2026-01-01', random.below(500));
  const excluded = random.chance(1 / 3)
    ? [{ kind: 'copy' as const, from: addDays(trigger, 2), to: addDays(trigger, 9) }]
    : [];
  return { of: at % RULES.length, input: { trigger, exclusions: excluded, facts: RULES[at % RULES.length]![2] } };
});

/** What this thread itself took, in milliseconds, on a machine that does other things as well. */
const own = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
/** The middle of several runs: wall clock and the thread's own time. */
const measured = (runs: number, act: () => void) => {
  const times = Array.from({ length: runs }, () => {
    const [start, before] = [performance.now(), own()];
    act();
    return { ms: performance.now() - start, cpu: own() - before };
  });
  return times.sort((a, b) => a.cpu - b.cpu)[Math.floor(runs / 2)]!;
};

const dated = work.filter(({ of, input }) => computeDates(prepared[of]!, input).due !== null).length;
const counted = measured(7, () => {
  for (const { of, input } of work) computeDates(prepared[of]!, input);
});
const temporal = measured(3, () => {
  for (const { input } of work) Temporal.PlainDate.from(input.trigger!).add({ days: 30 }).toString();
});
const [pack, rule] = RULES[1]!;
const one = { pack: getPack(library, pack), rule, ...work[0]!.input, facts: {}, today: '2026-11-23', trace: true };
const traced = measured(51, () => computeDeadline(one));
parentPort!.postMessage({ dated, counted, temporal, traced });
