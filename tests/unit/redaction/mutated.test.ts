import { expect, test } from 'vitest';
import { bytesSource } from '#main/bundles/assembler/file-source.ts';
import { findInDocument } from '#main/redaction/engine/redact.ts';
import { readTerms } from '#shared/domain/redaction/terms.ts';
import { ProblemError } from '#shared/problem.ts';
import { mutated, seeded } from '../bundles/mutate.ts';
import { redacted } from './checking.ts';
import { fontCases, hiddenCases, shownCases } from './documents.ts';
import { scanCases } from './scans.ts';

const COUNT = 300;
const NAME = 'Zarmina Qadir';

test(`${COUNT} spoilt documents are redacted, or refused with a reason`, { timeout: 120_000 }, async () => {
  const random = seeded(12);
  const whole = [...hiddenCases(), ...fontCases(), ...shownCases().slice(0, 23), ...scanCases().slice(10, 14)];
  const { terms } = readTerms(NAME);
  let refused = 0;
  for (let i = 0; i < COUNT; i++) {
    const pdf = mutated(whole[i % whole.length]!.pdf, random);
    try {
      const { bytes } = await redacted({ name: '', pdf, terms: [NAME] });
      // What came out is a whole document again, and the term is not in it.
      expect(findInDocument(bytesSource(bytes), terms).places).toEqual([]);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      expect(error.problem.message).toMatch(/Nothing was written|thrown away/);
      refused++;
    }
  }
  expect(refused).toBeLessThan(COUNT / 2);
});
