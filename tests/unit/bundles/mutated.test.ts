import { describe, expect, it } from 'vitest';
import { bindSpoilt, mutated, seeded, wholeDocuments } from './mutate.ts';
import { qpdfFindings } from './programs.ts';

const COUNT = 500;
/** Of the outputs, those that another program checks too: each check starts a program. */
const CHECKED = 40;

describe(`${COUNT} spoilt documents`, () => {
  it('are taken or refused without a fault, a halt, or much memory, and spoil nothing beside them', () => {
    const whole = wholeDocuments();
    const random = seeded(20261125);
    const before = process.memoryUsage().rss;
    const slow: number[] = [];
    const faults: string[] = [];
    const findings: string[] = [];
    for (let i = 0; i < COUNT; i++) {
      const spoilt = mutated(whole[i % whole.length]!, random);
      const outcome = bindSpoilt(spoilt, whole[0]!);
      if (outcome.milliseconds > 2000) slow.push(i);
      faults.push(...outcome.faults.map((fault) => `${i}: ${fault}`));
      expect(outcome.pages).toBeGreaterThanOrEqual(6);
      if (i % Math.floor(COUNT / CHECKED) === 0) {
        const found = qpdfFindings(outcome.pdf);
        // What is wrong inside a copied stream was wrong in the source; the structure is ours.
        if (/xref|trailer|object .*(expected|missing)|page tree|reconstruct/i.test(found))
          findings.push(`${i}: ${found}`);
      }
    }
    expect({ slow, faults, findings }).toEqual({ slow: [], faults: [], findings: [] });
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024);
  }, 120_000);
});
