// Judges the imports of src/ by .dependency-cruiser.cjs. A cruise that read no files would find nothing wrong with them,
// so it also counts. Usage: node scripts/boundaries.mjs [FOLDER], the folder that holds src/.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './find.mjs';
import { programOf, runNode } from './run.mjs';

const folder = path.resolve(process.argv[2] ?? root);

const sources = readdirSync(path.join(folder, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => `src/${file.replaceAll('\\', '/')}`);

const config = path.join(root, '.dependency-cruiser.cjs');
const run = await runNode(
  [programOf('dependency-cruiser', 'depcruise'), 'src', '--config', config, '--output-type', 'json'],
  { cwd: folder },
);

/** @type {{ modules: { source: string, dependencies: unknown[] }[], summary: { violations: Violation[], totalDependenciesCruised: number } }} */
let result;
try {
  result = JSON.parse(run.stdout);
} catch {
  console.error(run.output || 'dependency-cruiser said nothing');
  process.exit(1);
}

/** @typedef {{ from: string, to: string, rule: { name: string }, cycle?: { name: string }[] }} Violation */
for (const { from, to, rule, cycle } of result.summary.violations) {
  console.log(`${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`);
}

/** A file that imports, of which no import was understood, was not read either. @param {string} file */
const seemsRead = (file) => {
  const imports = importsOf.get(file);
  return imports !== undefined && (imports > 0 || !/^import /m.test(readFileSync(path.join(folder, file), 'utf8')));
};
const importsOf = new Map(result.modules.map(({ source, dependencies }) => [source, dependencies.length]));
const unread = sources.filter((file) => !seemsRead(file));
if (unread.length > 0) console.log(`not read, so not judged: ${unread.length} files, such as ${unread[0]}`);

const { violations, totalDependenciesCruised } = result.summary;
console.log(`${sources.length} files, ${totalDependenciesCruised} imports, ${violations.length} forbidden`);
process.exit(sources.length > 0 && unread.length === 0 && violations.length === 0 ? 0 : 1);
