// What the reports of the test programs say, as two numbers. Whatever was not seen to pass counts as failed.

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * Counts vitest's JSON report. A file that broke before its tests counts as one failed, and so does a skipped test.
 * @param {any} report undefined where there is none
 * @param {number} status vitest's exit status
 * @returns {Counts}
 */
export function countVitest(report, status) {
  const files = /** @type {any[]} */ (report?.testResults ?? []);
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return judged({ passed, failed: tests.length - passed + broken }, status);
}

/**
 * Counts Playwright's JSON report. Skipped and flaky tests count as failed.
 * @param {any} report undefined where there is none
 * @param {number} status Playwright's exit status
 * @returns {Counts}
 */
export function countPlaywright(report, status) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  return judged({ passed: expected, failed: unexpected + flaky + skipped }, status);
}

/**
 * The tests of vitest's JSON report that did not pass, each as its file and name.
 * @param {any} report undefined where there is none
 * @returns {string[]}
 */
export function notPassed(report) {
  const files = /** @type {any[]} */ (report?.testResults ?? []);
  return files.flatMap((file) => {
    const tests = /** @type {any[]} */ (file.assertionResults);
    if (tests.length === 0) return file.status === 'failed' ? [`${file.name}: ${file.message}`] : [];
    return tests
      .filter((test) => test.status !== 'passed')
      .map((test) => `${file.name}: ${test.fullName}\n${(test.failureMessages ?? []).join('\n')}`);
  });
}

/** @param {Counts[]} counts @returns {Counts} */
export function total(counts) {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/** A program that failed, or ran nothing, has at least one failure. @param {Counts} counts @param {number} status */
function judged({ passed, failed }, status) {
  const unexplained = failed === 0 && (status !== 0 || passed === 0);
  return { passed, failed: unexplained ? 1 : failed };
}
