/** The command line as it is built: the same answers as the sources give (tests/unit/cli), by the program in out/. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from '../../scripts/find.mjs';
import { nodeProgram, THREADS } from '../../scripts/run.mjs';

const program = path.resolve(root, process.env.MISL_OUT ?? 'out', 'main', 'cli.js');
const misl = (...args: string[]) =>
  execFileSync(nodeProgram, ['--disable-warning=ExperimentalWarning', THREADS, program, ...args], { encoding: 'utf8' });

test('the built command line computes a deadline and makes the sample with its documents', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'misl-cli-'));
  try {
    const deadline = misl('deadline', 'sc.leave', '--pack', 'pk-punjab', '--trigger', '2026-10-12', '--json');
    expect(JSON.parse(deadline)).toMatchObject({ rule: 'sc.leave', due: expect.stringMatching(/^2026-/) });
    const out = path.join(folder, 'demo');
    const made = misl('demo', '--out', out, '--json', '--today', '2026-11-23');
    const places = [...made.matchAll(/"path":"([^"]+)"/g)].map(([, place]) => place!);
    expect(places.length).toBeGreaterThanOrEqual(5);
    for (const place of places) expect(existsSync(place), place).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
