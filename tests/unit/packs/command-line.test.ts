import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CliContext } from '#main/cli/command.ts';
import { deadlineCommand } from '#main/cli/commands/deadline.ts';
import { packsCommand } from '#main/cli/commands/packs.ts';
import { createVault } from '#main/vault/vault.ts';
import { runCommand } from '../bundles/command.ts';

const PASSPHRASE = 'seven lanterns over the canal';
const folder = mkdtempSync(path.join(tmpdir(), 'misl-own-packs-'));
const vault = path.join(folder, 'V.misl');
const file = path.join(folder, 'bench.yaml');
const withPassphrase = (command: typeof packsCommand): typeof packsCommand => ({
  ...command,
  run: (context: CliContext) => command.run({ ...context, passphrase: async () => PASSPHRASE }),
});
const packs = (...args: string[]) => runCommand(withPassphrase(packsCommand), args, { json: true });
const text = (days: number) => `lastChecked: 2026-11-23
pack:
  { schema: 1, id: own-bench, version: 1.0.0, title: Ours, country: PK, amends: pk, timeZone: Asia/Karachi, currency: PKR }
rules:
  - id: sc.review
    title: Review, as our bench counts it
    trigger: order
    forum: supreme-court
    period: { kind: fixed, amount: ${days}, unit: days }
    closed: { move: none }
    citation: Standing order 7
    confidence: doubtful
`;

beforeAll(async () => {
  const made = await createVault(vault, { passphrase: PASSPHRASE, kdf: 'floor' });
  await made.vault.close();
  writeFileSync(file, text(25));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a pack is installed from a file, counted by, switched off and removed', async () => {
  const installed = await packs('install', vault, file);
  expect(installed.status).toBe(0);
  expect(JSON.parse(installed.lines[0]!)).toMatchObject({ id: 'own-bench', rows: [{ id: 'sc.review' }], moves: [] });
  const count = ['sc.review', '--pack', 'pk-punjab', '--trigger', '2026-11-20'];
  const ours = await runCommand(withPassphrase(deadlineCommand), [...count, '--vault', vault], { json: true });
  expect(JSON.parse(ours.lines[0]!)).toMatchObject({
    due: '2026-12-15',
    citation: expect.stringMatching(/^Standing order 7; overridden by/),
  });
  const plain = await runCommand(deadlineCommand, count, { json: true });
  expect(JSON.parse(plain.lines[0]!).due).toBe('2026-12-21');
  expect(JSON.parse((await packs('list', vault)).lines[0]!)).toMatchObject([{ id: 'own-bench', enabled: true }]);
  expect((await packs('disable', vault, 'own-bench')).status).toBe(0);
  expect(JSON.parse((await packs('list', vault)).lines[0]!)).toMatchObject([{ enabled: false }]);
  expect((await packs('remove', vault, 'own-bench')).status).toBe(0);
  expect((await packs('remove', vault, 'own-bench')).refused).toBe('unknown-pack');
});

test('a folder is a pack as well, and one with errors is refused with their places', async () => {
  const dir = path.join(folder, 'pack');
  mkdirSync(dir);
  const [head = '', rules = ''] = text(25).split('rules:');
  writeFileSync(path.join(dir, 'pack.yaml'), head);
  writeFileSync(path.join(dir, 'rules.yaml'), `lastChecked: 2026-11-23\nrules:${rules.replace('days }', 'moons }')}`);
  const refused = await packs('install', vault, dir);
  expect(refused.refused).toBe('pack-invalid');
  expect(refused.errors[0]).toMatch(/^rules\.yaml:7:.*rules\.0\.period\.unit: expected one of: hours, days/);
  writeFileSync(path.join(dir, 'rules.yaml'), `lastChecked: 2026-11-23\nrules:${rules}`);
  expect((await packs('install', vault, dir)).status).toBe(0);
  expect((await packs('install', vault, path.join(folder, 'no-such'))).refused).toBe('pack-unreadable');
});
