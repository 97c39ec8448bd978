// What is removed lies in the bin, parts of records too, and comes back from there whole.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settings as words } from '#renderer/i18n/en/settings.ts';
import { proceeding } from '../disposals/app.ts';
import { type MatterFixture, vaultWithMatter } from '../fixtures/vault.ts';
import { codeOf } from '../vault/helpers.ts';

let fixture: MatterFixture;
let issueId: string;
const call: MatterFixture['app']['call'] = (...given) => fixture.app.call(...given);

beforeAll(async () => {
  fixture = await vaultWithMatter();
  const { matterId } = fixture;
  ({ id: issueId } = await call('issues.add', { matterId, title: 'Was she held?', kind: 'question', notes: null }));
});
afterAll(() => fixture.close());

const point = { title: 'The door', ours: 'locked', oursSource: null, theirs: 'open', theirsSource: null };
const addPoint = async () => (await call('issues.addPoint', { issueId, ...point, stance: 'denied' })).id;
const binned = async () => (await call('bin.list', {})).map(({ table, title, id }) => ({ table, title, id }));
const issue = async () => (await call('issues.list', { matterId: fixture.matterId }))[0]!;

describe('a point of an issue', () => {
  it('lies in the bin when it is removed, and comes back with its evidence', async () => {
    const { id: exhibitId } = await exhibit();
    const id = await addPoint();
    const chip = { exhibitId, account: 'ours' as const, bearing: 'supports' as const, pin: 'p. 2', note: null };
    await call('issues.setEvidence', { pointId: id, evidence: [chip] });
    const before = await issue();
    await call('issues.removePoint', { id });
    expect(await binned()).toEqual([{ table: 'issuePoint', title: 'The door', id }]);
    await call('bin.restore', { table: 'issuePoint', id });
    expect(await issue()).toEqual(before);
    expect(await binned()).toEqual([]);
    expect(await codeOf(() => call('bin.restore', { table: 'issuePoint', id }))).toBe('not-in-bin');
  });

  it('is not in it when its removal was taken back, and is when that was put again', async () => {
    const id = await addPoint();
    const removal = (await fixture.app.answer('issues.removePoint', { id })) as unknown as { undo: string };
    await call('undo.take', { id: removal.undo });
    expect(await binned()).toEqual([]);
    const { redo } = await call('undo.last', {});
    await call('undo.take', { id: redo!.id });
    expect(await binned()).toEqual([{ table: 'issuePoint', title: 'The door', id }]);
    const restored = (await fixture.app.answer('bin.restore', { table: 'issuePoint', id })) as unknown as {
      undo: string;
    };
    await call('undo.take', { id: restored.undo });
    expect((await issue()).points.map((each) => each.id)).not.toContain(id);
    await call('undo.take', { id: (await call('undo.last', {})).redo!.id });
    expect((await issue()).points.map((each) => each.id)).toContain(id);
  });

  it('waits for its issue, where that was removed after it', async () => {
    const id = await addPoint();
    await call('issues.removePoint', { id });
    await call('issues.remove', { id: issueId });
    expect(await codeOf(() => call('bin.restore', { table: 'issuePoint', id }))).toBe('parent-in-bin');
    await call('bin.restore', { table: 'issue', id: issueId });
    await call('bin.restore', { table: 'issuePoint', id });
    expect((await issue()).points.map((each) => each.id)).toContain(id);
  });
});

it('keeps a finding that was removed, and not one that another took the place of', async () => {
  const { id: proceedingId } = await call('proceedings.add', proceeding(fixture.matterId));
  const finding = { proceedingId, orderId: null, result: 'for' as const, text: 'The door was locked' };
  await call('issues.setFinding', { issueId, finding: { ...finding, text: 'Not yet' } });
  await call('issues.setFinding', { issueId, finding });
  expect(await binned()).toEqual([]);
  const { id } = (await issue()).findings[0]!;
  await call('issues.removeFinding', { id });
  expect(await binned()).toEqual([{ table: 'issueFinding', title: 'The door was locked', id }]);
  await call('bin.restore', { table: 'issueFinding', id });
  expect((await issue()).findings).toMatchObject([{ id, text: 'The door was locked' }]);
});

describe('a bundle', () => {
  it('gets back an item, and a section with its items', async () => {
    const { matterId } = fixture;
    const asked = {
      matterId,
      proceedingId: null,
      title: 'A',
      profile: 'plain',
      audience: 'court' as const,
      hearingOn: null,
    };
    const { id: bundleId } = await call('bundles.add', asked);
    const { id: sectionId } = await call('bundles.addSection', { bundleId, title: 'Orders' });
    const { id: exhibitId } = await exhibit();
    const none = { fileId: null, orderId: null, draftId: null, date: null, pages: null, agreed: null };
    const item = { ...none, kind: 'exhibit' as const, exhibitId, title: 'The lease' };
    const { ids } = await call('bundles.addItems', { sectionId, items: [item, { ...item, title: 'The letter' }] });
    const titles = async () =>
      (await call('bundles.plan', { id: bundleId })).sections.flatMap(({ items }) => items.map(({ title }) => title));
    await call('bundles.removeItem', { id: ids[0]! });
    expect(await binned()).toEqual([{ table: 'bundleItem', title: 'The lease', id: ids[0] }]);
    await call('bundles.removeSection', { id: sectionId });
    expect((await binned()).map(({ table }) => table).sort()).toEqual(['bundleItem', 'bundleSection']);
    expect(await codeOf(() => call('bin.restore', { table: 'bundleItem', id: ids[0]! }))).toBe('parent-in-bin');
    await call('bin.restore', { table: 'bundleSection', id: sectionId });
    expect(await titles()).toEqual(['The letter']);
    await call('bin.restore', { table: 'bundleItem', id: ids[0]! });
    expect((await titles()).sort()).toEqual(['The lease', 'The letter']);
  });
});

it('forgets the parts when it is emptied, and undo brings them back no more', async () => {
  const id = await addPoint();
  await call('issues.editPoint', { id, ours: 'Quillfeatherzx' });
  await call('issues.removePoint', { id });
  expect((await call('bin.empty', {})).removed).toBe(1);
  expect(await binned()).toEqual([]);
  const { db } = fixture.app.session!.runner;
  const left = await db.selectFrom('change').select('id').where('rowId', '=', id).execute();
  expect(left).toEqual([]);
  expect((await call('undo.last', {})).undo?.name).not.toBe('issues.removePoint');
});

it('has a word for everything that can lie in it', async () => {
  const tables = fixture.app
    .session!.vault.db.prepare(
      "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.name = 'deleted_at'",
    )
    .pluck()
    .all() as string[];
  const kinds = tables.map((name) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
  const parts = ['issuePoint', 'issueFinding', 'bundleSection', 'bundleItem'];
  expect(Object.keys(words.bin.table).sort()).toEqual([...kinds, ...parts].sort());
});

const exhibit = () =>
  call('exhibits.add', {
    matterId: fixture.matterId,
    title: 'Lease',
    source: null,
    madeOn: null,
    madePrecision: null,
    acquiredOn: null,
    capturedAt: null,
    url: null,
    account: null,
    custodian: null,
    privilege: 'none',
    description: null,
    transcript: null,
    notes: null,
  });
