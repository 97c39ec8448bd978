import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#main/app.ts';
import { makeDocument } from '../bundles/make-pdf.ts';
import { pageTexts, qpdfFindings } from '../bundles/programs.ts';
import { type MatterFixture, personOf, vaultWithMatter } from '../fixtures/vault.ts';
import { codeOf } from '../vault/helpers.ts';

const NAME = 'Zarmina Qadir';
let fixture: MatterFixture;
let app: App;
let target: string;
let matterId: string;
let exhibitId: string;
let fileId: string;

beforeAll(async () => {
  fixture = await vaultWithMatter({ title: 'Z. Qadir v. S. Baloch' });
  ({ app, matterId } = fixture);
  target = path.join(fixture.folder, 'copy.pdf');
  fixture.host.target = target;
  const source = fixture.file(
    'statement.pdf',
    makeDocument([
      { text: `Statement of ${NAME}` },
      { text: 'Nothing here' },
      { text: `${NAME.toUpperCase()}, signed` },
    ]),
  );
  const [taken] = await app.call('exhibits.import', { matterId, paths: [source] });
  exhibitId = taken!.exhibit!;
  fileId = (await app.call('exhibits.get', { id: exhibitId })).files[0]!.id;
});
afterAll(() => fixture.close());

const marks = async () => (await app.call('redaction.marks', { fileId })).marks;

test('names and particulars of protected parties are proposed, each once', async () => {
  const party = {
    role: 'witness' as const,
    kind: 'person' as const,
    name: 'Parveen Baloch',
    nameNative: 'پروین بلوچ',
    side: 'ours' as const,
    otherSideSees: 'pseudonym' as const,
    publicSees: 'pseudonym' as const,
    protected: true,
    pseudonym: 'Witness A',
    idNumber: '35202-0000003-4',
    phone: '0300 0000004',
    aliases: ['P. Baloch', 'parveen baloch'],
  };
  await app.call('parties.add', { ...personOf(party), matterId });
  await app.call('parties.add', {
    ...personOf({ ...party, name: 'Hamid Open', protected: false, aliases: [] }),
    matterId,
  });
  const proposed = await app.call('redaction.proposed', { matterId });
  expect(proposed.map(({ kind, term, party }) => [kind, term, party])).toEqual([
    ['name', 'Parveen Baloch', 'Witness A'],
    ['name', 'پروین بلوچ', 'Witness A'],
    ['alias', 'P. Baloch', 'Witness A'],
    ['number', '35202-0000003-4', 'Witness A'],
    ['phone', '0300 0000004', 'Witness A'],
  ]);
});

describe('marks', () => {
  test('stand where the term stands, page by page', async () => {
    const { pages, places } = await app.call('redaction.findTerm', { fileId, terms: [NAME] });
    expect(pages).toBe(3);
    expect(places.map(({ page, term }) => [page, term])).toEqual([
      [1, NAME],
      [3, NAME],
    ]);
    expect(places[0]!.top).toBeCloseTo(places[1]!.top, 3);
    const { ids } = await app.call('redaction.addMarks', {
      fileId,
      marks: places.map((place) => ({ ...place, reason: 'name withheld' })),
    });
    expect((await marks()).map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  test('are drawn, given a reason, taken away, and taken back', async () => {
    const drawn = { page: 2, left: 100, top: 100, width: 50, height: 20, term: null, reason: null };
    const { ids } = await app.call('redaction.addMarks', { fileId, marks: [drawn] });
    await app.call('redaction.setReason', { ids, reason: 'private' });
    expect(await marks()).toContainEqual({ ...drawn, id: ids[0], reason: 'private' });
    await app.call('redaction.removeMark', { ids });
    expect(await marks()).toHaveLength(2);
    const { undo } = await app.call('undo.last', {});
    await app.call('undo.take', { id: undo!.id });
    expect(await marks()).toHaveLength(3);
  });

  test('are not made of a term that says nothing, nor on a file that is gone', async () => {
    const mark = { page: 1, left: 1, top: 1, width: 1, height: 1, term: '…', reason: null };
    expect(await codeOf(() => app.call('redaction.addMarks', { fileId, marks: [mark] }))).toBe('empty-term');
    expect(await codeOf(() => app.call('redaction.marks', { fileId: 'none' }))).toBe('not-found');
  });
});

describe('the redacted copy', () => {
  test('is made, kept encrypted, read and saved; the file stays as it came', async () => {
    const before = await app.call('exhibits.read', { fileId, from: 0, length: 1_000_000 });
    const copy = await app.call('redaction.make', { fileId });
    expect(copy).toMatchObject({ pages: 3, marks: 3, isStale: false });
    expect(copy.removed.glyphs).toBeGreaterThanOrEqual(2 * 'ZarminaQadir'.length);
    const { size, base64 } = await app.call('redaction.read', { fileId, from: 0, length: 4_000_000 });
    const bytes = Buffer.from(base64, 'base64');
    expect(bytes.length).toBe(size);
    expect(qpdfFindings(bytes)).toBe('');
    expect(pageTexts(bytes).join(' ')).not.toMatch(/zarmina|qadir/i);
    expect(pageTexts(bytes)[1]).toBe('private Nothing here');
    const written = await app.call('redaction.saveCopy', { fileId });
    expect(written).toEqual({ path: target, bytes: size, sha256: copy.sha256 });
    expect(readFileSync(target).equals(bytes)).toBe(true);
    expect(await app.call('exhibits.read', { fileId, from: 0, length: 1_000_000 })).toEqual(before);
    const { custody } = await app.call('exhibits.get', { id: exhibitId });
    expect(custody.map(({ step, sha256 }) => [step, sha256])).toEqual(
      expect.arrayContaining([
        ['copied', copy.sha256],
        ['exported', copy.sha256],
      ]),
    );
  });

  test('says when the marks have changed since', async () => {
    const [first] = await marks();
    await app.call('redaction.setReason', { ids: [first!.id], reason: 'another' });
    expect((await app.call('redaction.marks', { fileId })).copy).toMatchObject({ isStale: true });
    expect(await app.call('redaction.make', { fileId })).toMatchObject({ isStale: false });
  });

  test('is taken away, and the marks stay', async () => {
    await app.call('redaction.remove', { fileId });
    expect(await app.call('redaction.marks', { fileId })).toMatchObject({ copy: null });
    expect(await marks()).toHaveLength(3);
    expect(await codeOf(() => app.call('redaction.read', { fileId, from: 0, length: 10 }))).toBe('no-copy');
  });

  test('is not there after its making was cancelled', async () => {
    const blobs = () => app.session!.runner.db.selectFrom('blob').selectAll().execute();
    const before = (await blobs()).length;
    const stop = new AbortController();
    const making = codeOf(() => app.call('redaction.make', { fileId }, stop.signal));
    stop.abort();
    expect(await making).toBe('cancelled');
    expect(await app.call('redaction.marks', { fileId })).toMatchObject({ copy: null });
    expect(await blobs()).toHaveLength(before);
  });

  test('is not made without a mark', async () => {
    await app.call('redaction.removeMark', { ids: (await marks()).map(({ id }) => id) });
    expect(await codeOf(() => app.call('redaction.make', { fileId }))).toBe('no-marks');
  });
});
