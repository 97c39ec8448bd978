// Writes the packs as the built program reads them: node scripts/packs.ts FILE
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compilePacks } from '../src/main/packs/compiled.ts';

const target = process.argv[2];
if (!target) throw new Error('Names no file to write.');
mkdirSync(path.dirname(target), { recursive: true });
writeFileSync(target, compilePacks(path.join(import.meta.dirname, '../resources/packs')));
