// Bundles of a vault as the window and the command line make them: produced, frozen, added to, compared.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#main/app.ts';
import type { Input } from '#shared/contract/index.ts';
import { type MatterFixture, SAMPLES, sampleVault } from '../fixtures/vault.ts';
import { makeDocument } from './make-pdf.ts';
import { pageCount, pageTexts, qpdfFindings, structure, throughQpdf } from './programs.ts';

let fixture: MatterFixture;
let app: App;
let bundleId: string;
let matterId: string;
const at = (name: string) => path.join(fixture.folder, name);

beforeAll(async () => {
  fixture = await sampleVault();
  ({ app, matterId } = fixture);
  bundleId = (await app.call('bundles.list', { matterId }))[0]!.id;
}, 120_000);
afterAll(() => fixture.close());

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const plan = () => app.call('bundles.plan', { id: bundleId });
const itemsOf = async () => (await plan()).sections.flatMap(({ items }) => items);
/** One of its exhibits once more: a paper that comes late. */
const another = async (title: string): Promise<Input<'bundles.addItems'>['items'][number]> => {
  const { exhibitId } = (await itemsOf()).findLast(({ pageCount }) => pageCount > 0)!;
  const none = { fileId: null, orderId: null, draftId: null, date: null, pages: null, agreed: null };
  return { ...none, kind: 'exhibit', exhibitId, title };
};

/** A bundle of its own, with the exhibits that these files are in. */
async function bundleOf(audience: 'court' | 'other-side', names: string[]): Promise<string> {
  const asked = { matterId, proceedingId: null, title: 'Another', profile: 'plain', audience, hearingOn: null };
  const { id } = await app.call('bundles.add', asked);
  const [section] = (await app.call('bundles.plan', { id })).sections;
  const sectionId = section?.id ?? (await app.call('bundles.addSection', { bundleId: id, title: 'Documents' })).id;
  const exhibits = await app.call('exhibits.list', { matterId });
  const none = { fileId: null, orderId: null, draftId: null, date: null, pages: null, agreed: null, title: null };
  const items = names.map((name) => ({
    ...none,
    kind: 'exhibit' as const,
    exhibitId: exhibits.find(({ files }) => files.some((file) => file.name === name))!.id,
  }));
  await app.call('bundles.addItems', { sectionId, items });
  return id;
}

describe('a bundle of the vault', { timeout: 120_000 }, () => {
  it('is made as one PDF, checked, with a report', async () => {
    const made = (await app.call('bundles.produce', { id: bundleId, path: at('one.pdf') }))!;
    expect(made.files).toEqual([
      { path: at('one.pdf'), pages: made.pages, bytes: made.bytes, sha256: sha256(at('one.pdf')), volume: null },
    ]);
    expect(made.checks.find(({ id }) => id === 'ALL-3')).toMatchObject({ ok: true, detail: null });
    const print = { id: bundleId, files: made.files, checks: made.checks, path: at('report.pdf') };
    await app.call('bundles.exportReport', print);
    // A post says on the paper where it stood, when it was captured and what its file hashes to.
    const post = made.items.find(({ title }) => title.includes('first account'))!;
    const { sha256: captured } = (await app.call('exhibits.list', { matterId }))
      .find(({ title }) => title === post.title)!
      .files.map(({ name }) => ({ sha256: sha256(path.join(SAMPLES, name)) }))[0]!;
    const text = pageTexts(readFileSync(at('one.pdf')))[post.firstPage - 1]!;
    expect(text).toContain('https://example.org/posts/20210220 | @r.anwar.sings | captured 2021-02-27');
    expect(text).toContain(`SHA-256 ${captured}`);
    expect(text.endsWith(post.label)).toBe(true);
    const report = pageTexts(readFileSync(at('report.pdf'))).join(' ');
    for (const { id } of made.checks.filter((check) => check.id.startsWith('ALL-'))) expect(report).toContain(id);
    expect(report).toContain(`${made.checks.filter(({ ok }) => ok).length} passed`);
  });

  it('takes a locked exhibit by its password, which is asked for and kept nowhere', async () => {
    const paper = makeDocument([{ text: 'Locked paper' }]);
    writeFileSync(at('locked.pdf'), throughQpdf(paper, ['--encrypt', 'sesame', 'own', '256', '--']));
    const [taken] = await app.call('exhibits.import', { matterId, paths: [at('locked.pdf')] });
    const { sections } = await plan();
    const item = { ...(await another('Locked')), exhibitId: taken!.exhibit };
    await app.call('bundles.addItems', { sectionId: sections[0]!.id, items: [item] });
    const without = (await app.call('bundles.produce', { id: bundleId, path: at('without.pdf') }))!;
    expect(without.skipped).toContainEqual(expect.objectContaining({ file: 'locked.pdf', locked: true }));
    const passwords = { 'locked.pdf': 'sesame' };
    const made = (await app.call('bundles.produce', { id: bundleId, path: at('with.pdf'), passwords }))!;
    expect(made.skipped).not.toContainEqual(expect.objectContaining({ file: 'locked.pdf' }));
    expect(pageTexts(readFileSync(at('with.pdf'))).join(' ')).toContain('Locked paper');
    expect(JSON.stringify(await app.call('bundles.plan', { id: bundleId }))).not.toContain('sesame');
    const locked = (await itemsOf()).find(({ title }) => title === 'Locked')!;
    await app.call('bundles.removeItem', { id: locked.id });
  });

  it('is frozen with a locked exhibit by its password, or knowingly without it, and not by the way', async () => {
    const id = await bundleOf('court', ['locked.pdf', 'reply.pdf']);
    expect(await app.call('bundles.locked', { id })).toEqual({ files: ['locked.pdf'] });
    const serve = { id, servedOn: '2026-11-20', note: null };
    for (const passwords of [undefined, { 'locked.pdf': 'wrong' }]) {
      await expect(app.call('bundles.freeze', { ...serve, ...(passwords && { passwords }) })).rejects.toMatchObject({
        problem: { code: 'files-locked', message: expect.stringContaining('locked.pdf') },
      });
    }
    expect(await app.call('bundles.versions', { id })).toEqual([]);
    const without = await app.call('bundles.freeze', { ...serve, withoutLocked: true });
    expect(without.skipped).toMatchObject([{ file: 'locked.pdf', locked: true }]);
    const whole = await app.call('bundles.freeze', { ...serve, passwords: { 'locked.pdf': 'sesame' } });
    expect(whole).toMatchObject({ number: 2, pages: without.pages + 1, skipped: [] });
    expect(readdirSync(path.join(at('Sample.misl'), 'tmp'))).toEqual([]);
    await app.call('bundles.remove', { id });
  });

  it('is made in volumes, all of them or none', async () => {
    const volumes = { id: bundleId, as: 'volumes' as const, volumePages: 30 };
    const made = (await app.call('bundles.produce', { ...volumes, path: at('case.pdf') }))!;
    expect(made.files.length).toBeGreaterThan(1);
    for (const [i, file] of made.files.entries()) {
      expect(path.basename(file.path)).toBe(`case - Volume ${i + 1} of ${made.files.length}.pdf`);
      expect(pageCount(readFileSync(file.path))).toBe(file.pages);
      expect(qpdfFindings(readFileSync(file.path))).toBe('');
      expect(sha256(file.path)).toBe(file.sha256);
    }
    // One of the names is taken: nothing is written under the others, and nothing is left of the trial.
    rmSync(made.files[0]!.path);
    const before = readdirSync(fixture.folder).sort();
    await expect(app.call('bundles.produce', { ...volumes, path: at('case.pdf') })).rejects.toMatchObject({
      problem: { code: 'file-exists' },
    });
    expect(readdirSync(fixture.folder).sort()).toEqual(before);
    const { files } = (await app.call('bundles.produce', { ...volumes, path: at('v{n}.pdf') }))!;
    expect(files.map((file) => path.basename(file.path))).toEqual(files.map((_, i) => `v${i + 1}.pdf`));
  });

  it('is made as a folder of the documents as they came, with their hashes and an index in PDF/A', async () => {
    const made = (await app.call('bundles.produce', { id: bundleId, as: 'folder', path: at('originals') }))!;
    const names = readdirSync(at('originals')).sort();
    expect(names).toEqual(
      ['Index.pdf', 'SHA256SUMS', ...made.files.slice(1).map((file) => path.basename(file.path))].sort(),
    );
    const sums = readFileSync(at('originals/SHA256SUMS'), 'utf8').trimEnd().split('\n');
    expect(sums).toHaveLength(names.length - 1);
    for (const line of sums) {
      const [hash, name] = line.split('  ') as [string, string];
      expect(sha256(path.join(at('originals'), name))).toBe(hash);
    }
    expect(readFileSync(at('originals/Index.pdf'), 'latin1')).toContain('pdfaid:part');
    const index = pageTexts(readFileSync(at('originals/Index.pdf'))).join(' ');
    for (const { title } of (await itemsOf()).slice(0, 3)) expect(index).toContain(title);
    await expect(
      app.call('bundles.produce', { id: bundleId, as: 'folder', path: at('originals') }),
    ).rejects.toMatchObject({
      problem: { code: 'folder-in-the-way' },
    });
  });

  it.each(['pdf', 'volumes', 'folder'] as const)('is not written inside a vault, as %s', async (as) => {
    const inside = path.join(app.session!.vault.dir, 'blobs');
    const before = readdirSync(inside, { recursive: true });
    const given = { id: bundleId, as, path: path.join(inside, 'bundle') };
    await expect(app.call('bundles.produce', given)).rejects.toMatchObject({ problem: { code: 'inside-vault' } });
    expect(readdirSync(inside, { recursive: true })).toEqual(before);
  });

  it('leaves what is privileged out of the fixture.folder, says so, and keeps its number free', async () => {
    writeFileSync(at('advice.pdf'), makeDocument([{ text: 'Advice of counsel' }]));
    writeFileSync(at('paper.pdf'), makeDocument([{ text: 'A paper that may be seen' }]));
    const taken = await app.call('exhibits.import', { matterId, paths: [at('advice.pdf'), at('paper.pdf')] });
    const [advice, paper] = taken.map(({ exhibit }) => exhibit!) as [string, string];
    await app.call('exhibits.edit', { id: advice, privilege: 'privileged', title: 'Note on settlement' });
    const id = await bundleOf('other-side', ['advice.pdf', 'paper.pdf']);
    const made = (await app.call('bundles.produce', { id, path: at('theirs'), as: 'folder' }))!;
    expect(made.skipped).toEqual([
      { file: 'Note on settlement', reason: 'This is marked privileged and is left out.' },
    ]);
    expect(readdirSync(at('theirs')).sort()).toEqual(['002 paper.pdf', 'Index.pdf', 'SHA256SUMS']);
    const index = pageTexts(readFileSync(at('theirs/Index.pdf'))).join(' ');
    expect(index).toMatch(/001 left out .*This is marked privileged and is left out/);
    expect(index).not.toContain('settlement');
    // What stayed in the vault has no entry that says that it left.
    const steps = async (exhibit: string) =>
      (await app.call('exhibits.get', { id: exhibit })).custody.map(({ step }) => step);
    expect(await steps(advice)).not.toContain('exported');
    expect(await steps(paper)).toContain('exported');
    await app.call('bundles.remove', { id });
  });

  it('is held against the records of its proceeding where a rule asks for them', async () => {
    const { profile } = (await plan()).bundle;
    await app.call('bundles.edit', { id: bundleId, profile: 'pk-paper-book' });
    const made = (await app.call('bundles.produce', { id: bundleId, path: at('paper-book.pdf') }))!;
    const rule = made.checks.find(({ id }) => id === 'PK-5')!;
    // Whether it holds is by what is recorded there; that it is left to be seen is for bundles of no proceeding.
    expect(rule.ok).not.toBe(null);
    expect(rule.detail).toMatch(/recorded|cure|last day|filed again/);
    await app.call('bundles.edit', { id: bundleId, profile });
  });

  it('goes to the other side as a draft index, to agree', async () => {
    const [first] = await itemsOf();
    await app.call('bundles.editItem', { id: first!.id, agreed: 'not-agreed' });
    for (const format of ['docx', 'pdf'] as const)
      await app.call('bundles.exportDraftIndex', { id: bundleId, format, path: at(`draft-index.${format}`) });
    const [text] = pageTexts(readFileSync(at('draft-index.pdf')), { layout: true });
    expect(text).toMatch(/\n +1 +\S.*not agreed/);
    expect(readFileSync(at('draft-index.docx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('has pages turned and chosen, and says what is cited in it and missing', async () => {
    const target = (await itemsOf()).find(({ pageCount }) => pageCount > 1)!;
    await app.call('bundles.editItem', { id: target.id, turn: 90, pages: '1' });
    expect((await itemsOf()).find(({ id }) => id === target.id)).toMatchObject({ turn: 90, pageCount: 1 });
    const { items } = (await app.call('bundles.produce', { id: bundleId, path: at('turned.pdf') }))!;
    const { firstPage } = items.find(({ title }) => title === target.title)!;
    expect(structure(readFileSync(at('turned.pdf'))).pages[firstPage - 1]!['/Rotate']).toBe(90);
    await app.call('bundles.editItem', { id: target.id, turn: 0, pages: null });
    const { gaps } = await plan();
    const present = new Set((await itemsOf()).map(({ exhibitId }) => exhibitId));
    for (const { exhibitId } of gaps) expect(present.has(exhibitId)).toBe(false);
  });

  it('is frozen with the hash of every source, of what is typeset too', async () => {
    const id = await bundleOf('court', ['reply.pdf']);
    const [section] = (await app.call('bundles.plan', { id })).sections;
    const none = { exhibitId: null, fileId: null, orderId: null, draftId: null, date: null, pages: null, agreed: null };
    await app.call('bundles.addItems', {
      sectionId: section!.id,
      items: [{ ...none, kind: 'chronology', title: 'Dates' }],
    });
    await app.call('bundles.freeze', { id, servedOn: '2026-11-20', note: null });
    const { db } = app.session!.runner;
    const version = await db
      .selectFrom('bundleVersion')
      .select('manifest')
      .where('bundleId', '=', id)
      .executeTakeFirst();
    const { items, sources } = JSON.parse(version!.manifest) as {
      items: { id: string; kind: string }[];
      sources: { itemId: string; name: string | null; sha256: string }[];
    };
    const [paper, dates] = items;
    expect(items.map(({ kind }) => kind)).toEqual(['exhibit', 'chronology']);
    expect(sources).toMatchObject([
      { itemId: paper!.id, name: 'reply.pdf', sha256: sha256(path.join(SAMPLES, 'reply.pdf')) },
      { itemId: dates!.id, name: null, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    await app.call('bundles.remove', { id });
  });
});

describe('a bundle that was served', { timeout: 120_000 }, () => {
  it('keeps its numbers where the court inserts, and says which page is where', async () => {
    await app.call('bundles.edit', { id: bundleId, profile: 'pk-paper-book' });
    const first = await app.call('bundles.freeze', { id: bundleId, servedOn: '2026-11-20', note: null });
    expect(first.number).toBe(1);
    const served = await itemsOf();
    const { sections } = await plan();
    const { ids } = await app.call('bundles.addItems', {
      sectionId: sections[0]!.id,
      items: [await another('Late paper')],
      at: 1,
    });
    const now = await itemsOf();
    const late = now.find(({ id }) => id === ids[0])!;
    expect(late).toMatchObject({ late: true, label: `${served[0]!.lastLabel}A` });
    for (const { id, label, lastLabel } of served)
      expect(now.find((each) => each.id === id)).toMatchObject({ label, lastLabel });
    const { rows } = await app.call('bundles.concordance', { id: bundleId, from: 1, to: null });
    expect(rows.filter(({ moved }) => moved)).toEqual([]);
    expect(rows.find(({ title }) => title === 'Late paper')!.old).toBe(null);

    const { documents } = await app.call('bundles.pages', { id: bundleId, version: 1 });
    expect(documents.map(({ labels }) => labels[0])).toEqual(served.map(({ label }) => label));
    expect(documents.every(({ firstPage, lastPage, labels }) => labels.length === lastPage - firstPage + 1)).toBe(true);
  });

  it('moves its numbers where the court wants late papers at the end of a run, and prints where they went', async () => {
    await app.call('bundles.edit', { id: bundleId, profile: 'ew-court' });
    const items = await itemsOf();
    const late = items.find(({ title }) => title === 'Late paper')!;
    expect(Number(late.label)).toBe(Math.max(...items.map(({ label }) => Number(label))));
    const ask = { id: bundleId, from: 1, to: null };
    await app.call('bundles.exportConcordance', { ...ask, format: 'pdf', path: at('concordance.pdf') });
    await app.call('bundles.exportConcordance', { ...ask, format: 'csv', path: at('concordance.csv') });
    expect(pageTexts(readFileSync(at('concordance.pdf'))).join(' ')).toContain('version 1, served on 20 November 2026');
    const lines = readFileSync(at('concordance.csv'), 'utf8')
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\n');
    const { documents } = await app.call('bundles.pages', { id: bundleId, version: 1 });
    expect(lines).toHaveLength(1 + documents.reduce((sum, { labels }) => sum + labels.length, 0));
  });

  it('is served anew as the late file alone where the court wants that apart', async () => {
    await app.call('bundles.edit', { id: bundleId, profile: 'uksc' });
    const late = (await itemsOf()).find(({ title }) => title === 'Late paper')!;
    await app.call('bundles.editItem', { id: late.id, late: false });
    await app.call('bundles.removeItem', { id: late.id });
    await app.call('bundles.freeze', { id: bundleId, servedOn: '2026-11-21', note: null });
    const { sections } = await plan();
    await app.call('bundles.addItems', { sectionId: sections[0]!.id, items: [await another('Late paper')] });
    const made = (await app.call('bundles.produce', { id: bundleId, path: at('uksc.pdf') }))!;
    expect(made.files.map((file) => path.basename(file.path))).toEqual([
      'uksc.pdf',
      'uksc - documents added later.pdf',
    ]);
    expect(made.checks.find(({ id }) => id === 'SC-8')).toMatchObject({ ok: true });
    const frozen = await app.call('bundles.freeze', { id: bundleId, servedOn: '2026-11-22', note: null });
    // The first file is what was served before, byte for byte; so the other is what is served now.
    expect(frozen.sha256).toBe(made.files[1]!.sha256);
    expect(existsSync(at('uksc - documents added later.pdf'))).toBe(true);
  });
});
