import { describe, expect, it } from 'vitest';
import { compareClaim } from '#shared/domain/claims/compare.ts';
import { ladder, order, proceeding, records } from './records.ts';

const TODAY = '2026-11-23';
const claim = (words: string, saidOn = '2026-11-01', proceedingId: string | null = null) =>
  compareClaim({ saidBy: 'a news page', place: 'The Daily Example', saidOn, words, proceedingId }, ladder, TODAY);

describe('a public claim beside the record of its day', () => {
  it.each([
    ['Singer cleared of harassment', /no forum had decided them/],
    ['Allegations proven false in court', /no forum had decided them/],
    ['Court dismisses harassment case', /leaves out the ground: the case was .*for want of jurisdiction/],
    ['Case closed: complaint rejected', /was over/],
    ['فنکار بری', /no forum had decided them/],
  ])('%s', (words, reason) => {
    const found = claim(words);
    expect(found.verdict).toBe('does-not-match');
    expect(found.reasons.join(' ')).toMatch(reason);
  });

  it('matches a claim that gives the ground', () => {
    const found = claim('Complaint dismissed for want of jurisdiction, without going into the allegations');
    expect(found.verdict).toBe('matches');
    expect(claim('Appeal pending in the Supreme Court').verdict).toBe('matches');
  });

  it('judges by the day on which it was said', () => {
    expect(claim('Complaint dismissed on jurisdiction', '2026-01-20').reasons.join()).toMatch(/no order had ended it/);
  });

  it('does not judge what it cannot test', () => {
    expect(claim('Both artists will perform in December').verdict).toBe('not-tested');
  });

  it('stands beside the record in neutral words, with attribution', () => {
    const { beside, sourceIds } = claim('Singer cleared');
    expect(beside).toMatch(
      /^Reported as “Singer cleared” by a news page, The Daily Example, 1.November.2026\. On that day/,
    );
    expect(beside).toMatch(/No forum has decided the allegations on their merits/);
    expect(sourceIds).toEqual(['o1', 'o2', 'o3']);
  });

  it('leaves a true report of a decision on the merits alone', () => {
    const decided = records({
      proceedings: [proceeding('1')],
      orders: [order('o', '1', '2026-02-01', { ground: 'MERITS', merits: 'yes' })],
    });
    const said = {
      saidBy: 'x',
      place: 'y',
      saidOn: '2026-03-01',
      words: 'Allegations rejected by the court',
      proceedingId: '1',
    };
    expect(compareClaim(said, decided, TODAY).verdict).toBe('matches');
  });
});
