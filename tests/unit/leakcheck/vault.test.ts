// The check as the command line and the window use it, on the sample vault.
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '#main/app.ts';
import type { CliContext } from '#main/cli/command.ts';
import { leakcheckCommand } from '#main/cli/commands/leakcheck.ts';
import { leaveVault } from '#main/cli/leaving.ts';
import { ProblemError } from '#shared/problem.ts';
import { runCommand } from '../bundles/command.ts';
import { makeDocument } from '../bundles/make-pdf.ts';
import { type MatterFixture, sampleVault } from '../fixtures/vault.ts';

let fixture: MatterFixture;
let app: App;
let matterId: string;
const at = (name: string) => path.join(fixture.folder, name);

beforeAll(async () => {
  fixture = await sampleVault();
  ({ app, matterId } = fixture);
}, 60_000);
afterAll(() => fixture.close());

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
  expect(unread.every((what) => what.startsWith('no text, or no more than a stamp, on page'))).toBe(true);
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

  expect(await app.call('leakcheck.page', { id, sha256: found[0]!.sha256, page: 1 })).toEqual({ base64: null });

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

it('binds for the other side under pseudonyms, and lets the bundle out only when no name is left in it', async () => {
  const exhibits = await app.call('exhibits.list', { matterId });
  const rota = exhibits.find(({ title }) => title === 'Studio booking sheet')!;
  const advice = exhibits.find(({ privilege }) => privilege === 'privileged')!;
  const { id } = await app.call('bundles.add', {
    matterId,
    proceedingId: null,
    title: 'Papers on Nasreen Bukhari',
    profile: 'plain',
    audience: 'other-side',
    hearingOn: null,
  });
  const plan = await app.call('bundles.plan', { id });
  const item = {
    kind: 'exhibit' as const,
    fileId: null,
    orderId: null,
    draftId: null,
    date: null,
    pages: null,
    agreed: null,
  };
  await app.call('bundles.addItems', {
    sectionId: plan.sections[0]!.id,
    items: [
      { ...item, exhibitId: rota.id, title: 'Where N. Bukhari worked' },
      { ...item, exhibitId: advice.id, title: null },
      { ...item, kind: 'chronology', exhibitId: null, title: null },
    ],
  });
  const items = (await app.call('bundles.plan', { id })).sections[0]!.items;
  expect(items.map(({ title }) => title)[0]).toBe('Where Witness A worked');
  expect(items[1]).toMatchObject({ pageCount: 0, problems: ['This is marked privileged and is left out.'] });

  const target = at('for the other side.pdf');
  const refused = await refusal(app.call('bundles.produce', { id, path: target }));
  expect(refused).toMatchObject({ code: 'leak-found', message: expect.stringContaining('Witness A') });
  expect(readdirSync(fixture.folder).filter((name) => name.includes('other side'))).toEqual([]);
  const found = await app.call('leakcheck.findings', { id });
  const hits = found.flatMap((file) => file.hits);
  // Cover, index and list of dates have the pseudonym: only the exhibit itself still says the name.
  expect(new Set(hits.map(({ term, where }) => `${term} ${where}`))).toEqual(new Set(['N. Bukhari text']));
  const { base64 } = await app.call('leakcheck.page', { id, sha256: found[0]!.sha256, page: hits[0]!.page! });
  expect(Buffer.from(base64!, 'base64').toString('latin1', 0, 5)).toBe('%PDF-');

  // With a redacted copy of the exhibit the bundle takes that, says so, and may leave.
  const { db } = app.session!.runner;
  const file = await db
    .selectFrom('exhibitFile')
    .selectAll()
    .where('exhibitId', '=', rota.id)
    .executeTakeFirstOrThrow();
  const { blobs } = app.session!.services;
  const copy = makeDocument([{ text: 'Redacted' }]);
  const blob = await blobs.write(
    (async function* () {
      yield copy;
    })(),
    { mime: 'application/pdf' },
  );
  await app.session!.runner.run({ name: 'test', undoable: false }, async ({ db: trx, newId, clock }) => {
    await blobs.record(trx, blob, clock.now());
    await trx
      .insertInto('redactedFile')
      .values({
        id: newId(),
        matterId,
        fileId: file.id,
        blobId: blob.id,
        sha256: blob.sha256,
        size: copy.length,
        pages: 1,
        marks: 1,
        madeAt: clock.now(),
        report: '{}',
      })
      .execute();
  });
  const after = (await app.call('bundles.plan', { id })).sections[0]!.items[0]!;
  expect(after).toMatchObject({ title: 'Where Witness A worked (redacted)', pageCount: 1 });
  const made = await app.call('bundles.produce', { id, path: target });
  expect(made!.skipped.map(({ reason }) => reason)).toEqual(['This is marked privileged and is left out.']);
  expect(made!.checks.find(({ id: check }) => check === 'leaks')?.ok).toBe(true);
  expect(await check(target)).toMatchObject({ ok: true, hits: [], audience: 'other-side' });
  expect(await app.call('leakcheck.findings', { id })).toEqual([]);
}, 60_000);

it('tells the places on the command line, and lets a paper leave there with a reason alone', async () => {
  const { id } = await app.call('drafts.add', { matterId, proceedingId: null, template: 'complaint-phw' });
  await app.call('drafts.edit', { id, audience: 'public' });
  const told: string[] = [];
  const context = { err: (line: string) => told.push(line) } as unknown as CliContext;
  const leave = (reason: string | undefined, name: string) =>
    leaveVault(context, app, { id, reason }, (despite) =>
      app.call('drafts.exportDocx', { id, path: at(name), ...(despite && { despite }) }),
    );
  const refused = await refusal(leave(undefined, 'For Kamran Shabbir.docx'));
  expect(refused).toMatchObject({ code: 'leak-found', hint: expect.stringContaining('--despite-leaks') });
  expect(told).toContain('misl: name of Witness B: file-name');
  expect(told.join()).not.toMatch(/Shabbir/);
  expect((await leave('He asked for it', 'For Kamran Shabbir.docx'))?.path).toBe(at('For Kamran Shabbir.docx'));
}, 60_000);

it('says of a folder that it is one, and takes a link to itself for no file', async () => {
  symlinkSync('loop', at('loop'));
  const asked = (file: string) => refusal(app.call('leakcheck.files', { paths: [file], audience: null }));
  expect(await asked(at('.'))).toMatchObject({ code: 'folder-given' });
  expect(await asked(at('loop'))).toMatchObject({ code: 'no-such-file' });
});

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
