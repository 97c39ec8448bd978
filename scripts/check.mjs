// Types, lint, boundaries and unused code: `npm run check`, and the first step of `npm test`.
// Usage: node scripts/check.mjs [FOLDER], a project laid out like this one.
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './find.mjs';
import { programOf, runNode } from './run.mjs';

/** Each part with its arguments to Node. Those that take longest come first. */
const parts = () => [
  { name: 'types', args: [programOf('typescript', 'tsc'), '-p', '.', '--noEmit', '--pretty', 'false'] },
  { name: 'boundaries', args: [path.join(root, 'scripts', 'boundaries.mjs'), '.'] },
  { name: 'unused code', args: [programOf('knip'), '--no-progress', '--no-config-hints'] },
  {
    name: 'lint and format',
    args: [
      programOf('@biomejs/biome', 'biome'),
      'check',
      '--error-on-warnings',
      '--max-diagnostics=30',
      '--colors=off',
    ],
  },
];

/**
 * Runs all the parts, whatever becomes of one, and prints what each one found.
 * @param {string} [folder] the project
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function check(folder = root) {
  const waiting = parts();
  let passed = 0;
  let failed = 0;
  const worker = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const { status, output, ms } = await runNode(part.args, { cwd: folder });
      const seconds = (ms / 1000).toFixed(1);
      if (status === 0) {
        passed++;
        console.log(`  ok      ${part.name} (${seconds} s)`);
      } else {
        failed++;
        console.log(`  FAILED  ${part.name} (${seconds} s)\n${indent(output)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
  return { passed, failed };
}

/** @param {string} text */
const indent = (text) => text.trimEnd().replaceAll(/^/gm, '          ');

if (import.meta.url === pathToFileURL(path.resolve(process.argv[1] ?? '')).href) {
  const { failed } = await check(path.resolve(process.argv[2] ?? root));
  process.exit(failed === 0 ? 0 : 1);
}
