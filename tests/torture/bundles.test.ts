import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { bindSpoilt, mutated, seeded, wholeDocuments } from '../unit/bundles/mutate.ts';

const COUNT = 20_000;

it(`${COUNT} spoilt documents are taken or refused without a fault or a halt`, async () => {
  const whole = wholeDocuments();
  const random = seeded(6);
  const before = process.memoryUsage().rss;
  const slow: string[] = [];
  const faults: string[] = [];
  for (let i = 0; i < COUNT; i++) {
    const { milliseconds, faults: found, pages } = bindSpoilt(mutated(whole[i % whole.length]!, random), whole[0]!);
    if (milliseconds > 2000) slow.push(`${i}: ${Math.round(milliseconds)} ms`);
    faults.push(...found.map((fault) => `${i}: ${fault}`));
    expect(pages).toBeGreaterThanOrEqual(6);
    // Buffers that are done with are given back between turns, as in a program that does something else too.
    if (i % 50 === 0) await setImmediate();
  }
  expect({ slow, faults }).toEqual({ slow: [], faults: [] });
  expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024);
});
