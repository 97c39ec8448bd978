// Worked cases from statutes, reported decisions and the rules' own examples: nominal, due, safe and latest days.
import { describe, expect, test } from 'vitest';
import type { Exclusion } from '#shared/domain/deadlines/exclusions.ts';
import { type Asked, count } from './packs.ts';

interface Given {
  name: string;
  ask: Asked;
  nominal?: string;
  due: string;
  safe?: string;
  latest?: string;
}

const rule = (pack: string, rule: string, trigger: string, more: Partial<Asked> = {}): Asked => ({
  pack,
  rule,
  trigger,
  ...more,
});
const copy = (from: string, to: string): Exclusion => ({ kind: 'copy', from, to });

const pakistan: Given[] = [
  {
    name: 'notice of defamation within two months of knowledge',
    ask: rule('pk-punjab', 'defamation.notice', '2018-04-19'),
    nominal: '2018-06-19',
    due: '2018-06-19',
    safe: '2018-06-19',
  },
  {
    name: 'no suit before 14 clear days from the notice',
    ask: rule('pk-punjab', 'defamation.earliest-suit', '2018-04-25'),
    due: '2018-05-10',
  },
  {
    name: 'defamation suit within six months of knowledge',
    ask: rule('pk-punjab', 'defamation.suit', '2018-04-19'),
    due: '2018-10-19',
  },
  {
    name: 'leave to appeal with the time of the copy left out, in both counts',
    ask: rule('pk-punjab', 'sc.leave', '2019-10-11', { exclusions: [copy('2019-10-14', '2019-10-21')] }),
    nominal: '2019-12-18',
    due: '2019-12-18',
    safe: '2019-12-17',
  },
  {
    name: 'the penalised party counts from the communication in writing',
    ask: rule('pk-punjab', 'phw.appeal.penalised', '2026-01-09'),
    nominal: '2026-02-08',
    due: '2026-02-09',
    safe: '2026-02-06',
  },
  {
    name: 'the complainant counts from the decision itself',
    ask: rule('pk-punjab', 'phw.appeal.complainant', '2026-01-05'),
    nominal: '2026-02-04',
    due: '2026-02-04',
    safe: '2026-02-04',
  },
  {
    name: 'charge to the accused in three days',
    ask: rule('pk-federal', 'phw.committee.charge', '2026-03-12'),
    nominal: '2026-03-15',
    due: '2026-03-16',
    safe: '2026-03-13',
  },
  {
    name: 'defence to the Committee in seven days, over Eid and Pakistan Day',
    ask: rule('pk-federal', 'phw.committee.defence', '2026-03-16'),
    nominal: '2026-03-23',
    due: '2026-03-24',
    safe: '2026-03-20',
  },
  {
    name: 'findings in thirty days of the inquiry',
    ask: rule('pk-federal', 'phw.committee.findings', '2026-03-16'),
    due: '2026-04-15',
  },
  {
    name: 'penalty in a week of the recommendations',
    ask: rule('pk-federal', 'phw.committee.penalty', '2026-04-15'),
    due: '2026-04-22',
  },
  {
    name: 'restoration of a suit, its last day a day of the moon',
    ask: rule('pk-punjab', 'civil.restore-default', '2026-05-26'),
    nominal: '2026-06-25',
    due: '2026-06-26',
    safe: '2026-06-25',
  },
  {
    name: 'chamber appeal from an objection of the Registrar',
    ask: rule('pk-punjab', 'sc.registrar-objection', '2026-06-15'),
    due: '2026-06-29',
  },
];

const india: Given[] = [
  {
    name: 'three calendar months, clipped to the end of February, not moved',
    ask: rule('in', 'posh.complaint', '2025-11-30'),
    nominal: '2026-02-28',
    due: '2026-02-28',
    safe: '2026-02-28',
    latest: '2026-05-28',
  },
  { name: 'seven working days, Holi skipped', ask: rule('in', 'posh.copy', '2026-03-02'), due: '2026-03-12' },
  { name: 'ten working days, Ram Navami skipped', ask: rule('in', 'posh.reply', '2026-03-12'), due: '2026-03-27' },
  {
    name: 'inquiry in ninety days, not moved off a Sunday',
    ask: rule('in', 'posh.inquiry', '2026-03-02'),
    nominal: '2026-05-31',
    due: '2026-05-31',
  },
  { name: 'report in ten days', ask: rule('in', 'posh.report', '2026-05-29'), due: '2026-06-08' },
  { name: 'the employer acts in sixty days', ask: rule('in', 'posh.employer-action', '2026-06-08'), due: '2026-08-07' },
  {
    name: 'appeal in ninety days of the recommendations',
    ask: rule('in', 'posh.appeal', '2026-06-08'),
    nominal: '2026-09-06',
    due: '2026-09-07',
  },
  {
    name: 'special leave in ninety days, off a Sunday',
    ask: rule('in', 'sc.slp', '2024-12-23'),
    nominal: '2025-03-23',
    due: '2025-03-24',
  },
];

const acas = (acasStart: string, acasEnd: string, more: Record<string, string> = {}) => ({
  facts: { acasStart, acasEnd, ...more },
});
const kingdom: Given[] = [
  {
    name: 'conciliation stops the clock, then the floor of a month is tried (Luton v Haque)',
    ask: rule('uk-ew', 'et.claim', '2016-06-20', acas('2016-07-22', '2016-08-22')),
    due: '2016-10-20',
  },
  {
    name: 'six months, if that rule applies, with the floor',
    ask: rule('uk-ew', 'et.claim', '2026-11-02', acas('2027-04-20', '2027-07-01', { months: '6' })),
    due: '2027-08-01',
  },
  {
    name: 'three months while six are not shown to apply',
    ask: rule('uk-ew', 'et.claim', '2026-11-02'),
    due: '2027-02-01',
  },
  {
    name: 'conciliation that ended before time began adds nothing',
    ask: rule('uk-ew', 'et.claim', '2026-06-15', acas('2026-05-01', '2026-06-10')),
    due: '2026-09-14',
  },
  {
    name: 'months ends: 30 November works to 27 February',
    ask: rule('uk-ew', 'et.claim', '2026-11-30'),
    due: '2027-02-27',
  },
  { name: 'month ends: 1 March works to 28 May', ask: rule('uk-ew', 'et.claim', '2026-03-01'), due: '2026-05-28' },
  { name: 'month ends: 31 March works to 29 June', ask: rule('uk-ew', 'et.claim', '2026-03-31'), due: '2026-06-29' },
  { name: 'response: the rule’s own example', ask: rule('uk-ew', 'et.response', '2026-10-01'), due: '2026-10-29' },
  { name: 'response over Easter', ask: rule('uk-ew', 'et.response', '2026-03-06'), due: '2026-04-07' },
  { name: 'response, plain', ask: rule('uk-ew', 'et.response', '2026-11-23'), due: '2026-12-21' },
  { name: 'reconsideration over Christmas', ask: rule('uk-ew', 'et.reconsideration', '2026-12-11'), due: '2026-12-29' },
  { name: 'reconsideration, plain', ask: rule('uk-ew', 'et.reconsideration', '2026-11-02'), due: '2026-11-16' },
  {
    name: 'reconsideration from the later reasons',
    ask: rule('uk-ew', 'et.reconsideration', '2026-06-01', { facts: { reasonsSent: '2026-06-22' } }),
    due: '2026-07-06',
  },
  { name: 'appeal to the EAT', ask: rule('uk-ew', 'eat.appeal', '2026-10-07'), due: '2026-11-18' },
  {
    name: 'appeal to the EAT over the holiday of 28 December',
    ask: rule('uk-ew', 'eat.appeal', '2026-11-16'),
    due: '2026-12-29',
  },
  { name: 'appeal to the EAT in summer', ask: rule('uk-ew', 'eat.appeal', '2026-07-01'), due: '2026-08-12' },
];

const facts = (facts: Record<string, string>) => ({ facts });
const america: Given[] = [
  {
    name: 'charge in 180 days off the 4th of July',
    ask: rule('us-federal', 'eeoc.charge', '2026-01-05', facts({ deferral: 'no' })),
    due: '2026-07-06',
  },
  {
    name: 'charge in 300 days off Veterans Day',
    ask: rule('us-federal', 'eeoc.charge', '2026-01-15', facts({ deferral: 'yes' })),
    due: '2026-11-12',
  },
  {
    name: 'charge in 180 days, plain',
    ask: rule('us-federal', 'eeoc.charge', '2026-05-27', facts({ deferral: 'no' })),
    due: '2026-11-23',
  },
  { name: 'suit in 90 days of receipt', ask: rule('us-federal', 'eeoc.suit', '2026-08-25'), due: '2026-11-23' },
  {
    name: 'suit in 90 days, off Christmas Saturday',
    ask: rule('us-federal', 'eeoc.suit', '2026-09-27'),
    due: '2026-12-28',
  },
  { name: 'receipt three days after mailing', ask: rule('us-federal', 'eeoc.suit', '2026-08-24'), due: '2026-11-23' },
  {
    name: 'three days for mail, after the roll and before the next',
    ask: rule('us-federal', 'frcp.period', '2026-12-11', facts({ days: '14', service: 'mail' })),
    due: '2026-12-31',
  },
  {
    name: 'fourteen days',
    ask: rule('us-federal', 'frcp.period', '2026-11-23', facts({ days: '14' })),
    due: '2026-12-07',
  },
  {
    name: '72 hours end at the same hour of the next open day',
    ask: rule('us-federal', 'frcp.period', '2026-11-25T10:15', facts({ hours: '72' })),
    due: '2026-11-30T10:15',
  },
  {
    name: 'appeal in thirty days',
    ask: rule('us-federal', 'frap.civil', '2026-10-13', facts({ usParty: 'no' })),
    due: '2026-11-12',
  },
  {
    name: 'appeal off the observed 4th of July',
    ask: rule('us-federal', 'frap.civil', '2026-06-04', facts({ usParty: 'no' })),
    due: '2026-07-06',
  },
  {
    name: 'appeal in sixty days where the state is a party',
    ask: rule('us-federal', 'frap.civil', '2026-09-14', facts({ usParty: 'yes' })),
    due: '2026-11-13',
  },
  {
    name: 'the clock starts anew from the order on the motion',
    ask: rule('us-federal', 'frap.civil', '2026-11-09', facts({ usParty: 'no' })),
    due: '2026-12-09',
  },
];

describe.each([
  ['Pakistan', pakistan],
  ['India', india],
  ['the United Kingdom', kingdom],
  ['the United States', america],
])('%s', (_country, cases) => {
  test.each(cases)('$name', ({ ask, nominal, due, safe, latest }) => {
    const got = count(ask);
    expect(got.due).toBe(due);
    if (nominal !== undefined) expect(got.nominal).toBe(nominal);
    if (safe !== undefined) expect(got.safe).toBe(safe);
    if (latest !== undefined) expect(got.latest).toBe(latest);
    // The working ends on the day that it is given for, and says what that rests on.
    expect(got.trace!.length).toBeGreaterThan(1);
    expect(got.trace!.some(({ date }) => due.startsWith(date))).toBe(true);
    expect(got.trace!.some(({ citation }) => citation !== undefined)).toBe(true);
    expect(got.citation).not.toBe('');
  });
});

test('a claim whose conciliation began after the limit is out of time', () => {
  const got = count(rule('uk-ew', 'et.claim', '2026-01-10', acas('2026-04-10', '2026-05-20')));
  expect(got.due).toBe('2026-04-09');
  expect(got.outOfTime).toBe(true);
});

test('while six months are not shown to apply, both days are shown', () => {
  const got = count(rule('uk-ew', 'et.claim', '2026-11-02'));
  expect(got.alternatives.map(({ due }) => due)).toContain('2027-05-01');
});

test('a claim that is just and equitable has no outer date', () => {
  expect(count(rule('uk-ew', 'et.equality', '2026-06-01')).latest).toBeUndefined();
});

test('a charge without the answer on deferral works to 180 days', () => {
  const got = count(rule('us-federal', 'eeoc.charge', '2026-01-05'));
  expect(got.due).toBe('2026-07-06');
});
