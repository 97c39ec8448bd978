import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pdfText } from '../documents/programs.ts';
import { appOn, matter, order, proceeding } from './app.ts';

let app: Awaited<ReturnType<typeof appOn>>['app'];
let close: () => Promise<void>;
const folder = mkdtempSync(path.join(tmpdir(), 'misl-ledger-'));
beforeAll(async () => {
  ({ app, close } = await appOn('2026-11-23'));
  app.host.chooseTarget = async (name) => path.join(folder, name);
});
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

it('keeps a ledger of what is left out, each line with its evidence, through a change of the order, and prints it', async () => {
  const { id: matterId } = await app.call('matters.open', matter('M-1'));
  const { id: writ } = await app.call('proceedings.add', proceeding(matterId, { forum: 'high-court', type: 'writ' }));
  const { id: orderId, clocks } = await app.call('orders.enter', order(writ, { disposal: 'dismissed' }));
  const { deadlineId: id, due } = clocks.find(({ title }) => title.includes('Supreme Court'))!;
  const trace = async () => (await app.call('deadlines.trace', { id }))!;
  expect((await trace()).excluded).toEqual([]);
  expect(await app.answer('deadlines.saveLedger', { id, format: 'pdf' })).toMatchObject({
    ok: false,
    problem: { code: 'nothing-excluded' },
  });

  const strike = { kind: 'other' as const, from: '2026-12-01', to: '2026-12-03', evidence: 'Exhibit P-9, notice' };
  await app.call('deadlines.exclude', { id, exclusions: [strike] });
  const copy = { document: 'Judgment', collectedOn: null, feeMinor: null, notes: null };
  await app.call('copies.add', { orderId, ...copy, appliedOn: '2026-11-13', readyOn: '2026-11-20' });
  const { excluded, due: now } = await trace();
  expect(excluded!.map(({ kind, days, evidence }) => [kind, days, evidence])).toEqual([
    ['copy', 8, 'the endorsements on the certified copy'],
    ['other', 3, 'Exhibit P-9, notice'],
  ]);
  expect(now! > due).toBe(true);

  const { path: pdf } = await app.call('deadlines.saveLedger', { id, format: 'pdf' });
  const text = pdfText(readFileSync(pdf!));
  expect(text).toMatch(/Table of time excluded/);
  expect(text).toMatch(/13\s+November\s+2026/);
  expect(text).toMatch(/Exhibit P-9/);
  const { path: docx } = await app.call('deadlines.saveLedger', { id, format: 'docx' });
  const { value } = await mammoth.extractRawText({ buffer: readFileSync(docx!) });
  expect(value).toMatch(/Total\s+11/);
});

it('leaves a blank where a line has no evidence, and nothing to leave out of a day set by hand', async () => {
  const { id: matterId } = await app.call('matters.open', matter('M-2'));
  const { id: proceedingId } = await app.call('proceedings.add', proceeding(matterId));
  const own = { matterId, proceedingId, orderId: null, remedy: null, notes: null };
  const count = { pack: 'pk-punjab', rule: 'hc.first-appeal', triggerOn: '2026-11-02', exclusions: [], facts: {} };
  const { id } = await app.call('deadlines.add', { ...own, title: 'Appeal', count, dueOn: null });
  await app.call('deadlines.exclude', { id, exclusions: [{ kind: 'copy', from: '2026-11-03', to: '2026-11-10' }] });
  const { path: docx } = await app.call('deadlines.saveLedger', { id, format: 'docx' });
  const { value } = await mammoth.extractRawText({ buffer: readFileSync(docx!) });
  expect(value).toMatch(/what shows it/);
  const { id: hand } = await app.call('deadlines.add', { ...own, title: 'By hand', count: null, dueOn: '2026-12-01' });
  expect(await app.answer('deadlines.exclude', { id: hand, exclusions: [] })).toMatchObject({
    ok: false,
    problem: { code: 'set-by-hand' },
  });
});
