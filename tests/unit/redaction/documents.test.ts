import { describe, expect, it } from 'vitest';
import { type Case, checkCase } from './checking.ts';
import { fontCases, hiddenCases, mirroredCase, revisedCase, seamCase, shownCases } from './documents.ts';
import { scanCases } from './scans.ts';

// A part of the documents that `npm run torture` goes through: each costs a dozen runs of qpdf and poppler.
const check = async (given: Case) => void (await checkCase(given));
const every = <T>(list: readonly T[], step: number) => list.filter((_, i) => i % step === 0);

describe('a name that a page shows in any way', () => {
  it.each(every(shownCases(), 7))('$name', check);
});

describe('a name in fonts of every sort', () => {
  it.each(fontCases())('$name', check);
});

describe('a name in what hangs on pages', () => {
  it.each([...hiddenCases(), revisedCase(), seamCase(), mirroredCase()])('$name', check);
});

describe('a name on a scan with a text layer', () => {
  it.each(every(scanCases(), 4))('$name', async (given) => {
    const { removed } = await checkCase(given);
    expect(removed.imagesWhole).toBe(0);
    expect(removed.images).toBeGreaterThan(0);
  });
});
