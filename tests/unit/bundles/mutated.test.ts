import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bindSpoilt, mutated, seeded, wholeDocuments } from './mutate.ts';
import { qpdfFindings } from './programs.ts';

const COUNT = 500;
/** Of the outputs, those that another program checks too: each check starts a program. */
const CHECKED = 40;

describe(`${COUNT} spoilt documents`, () => {
  it('are taken or refused without a fault or a halt, and spoil nothing beside them', () => {
    const whole = wholeDocuments();
    const random = seeded(20261125);
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
  }, 120_000);

  it('need less than 256 MB, the program itself included', () => {
    // In a program of its own, whose heap is bounded: what is kept would end it, and garbage is not what is measured.
    const script = path.join(import.meta.dirname, 'spoilt-memory.ts');
    const args = ['--disable-warning=ExperimentalWarning', '--max-old-space-size=96', script, '150'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(Number(stdout)).toBeLessThan(256 * 1024 * 1024);
  }, 120_000);
});
