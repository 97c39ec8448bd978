// The check as the command line and the window use it, on the sample vault.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '#main/app.ts';
import { leakcheckCommand } from '#main/cli/commands/leakcheck.ts';
import { createApp } from '#main/create-app.ts';
import { createSampleVault, fillSample } from '#main/intake/sample.ts';
import { handlers } from '#main/registry.ts';
import { openSession } from '#main/session/lifecycle.ts';
import type { OpenVault } from '#main/vault/vault.ts';
import { ProblemError } from '#shared/problem.ts';
import { runCommand } from '../bundles/command.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'misl-leak-vault-'));
const at = (name: string) => path.join(folder, name);
let app: App;
let vault: OpenVault;
let matterId: string;

beforeAll(async () => {
  const no = () => Promise.reject(new Error('there is no window'));
  app = createApp({
    clock: { now: () => '2026-11-23T08:00:00.000Z', today: () => '2026-11-23' },
    host: { publish() {}, chooseFiles: no, chooseTarget: no, copy: no, confirm: no, reveal() {} },
    resources: path.join(import.meta.dirname, '../../../resources'),
    handlers,
  });
  vault = await createSampleVault(at('Sample.misl'));
  openSession(app, vault);
  matterId = await fillSample(app);
}, 60_000);

afterAll(async () => {
  app.session = null;
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

const check = async (file: string, audience: 'court' | 'other-side' | 'public' | null = null) => {
  const { ok, files } = await app.call('leakcheck.files', { paths: [file], audience });
  return { ok, ...files[0]! };
};

const refusal = async (act: Promise<unknown>) => {
  const error = await act.then(
    () => null,
    (reason) => reason,
  );
  return error instanceof ProblemError ? error.problem : null;
};

it('has no false alarm on the court bundle, and knows for whom it was made', async () => {
  const [bundle] = await app.call('bundles.list', { matterId });
  const made = await app.call('bundles.produce', { id: bundle!.id, path: at('bundle.pdf') });
  const { ok, hits, audience, pages, unread } = await check(at('bundle.pdf'));
  expect({ ok, hits, audience, pages }).toEqual({ ok: true, hits: [], audience: 'court', pages: made!.pages });
  expect(unread.every((what) => what.startsWith('no text on page'))).toBe(true);
}, 60_000);

it('finds the protected witnesses in the court’s bundle when the other side or the public is to have it', async () => {
  const other = await check(at('bundle.pdf'), 'other-side');
  expect([...new Set(other.hits.map(({ party }) => party))].sort()).toEqual(['Witness A', 'Witness B']);
  expect(other.hits.every(({ page }) => page !== null)).toBe(true);
  const open = await check(at('bundle.pdf'), 'public');
  expect(new Set(open.hits.map(({ party }) => party))).toContain('Ms A.');
  expect(open.hits.length).toBeGreaterThan(other.hits.length);
}, 60_000);

it('takes a file that the vault does not know as one for the public', async () => {
  writeFileSync(at('note.txt'), 'Nasreen Bukhari was there.');
  const { ok, audience, hits } = await check(at('note.txt'));
  expect({ ok, audience, parties: hits.map(({ party }) => party) }).toEqual({
    ok: false,
    audience: 'public',
    parties: ['Witness A'],
  });
});

it('lets no draft leave with a name that its readers may not see, unless with a reason that is recorded', async () => {
  const [proceeding] = await app.call('proceedings.list', { matterId });
  const { id } = await app.call('drafts.add', {
    matterId,
    proceedingId: proceeding!.id,
    template: 'complaint-phw',
  });
  await app.call('drafts.edit', { id, audience: 'other-side', title: 'Complaint, with Nasreen Bukhari as witness' });
  const target = at('complaint of Nasreen Bukhari.docx');
  const refused = await refusal(app.call('drafts.exportDocx', { id, path: target }));
  expect(refused?.code).toBe('leak-found');
  expect(refused?.message).not.toMatch(/Bukhari/);
  expect(() => readFileSync(target)).toThrow(/ENOENT/);

  const found = await app.call('leakcheck.findings', { id });
  expect(found.flatMap(({ hits }) => hits.map(({ where }) => where))).toContain('file-name');
  const wrong = { files: ['0'.repeat(64)], reason: 'Ordered on 9 March' };
  expect((await refusal(app.call('drafts.exportDocx', { id, path: target, despite: wrong })))?.code).toBe('leak-found');

  const despite = { files: found.map(({ sha256 }) => sha256), reason: 'Ordered on 9 March' };
  const written = await app.call('drafts.exportDocx', { id, path: target, despite });
  expect(written?.sha256).toBe(found[0]!.sha256);
  const log = await app
    .session!.runner.db.selectFrom('auditEntry')
    .select('detail')
    .where('action', '=', 'leakcheck.override')
    .execute();
  expect(log.map(({ detail }) => JSON.parse(detail!))).toEqual([
    { sha256: written!.sha256, audience: 'other-side', hits: found[0]!.hits.length, reason: 'Ordered on 9 March' },
  ]);
  expect(await app.call('leakcheck.findings', { id })).toEqual([]);
}, 60_000);

it('refuses a file that is not there before it searches any', async () => {
  const refused = await refusal(
    app.call('leakcheck.files', { paths: [at('note.txt'), at('none.pdf')], audience: null }),
  );
  expect(refused).toMatchObject({ code: 'no-such-file', message: expect.stringContaining('none.pdf') });
});

it('asks for a vault, files, and an audience that there is', async () => {
  expect((await runCommand(leakcheckCommand, [at('Sample.misl')])).refused).toBe('wrong-use');
  expect((await runCommand(leakcheckCommand, [at('Sample.misl'), at('note.txt'), '--audience', 'press'])).refused).toBe(
    'wrong-use',
  );
});
