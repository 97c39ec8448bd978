// The whole proof, `npm test`: every step runs, whatever became of the ones before, so that all failures show.
// The last line counts the tests that really ran; a step that fails without tests counts as one failed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { check } from './check.mjs';
import { countPlaywright, countVitest, notPassed, total } from './counts.mjs';
import { findElectron } from './find.mjs';
import { hasProgram, missingPrograms } from './programs.mjs';
import { nodeProgram, programOf, runNode, runProgram } from './run.mjs';

/** @import { Counts } from './counts.mjs' */

const reports = mkdtempSync(path.join(tmpdir(), 'misl-test-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

/** No step takes this long that has not hung. */
const timeout = 15 * 60_000;

/** @param {string} file @returns {unknown} the report, or undefined where the program wrote none */
function report(file) {
  try {
    return JSON.parse(readFileSync(path.join(reports, file), 'utf8'));
  } catch {
    return undefined;
  }
}

function programs() {
  const missing = missingPrograms();
  for (const { name, debian, for: use } of missing)
    console.log(`  FAILED  ${name} is missing, for ${use}. On Debian or Ubuntu: apt-get install ${debian}`);
  if (missing.length === 0) console.log('  ok      all programs that the tests need are there');
  return { passed: 0, failed: missing.length };
}

async function checks() {
  const { failed } = await check();
  return { passed: 0, failed };
}

async function unit() {
  const file = path.join(reports, 'unit.json');
  const args = [programOf('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { status } = await runNode(args, { show: true, timeout });
  failures.push(...notPassed(report('unit.json')));
  return countVitest(report('unit.json'), status);
}

/** The unit tests that failed: named once more at the end, where a shortened record of a run still shows them. @type {string[]} */
const failures = [];

let built = false;

async function build() {
  const { status, output } = await runNode([programOf('electron-vite'), 'build', '--logLevel', 'warn'], { timeout });
  built = status === 0;
  console.log(output.trimEnd() || (built ? '  ok      built to out/' : '  FAILED  without a word'));
  return { passed: 0, failed: built ? 0 : 1 };
}

async function endToEnd() {
  if (!built) {
    console.log('  FAILED  not run: there is no build to run it on');
    return { passed: 0, failed: 1 };
  }
  const args = [programOf('@playwright/test', 'playwright'), 'test', '--reporter=list,json'];
  /** @type {Record<string, string>} */
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(reports, 'e2e.json') };
  const needsDisplay = findElectron() && process.platform === 'linux' && !process.env.DISPLAY;
  // Without a display Electron can't run; the stand-in host can.
  if (needsDisplay && !hasProgram('xvfb-run')) env.MISL_HOST = 'stand-in';
  const withDisplay = needsDisplay && hasProgram('xvfb-run');
  const { status } = withDisplay
    ? await runProgram('xvfb-run', ['-a', nodeProgram, ...args], { show: true, env, timeout })
    : await runNode(args, { show: true, env, timeout });
  return countPlaywright(report('e2e.json'), status);
}

/** @type {[string, () => Counts | Promise<Counts>][]} */
const steps = [
  ['programs', programs],
  ['check', checks],
  ['unit tests', unit],
  ['build', build],
  ['end-to-end tests', endToEnd],
];

/** @type {{ name: string, counts: Counts, seconds: string }[]} */
const done = [];
for (const [name, step] of steps) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const counts = await step();
  done.push({ name, counts, seconds: ((performance.now() - start) / 1000).toFixed(1) });
}

console.log('\n── in all');
for (const { name, counts, seconds } of done) {
  const tests = counts.passed > 0 ? `, ${counts.passed} passed` : '';
  console.log(`  ${counts.failed > 0 ? 'FAILED' : 'ok    '}  ${name}: ${counts.failed} failed${tests} (${seconds} s)`);
}
for (const failure of failures) console.log(`  FAILED  ${failure.slice(0, 600)}`);
const { passed, failed } = total(done.map(({ counts }) => counts));
if (passed + failed === 0) console.log('No test ran at all.');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
