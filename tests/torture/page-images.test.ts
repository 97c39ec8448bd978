import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { counted, isLocked } from '#main/bundles/counting.ts';
import { makePageImages } from '#main/page-images/make.ts';
import { mutated, seeded, wholeDocuments } from '../unit/bundles/mutate.ts';
import { pageCount, qpdfFindings } from '../unit/bundles/programs.ts';

const COUNT = 200;
const folder = mkdtempSync(path.join(tmpdir(), 'misl-drawn-spoilt-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(`${COUNT} spoilt documents that can't be copied, or not whole, are drawn or refused, and leave nothing`, async () => {
  const whole = wholeDocuments();
  const random = seeded(6);
  for (let i = 0, tried = 0; tried < COUNT; i++) {
    const bytes = mutated(whole[i % whole.length]!, random);
    const handle = { kind: 'bytes' as const, bytes };
    let beyond = 0;
    try {
      const { pages, missed } = counted(handle);
      if (!missed) continue;
      beyond = pages;
    } catch (error) {
      if (isLocked(error)) continue;
    }
    tried++;
    const into = path.join(folder, `${i}.pdf`);
    const outcome = await makePageImages({ handle, name: 'a', password: undefined, dpi: 60, into, seal: null, beyond });
    if ('made' in outcome) {
      const pdf = readFileSync(into);
      expect(qpdfFindings(pdf), `${i}`).toBe('');
      expect(pageCount(pdf), `${i}`).toBe(outcome.made.pages);
      rmSync(into);
    } else expect(outcome.refused, `${i}`).not.toBe('too-slow');
  }
  expect(readdirSync(folder)).toEqual([]);
});
