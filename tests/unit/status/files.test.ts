import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appOn, matter, order, proceeding } from '../disposals/app.ts';
import { personOf } from '../fixtures/vault.ts';

let app: Awaited<ReturnType<typeof appOn>>['app'];
let close: () => Promise<void>;
const folder = mkdtempSync(path.join(tmpdir(), 'misl-status-'));
const client = personOf({ name: 'H. Qadir', role: 'complainant', isClient: true, side: 'ours' });
let first: string;
beforeAll(async () => {
  ({ app, close } = await appOn('2026-11-23'));
  app.host.chooseTarget = async (name) => path.join(folder, name);
  ({ id: first } = await app.call('matters.open', { ...matter('M-1'), parties: [client] }));
  await app.call('matters.open', { ...matter('M-2'), title: 'H. Qadir v. Saffron Studios', parties: [client] });
  const { id: proceedingId } = await app.call('proceedings.add', proceeding(first));
  await app.call('orders.enter', order(proceedingId));
});
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

const text = async (file: string | null) => (await mammoth.extractRawText({ buffer: readFileSync(file!) })).value;

it('writes the status of one matter as of a day', async () => {
  const now = await text((await app.call('proceedings.saveStatus', { of: { matterId: first } })).path);
  expect(now).toMatch(/not entertained/i);
  const before = { of: { matterId: first }, asOf: '2026-11-01' };
  expect(await text((await app.call('proceedings.saveStatus', before)).path)).not.toMatch(/not entertained/i);
});

it('writes the status of every matter of a client, under the name', async () => {
  const all = await text((await app.call('proceedings.saveStatus', { of: { client: 'H. Qadir' } })).path);
  expect(all).toMatch(/^H\. Qadir/);
  expect(all).toMatch(/M-1/);
  expect(all).toMatch(/Saffron Studios/);
  expect(await app.answer('proceedings.saveStatus', { of: { client: 'Nobody' } })).toMatchObject({
    ok: false,
    problem: { code: 'no-such-client' },
  });
});
