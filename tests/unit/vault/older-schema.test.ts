import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MIGRATIONS } from '#main/store/migrate.ts';
import { openVault } from '#main/vault/vault.ts';
import { codeOf, scratch } from './helpers.ts';

const GOLDEN = path.join(import.meta.dirname, '../../fixtures/vault-1');
const { passphrase } = JSON.parse(readFileSync(path.join(GOLDEN, 'expected.json'), 'utf8')) as { passphrase: string };
const { folder, remove } = scratch();
const dir = path.join(folder, 'Golden.misl');
const bytes = () => readFileSync(path.join(dir, 'db', 'main.db'));
beforeAll(() => cpSync(path.join(GOLDEN, 'Golden.misl'), dir, { recursive: true }));
afterAll(remove);

it('opened for reading only is read with the newest schema, and its own file stays as it was', async () => {
  const before = bytes();
  const vault = await openVault(dir, { passphrase }, { readonly: true });
  try {
    expect(vault.db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    expect(vault.db.prepare('SELECT count(*) FROM matter').pluck().get()).toBe(2);
    expect(vault.db.prepare('SELECT count(*) FROM user_pack').pluck().get()).toBe(0);
    expect(() => vault.db.exec('DELETE FROM matter')).toThrow(/readonly/);
  } finally {
    vault.close();
  }
  expect(bytes().equals(before)).toBe(true);
});

it('of a later program is refused for reading too', async () => {
  const vault = await openVault(dir, { passphrase });
  vault.db.pragma(`user_version=${MIGRATIONS.length + 1}`);
  vault.close();
  for (const readonly of [true, false])
    expect(await codeOf(() => openVault(dir, { passphrase }, { readonly }))).toBe('schema-newer');
});
