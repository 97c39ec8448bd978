import { expect, it } from 'vitest';
import { countPlaywright, countVitest, notPassed, total } from '../../../scripts/counts.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

it('counts what passed and what did not', () => {
  const report = { testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')] };
  expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 1 });
  expect(countPlaywright({ stats: { expected: 5, unexpected: 2, flaky: 0, skipped: 0 } }, 1)).toEqual({
    passed: 5,
    failed: 2,
  });
});

it('takes what was not seen to pass for failed', () => {
  const report = { testResults: [file('passed', 'passed', 'pending', 'skipped', 'todo'), file('failed')] };
  expect(countVitest(report, 1)).toEqual({ passed: 1, failed: 4 });
  expect(countPlaywright({ stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 2 } }, 0)).toEqual({
    passed: 1,
    failed: 3,
  });
});

it('finds a failure in a run that says nothing, runs nothing or ends badly', () => {
  for (const count of [countVitest, countPlaywright]) {
    expect(count(undefined, 0)).toEqual({ passed: 0, failed: 1 });
    expect(count({}, 1)).toEqual({ passed: 0, failed: 1 });
  }
  // An error outside the tests, such as an unhandled rejection.
  expect(countVitest({ testResults: [file('passed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1 });
  expect(countPlaywright({ stats: { expected: 1 } }, 1)).toEqual({ passed: 1, failed: 1 });
});

it('names what did not pass', () => {
  const test = (status: string, fullName: string) => ({ status, fullName, failureMessages: ['expected 1 to be 2'] });
  const testResults = [
    { name: 'a.test.ts', status: 'failed', assertionResults: [test('passed', 'adds'), test('failed', 'subtracts')] },
    { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
  ];
  expect(notPassed({ testResults })).toEqual(['a.test.ts: subtracts\nexpected 1 to be 2', 'b.test.ts: no such module']);
  expect(notPassed(undefined)).toEqual([]);
});

it('adds up', () => {
  expect(
    total([
      { passed: 2, failed: 0 },
      { passed: 1, failed: 3 },
    ]),
  ).toEqual({ passed: 3, failed: 3 });
});
