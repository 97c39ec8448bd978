// Every way in which a paper for others leaves the vault: with the pseudonyms of its readers, and not at all when
// something is left in it that they may not learn.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '#main/app.ts';
import type { Given } from '#shared/contract/index.ts';
import { ProblemError } from '#shared/problem.ts';
import { makeDocument } from '../bundles/make-pdf.ts';
import { pdfText } from '../documents/programs.ts';
import { type MatterFixture, sampleVault } from '../fixtures/vault.ts';

type Despite = Given<'proceedings.saveStatus'>['despite'];
interface To {
  path: string;
  despite?: Despite;
}

let fixture: MatterFixture;
const at = (name: string) => path.join(fixture.folder, name);
/** A spelling that no record has, so that no pseudonym takes its place: only the search finds it. */
const PLANTED = 'Nasrine Bokharee';
const COURT = 'Court of nobody';
const copied: string[] = [];
let app: App;
let matterId: string;
let bundleId: string;
let exhibitId: string;
let fileId: string;
let deadlineId: string;

beforeAll(async () => {
  fixture = await sampleVault({
    host: { chooseTarget: async (name) => at(name), copy: async (text) => void copied.push(text) },
  });
  ({ app, matterId } = fixture);
  bundleId = (await app.call('bundles.list', { matterId }))[0]!.id;
  exhibitId = (await app.call('exhibits.list', { matterId })).find(({ title }) => title === 'Studio booking sheet')!.id;
  const [proceeding] = await app.call('proceedings.list', { matterId });
  const { db } = app.session!.runner;
  const row = await db.selectFrom('exhibitFile').select('id').where('exhibitId', '=', exhibitId).executeTakeFirst();
  fileId = row!.id;
  const count = { pack: 'pk-punjab', rule: 'hc.first-appeal', triggerOn: '2026-11-02', exclusions: [], facts: {} };
  const own = { matterId, proceedingId: proceeding!.id, orderId: null, remedy: null, notes: null };
  ({ id: deadlineId } = await app.call('deadlines.add', { ...own, title: 'Appeal', count, dueOn: null }));
}, 60_000);

afterAll(() => fixture.close());

const refusal = async (act: Promise<unknown>) => {
  const error = await act.then(
    () => null,
    (reason) => reason,
  );
  return error instanceof ProblemError ? error.problem : null;
};

const textOf = async (file: string) =>
  file.endsWith('.docx')
    ? (await mammoth.extractRawText({ buffer: readFileSync(file) })).value
    : file.endsWith('.pdf')
      ? pdfText(readFileSync(file))
      : readFileSync(file, 'utf8');

const excluded = (evidence: string) =>
  app.call('deadlines.exclude', {
    id: deadlineId,
    exclusions: [{ kind: 'other', from: '2026-11-03', to: '2026-11-10', evidence }],
  });

/** Puts a redacted copy of these words in the place of the file's. */
async function redactedCopy(text: string): Promise<void> {
  const { blobs } = app.session!.services;
  const bytes = makeDocument([{ text }]);
  const blob = await blobs.write(
    (async function* () {
      yield bytes;
    })(),
    { mime: 'application/pdf' },
  );
  await app.session!.runner.run({ name: 'test', undoable: false }, async ({ db, newId, clock }) => {
    await blobs.record(db, blob, clock.now());
    await db.deleteFrom('redactedFile').where('fileId', '=', fileId).execute();
    const made = { blobId: blob.id, sha256: blob.sha256, size: bytes.length, pages: 1, marks: 1, report: '{}' };
    const own = { id: newId(), matterId, fileId, madeAt: clock.now() };
    await db
      .insertInto('redactedFile')
      .values({ ...own, ...made })
      .execute();
  });
}

interface Exit {
  ending: string;
  /** Puts a leak in, or other words in its place. */
  plant(words: string): Promise<unknown>;
  leave(to: To): Promise<unknown>;
  /** By what its findings are asked for. */
  heldAs(): string;
}

const inTitle = (title: string) => app.call('exhibits.edit', { id: exhibitId, title });
const statement = (words: string) => ({ matterIds: [matterId], text: `Of N. Bukhari, on that day: ${words}` });

const EXITS: Record<string, Exit> = {
  'the status statement': {
    ending: 'docx',
    plant: (title) => app.call('matters.edit', { id: matterId, title }),
    leave: (to) => app.call('proceedings.saveStatus', { of: { matterId }, ...to }),
    heldAs: () => matterId,
  },
  'the statement for a client': {
    ending: 'docx',
    plant: (title) => app.call('matters.edit', { id: matterId, title }),
    leave: (to) =>
      app.call('proceedings.saveStatus', { of: { client: 'Rubina Anwar' }, audience: 'other-side', ...to }),
    heldAs: () => matterId,
  },
  'the list of dates': {
    ending: 'pdf',
    plant: async (text) => {
      const [fact] = await app.call('facts.list', { matterId });
      await app.call('facts.edit', { id: fact!.id, text });
    },
    leave: (to) => app.call('facts.exportChronology', { matterId, format: 'pdf', audience: 'other-side', ...to }),
    heldAs: () => matterId,
  },
  'the sheet of custody': {
    ending: 'pdf',
    plant: inTitle,
    leave: (to) => app.call('exhibits.custodySheet', { id: exhibitId, audience: 'other-side', ...to }),
    heldAs: () => exhibitId,
  },
  'the table of time excluded': {
    ending: 'docx',
    plant: excluded,
    leave: (to) => app.call('deadlines.saveLedger', { id: deadlineId, format: 'docx', audience: 'other-side', ...to }),
    heldAs: () => deadlineId,
  },
  'the draft index, which is for the other side': {
    ending: 'docx',
    plant: (title) => app.call('bundles.edit', { id: bundleId, title }),
    leave: (to) => app.call('bundles.exportDraftIndex', { id: bundleId, format: 'docx', ...to }),
    heldAs: () => bundleId,
  },
  'the report on a bundle': {
    ending: 'pdf',
    plant: (title) => app.call('bundles.edit', { id: bundleId, title, audience: 'public' }),
    leave: (to) => app.call('bundles.exportReport', { id: bundleId, files: [], checks: [], ...to }),
    heldAs: () => bundleId,
  },
  'old page to new': {
    ending: 'pdf',
    plant: (title) => app.call('bundles.edit', { id: bundleId, title, audience: 'other-side' }),
    leave: (to) => app.call('bundles.exportConcordance', { id: bundleId, from: 1, to: null, format: 'pdf', ...to }),
    heldAs: () => bundleId,
  },
  'a redacted copy': {
    ending: 'pdf',
    plant: redactedCopy,
    leave: (to) => app.call('redaction.saveCopy', { fileId, ...to }),
    heldAs: () => fileId,
  },
  'the cause list of one court': {
    ending: 'pdf',
    plant: async (title) => {
      const parties = await app.call('parties.list', { matterId });
      for (const { id, pseudonym } of parties)
        if (pseudonym === 'Witness A') await app.call('parties.edit', { id, courtSees: 'pseudonym' });
      const [proceeding] = await app.call('proceedings.list', { matterId });
      await app.call('proceedings.edit', { id: proceeding!.id, forumName: COURT });
      await app.call('matters.edit', { id: matterId, title });
    },
    leave: (to) => app.call('diary.saveCauseList', { from: '2020-01-01', to: '2030-01-01', forumName: COURT, ...to }),
    heldAs: () => COURT,
  },
};

it('hides names in a statement that is copied, and copies none that still says one', async () => {
  await app.call('leakcheck.copy', { ...statement('nothing'), audience: 'public' });
  expect(copied).toEqual(['Of Witness A, on that day: nothing']);
  const given = { ...statement(PLANTED), audience: 'public' as const };
  expect(await refusal(app.call('leakcheck.copy', given))).toMatchObject({ code: 'leak-found' });
  expect(copied).toHaveLength(1);
  const [found] = await app.call('leakcheck.findings', { id: matterId });
  await app.call('leakcheck.copy', { ...given, despite: { files: [found!.sha256], reason: 'She is the client' } });
  expect(copied[1]).toBe(`Of Witness A, on that day: ${PLANTED}`);
});

it('freezes a version to compare with', async () => {
  const { number } = await app.call('bundles.freeze', { id: bundleId, servedOn: null, note: null });
  expect(number).toBe(1);
}, 60_000);

for (const [name, { ending, plant, leave, heldAs }] of Object.entries(EXITS)) {
  it(`lets ${name} leave only when it discloses nothing, or with a reason`, async () => {
    const [clean, leaking] = [at(`${name}, clean.${ending}`), at(`${name}, leaking.${ending}`)];
    // A name that the records have gives way to its pseudonym; in a copy that was redacted it would stand in the page.
    await plant(name === 'a redacted copy' ? 'Of Witness A' : 'Of Nasreen Bukhari');
    await leave({ path: clean });
    const text = await textOf(clean);
    expect(text).not.toMatch(/Bukhari|Nasreen/);
    expect(text).toMatch(/Witness\s+A/);

    await plant(PLANTED);
    expect(await refusal(leave({ path: leaking }))).toMatchObject({
      code: 'leak-found',
      message: expect.stringContaining('Witness A'),
    });
    expect(existsSync(leaking)).toBe(false);
    const found = await app.call('leakcheck.findings', { id: heldAs() });
    expect(found.flatMap(({ hits }) => hits.map(({ party }) => party))).toContain('Witness A');

    const despite = { files: found.map(({ sha256 }) => sha256), reason: `Ordered: ${name}` };
    await leave({ path: leaking, despite });
    expect(await textOf(leaking)).toContain(PLANTED);
    const log = await app.call('log.list', { limit: 20 });
    const override = log.find(({ action }) => action === 'leakcheck.override')!;
    expect(JSON.parse(override.detail!)).toMatchObject({ reason: `Ordered: ${name}`, sha256: found[0]!.sha256 });
    // For whom a file was made is known afterwards.
    const { files } = await app.call('leakcheck.files', { paths: [leaking], audience: null });
    expect(files[0]!.audience).toBe(found[0]!.audience);
    await plant('Nothing of it');
  }, 60_000);
}

it('suggests a name for the file that says nothing either', async () => {
  await inTitle('Notes of Nasreen Bukhari');
  const made = await app.call('exhibits.custodySheet', { id: exhibitId, audience: 'other-side' });
  expect(path.basename(made!.path)).toBe('Custody of Notes of Witness A.pdf');
});
