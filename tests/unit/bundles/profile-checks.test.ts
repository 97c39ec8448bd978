import { describe, expect, it } from 'vitest';
import { courtChecks } from '#shared/domain/bundles/profile-checks.ts';

const court = {
  citation: 'Practice Direction',
  checkedOn: '2026-11-23',
  maxPages: 350,
  maxMegabytes: 25,
  rules: [
    { id: 'EW-4', text: 'The index is linked', citation: 'Guidance' },
    { id: 'ET-1', text: 'In the order of dates', citation: 'Practice' },
  ],
};

describe('the checks of a court', () => {
  it('say what holds, by which rule, looked up when', () => {
    const checks = courtChecks(court, { pages: 350, bytes: 25_000_001, linksHold: true, isEncrypted: false });
    expect(checks).toEqual([
      { id: 'EW-4', ok: true, message: 'The index is linked', citation: 'Guidance', checkedOn: '2026-11-23' },
      {
        id: 'limit-pages',
        ok: true,
        message: '350 pages of at most 350',
        citation: 'Practice Direction',
        checkedOn: '2026-11-23',
      },
      {
        id: 'limit-size',
        ok: false,
        message: '25.1 MB, more than the 25 allowed',
        citation: 'Practice Direction',
        checkedOn: '2026-11-23',
      },
    ]);
  });

  it('claim nothing of what was not looked at', () => {
    const checks = courtChecks(court, { pages: 351, bytes: 1, linksHold: false, isEncrypted: false });
    expect(checks.map(({ id, ok }) => [id, ok])).toEqual([
      ['EW-4', false],
      ['limit-pages', false],
      ['limit-size', true],
    ]);
  });
});
