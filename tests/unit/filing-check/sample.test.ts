import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#main/app.ts';
import { fillSample } from '#main/intake/sample.ts';
import { appOn } from '../disposals/app.ts';

let app: App;
let close: () => Promise<void>;
let matterId: string;
let proceedingId: string;

beforeAll(async () => {
  ({ app, close } = await appOn('2026-11-23'));
  matterId = await fillSample(app);
  const proceedings = await app.call('proceedings.list', { matterId });
  proceedingId = proceedings.find(({ numberText }) => numberText === 'Complaint 61/2021')!.id;
}, 60_000);
afterAll(() => close());

const run = () => app.call('checks.run', { proceedingId });

describe('the complaint of the sample matter', () => {
  it('does not make out standing against the definition of its province and day', async () => {
    const { findings, pack } = await run();
    expect(pack).toBe('pk-punjab');
    const [first] = findings;
    expect(first).toMatchObject({ id: 'JUR-PERS.standing', severity: 'error' });
    expect(first?.message).toMatch(/18 Dec 2020/);
    expect(first?.definition?.text).toMatch(/daily, weekly, monthly or hourly basis/);
    expect(first?.definition?.parts.filter(({ met }) => !met)).toHaveLength(1);
    expect(first?.fix).toMatchObject({ kind: 'write-paragraph', target: 'draft.standing.complainant' });
    expect(first?.fix?.paragraph).toMatch(/contractual employee on a \[daily \/ weekly \/ monthly \/ hourly\] basis/);
  });

  it('is not helped by the paragraph before the advocate has chosen what is in brackets', async () => {
    const before = await run();
    await write(before.findings[0]!.fix!.paragraph!);
    expect((await run()).findings.map(({ id }) => id)).toContain('JUR-PERS.standing');
  });

  it('is clean after the fix', async () => {
    const { findings } = await run();
    await write(findings[0]!.fix!.paragraph!.replace(/\[daily [^\]]*\]/, 'hourly'));
    const after = await run();
    expect(after.findings).toEqual([]);
    expect(after.clear.map(({ check }) => check)).toContain('JUR-PERS.standing');
  });

  it('finds a blank verification, which a waiver with its reason lets stand', async () => {
    const { draft, form } = await draftOf();
    await app.call('drafts.editForm', {
      id: draft.id,
      form: { ...form, verification: { place: null, date: null, deponentId: null } },
    });
    const finding = (await run()).findings.find(({ check }) => check === 'UNSIGN.verification')!;
    expect(finding.severity).toBe('error');
    await expect(app.call('checks.waive', { proceedingId, finding: finding.id, reason: ' ' })).rejects.toThrow();
    await app.call('checks.waive', { proceedingId, finding: finding.id, reason: 'signed on paper at the registry' });
    expect((await run()).findings.find(({ id }) => id === finding.id)?.waived).toEqual({
      reason: 'signed on paper at the registry',
      on: '2026-11-23',
    });
    await app.call('checks.unwaive', { proceedingId, finding: finding.id });
    expect((await run()).findings.find(({ id }) => id === finding.id)?.waived).toBeNull();
    await expect(app.call('checks.unwaive', { proceedingId, finding: finding.id })).rejects.toThrow(/not waived/);
  });

  async function draftOf() {
    const [draft] = await app.call('drafts.list', { matterId });
    return app.call('drafts.get', { id: draft!.id });
  }

  async function write(complainant: string) {
    const { draft, form } = await draftOf();
    await app.call('drafts.editForm', { id: draft.id, form: { ...form, standing: { ...form.standing, complainant } } });
  }
});

it('reads the petition as the registry will', async () => {
  const writ = (await app.call('proceedings.list', { matterId })).find(({ type }) => type === 'writ')!;
  const { findings } = await app.call('checks.run', { proceedingId: writ.id });
  expect(findings.find(({ id }) => id === 'ANNEX.certified/copy')?.message).toMatch(/Governor of the Punjab/);
  expect(findings.find(({ check }) => check === 'LACH.gaps')?.message).toMatch(/39 days/);
});

it('names whom a new party is like, in words, and leaves the matter itself out', async () => {
  const names = ['Suhail Mallick', 'سہیل ملک'];
  const found = await app.call('parties.conflicts', { names });
  expect(found[0]).toMatchObject({ name: 'Sohail Malik', likeness: 'very-likely', matterReference: 'M-2021/014' });
  expect(found[0]?.reasons.length).toBeGreaterThan(0);
  const others = await app.call('parties.conflicts', { names, exceptMatterId: matterId });
  expect(others.some((each) => each.matterId === matterId)).toBe(false);
});

it('states the status of every matter of a client', async () => {
  const { matters } = await app.call('proceedings.statusOfClient', { client: 'روبینہ انور' });
  expect(matters.map(({ reference }) => reference)).toEqual(['M-2021/014']);
  expect(matters[0]?.status.text).toMatch(/No forum has decided the allegations on their merits\./);
});

it('keeps a public claim beside the record, with undo', async () => {
  const fields = {
    matterId,
    saidBy: 'a newspaper',
    place: 'a news page',
    saidOn: '2024-02-16',
    words: 'Cleared',
    proceedingId: null,
  };
  const answer = await app.answer('claims.add', { ...fields, exhibitId: null, pin: null, notes: null });
  if (!answer.ok) throw new Error(answer.problem.message);
  expect((await app.call('claims.list', { matterId }))[0]).toMatchObject({ verdict: 'does-not-match' });
  await app.session!.runner.undo(answer.undo!);
  expect(await app.call('claims.list', { matterId })).toEqual([]);
});
