// Runs the benchmarks of tests/bench one after the other, `npm run bench [-- NAME …]`. Each prints its own ratios against
// named peers of the same run; no figure fails the run, only a benchmark that breaks does.
import { existsSync, readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { root } from './find.mjs';
import { runNode } from './run.mjs';

const folder = path.join(root, 'tests', 'bench');
const wanted = process.argv.slice(2);
const files = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((name) => file.includes(name))))
  .sort();

if (files.length === 0) {
  console.error(wanted.length > 0 ? `No benchmark is named ${wanted.join(' or ')}.` : 'There are no benchmarks.');
  process.exit(1);
}

const { stdout: node } = await runNode(['--version']);
const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
const memory = (totalmem() / 2 ** 30).toFixed(1);
console.log(`${cpus().length} × ${processor}, ${memory} GiB, ${process.platform}, Node ${node.trim()}`);

const broken = [];
for (const file of files) {
  console.log(`\n── ${file.replace('.bench.ts', '')}`);
  const options = ['--disable-warning=ExperimentalWarning', '--expose-gc'];
  const { status, ms } = await runNode([...options, path.join(folder, file)], { show: true });
  console.log(`   (${(ms / 1000).toFixed(1)} s)`);
  if (status !== 0) broken.push(file);
}
if (broken.length > 0) console.error(`\nBroken: ${broken.join(', ')}`);
process.exit(broken.length === 0 ? 0 : 1);
