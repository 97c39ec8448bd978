// `npm run misl`: the command line as it was built, where the build is of these sources; else from the sources, which
// takes about a second longer and twice the memory. Runs on the Node 24 of node_modules, by npm's path.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isBuilt } from './build.mjs';
import { root } from './find.mjs';

const place = isBuilt() ? ['out', 'main', 'cli.js'] : ['src', 'main', 'cli', 'index.ts'];
await import(pathToFileURL(path.join(root, ...place)).href);
