// The seeded tests at full length, `npm run torture`: minutes, not seconds. Arguments go to vitest, such as a file's name.
import path from 'node:path';
import { programOf, runNode } from './run.mjs';

const config = path.join('tests', 'torture', 'vitest.config.ts');
const args = [programOf('vitest'), 'run', '--config', config, ...process.argv.slice(2)];
process.exit((await runNode(args, { show: true })).status);
