import { afterAll, describe, expect, test } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { appOn, matter, order, proceeding } from '../disposals/app.ts';

const { app, close } = await appOn('2026-11-23');
afterAll(close);

const pack = (more: string, { id = 'own-bench', of = 'amends: pk', version = '1.0.0' } = {}) => `lastChecked: 2026-11-23
pack:
  schema: 1
  id: ${id}
  version: ${version}
  title: Rules of our bench
  country: PK
  ${of}
  timeZone: Asia/Karachi
  currency: PKR
${more}`;
const rule = (days: number) => `rules:
  - id: phw.representation
    title: Representation, as our bench counts it
    trigger: decision
    forum: governor
    period: { kind: fixed, amount: ${days}, unit: days }
    closed: { move: none }
    citation: Standing order 7
    confidence: doubtful
`;
const files = (text: string, file = 'bench.yaml'): Input<'packs.install'> => ({
  fileName: file,
  files: [{ file, text }],
});
const definition = () => app.call('deadlines.compute', count);
const count = { pack: 'pk-punjab', rule: 'phw.representation', triggerOn: '2026-11-12', exclusions: [], facts: {} };

const { id: matterId } = await app.call('matters.open', matter('M-1'));
const { id: proceedingId } = await app.call('proceedings.add', proceeding(matterId));
const { id: orderId } = await app.call('orders.enter', order(proceedingId));
const clock = async () => {
  const { deadlines } = await app.call('diary.ofMatter', { matterId });
  return deadlines.find((each) => each.rule === 'phw.representation' && each.orderId === orderId)!;
};

test('a rule of the user takes the place of the program’s, and open deadlines move with it', async () => {
  const before = await clock();
  const preview = await app.call('packs.preview', files(pack(rule(20))));
  expect(preview).toMatchObject({ id: 'own-bench', amends: 'pk', errors: [], replaces: null });
  expect(preview.rows).toEqual([
    {
      part: 'rules',
      id: 'phw.representation',
      now: '20 days, Standing order 7',
      was: { pack: expect.stringMatching(/^pk/), text: expect.stringMatching(/^30 days, /) },
    },
  ]);
  expect(preview.moves).toContainEqual({
    deadlineId: before.id,
    title: before.title,
    matter: 'M-1',
    from: before.dueOn,
    to: '2026-12-02',
    kept: null,
  });
  expect((await clock()).dueOn).toBe(before.dueOn);

  const installed = await app.answer('packs.install', files(pack(rule(20))));
  expect(installed).toMatchObject({ ok: true, value: { id: 'own-bench' } });
  const after = await clock();
  expect(after.dueOn).toBe('2026-12-02');
  expect(after.citation).toBe('Standing order 7; overridden by “Rules of our bench” 1.0.0');
  const computed = await definition();
  expect(computed.due).toBe('2026-12-02');
  expect(computed.warnings.join(' ')).toMatch(/rule of your own.*Rules of our bench.*in place of.*30 days/);

  await app.call('packs.enable', { id: 'own-bench', enabled: false });
  expect((await clock()).dueOn).toBe(before.dueOn);
  await app.call('packs.enable', { id: 'own-bench', enabled: true });
  expect((await clock()).dueOn).toBe('2026-12-02');
  expect(await app.call('packs.moves', { id: 'own-bench', to: 'removed' })).toMatchObject([
    { from: '2026-12-02', to: before.dueOn },
  ]);
  await app.call('packs.remove', { id: 'own-bench' });
  expect(await app.call('packs.own', {})).toEqual([]);
  expect((await clock()).dueOn).toBe(before.dueOn);
});

test('installing is taken back with all that it moved', async () => {
  const before = await clock();
  const installed = await app.answer('packs.install', files(pack(rule(20))));
  const undo = installed.ok ? installed.undo : null;
  expect((await definition()).due).toBe('2026-12-02');
  await app.call('undo.take', { id: undo! });
  expect(await app.call('packs.own', {})).toEqual([]);
  expect((await definition()).due).toBe(before.dueOn);
  expect(await clock()).toEqual(before);
});

test('a later version takes the place of the earlier one', async () => {
  await app.call('packs.install', files(pack(rule(20))));
  const again = files(pack(rule(21), { version: '1.1.0' }));
  expect(await app.call('packs.preview', again)).toMatchObject({ replaces: '1.0.0', version: '1.1.0' });
  await app.call('packs.install', again);
  expect(await app.call('packs.own', {})).toMatchObject([{ id: 'own-bench', version: '1.1.0' }]);
  expect((await definition()).due).toBe('2026-12-03');
  await app.call('packs.remove', { id: 'own-bench' });
});

test('a pack of its own serves matters, and stays as long as one is of it', async () => {
  const own = pack(rule(10), { id: 'own-court', of: 'extends: pk-punjab' });
  await app.call('packs.install', files(own));
  expect((await app.call('packs.list', {})).map(({ id }) => id)).toContain('own-court');
  const { id } = await app.call('matters.open', { ...matter('M-2'), pack: 'own-court' });
  const refused = await app.answer('packs.remove', { id: 'own-court' });
  expect(refused).toMatchObject({
    ok: false,
    problem: { code: 'pack-in-use', message: expect.stringContaining('M-2') },
  });
  expect(await app.answer('packs.enable', { id: 'own-court', enabled: false })).toMatchObject({ ok: false });
  await app.call('matters.remove', { id });
  await app.call('packs.remove', { id: 'own-court' });
});

describe('a pack that is wrong is refused with its place and reason, and nothing is installed', () => {
  const nested = `rules: ${'['.repeat(4000)}${']'.repeat(4000)}\n`;
  const dashes = `rules:\n  ${'- '.repeat(4000)}x\n`;
  test.each<[string, string, RegExp]>([
    ['a word that there is not', pack(rule(20).replace('unit: days', 'unit: moons')), /bench\.yaml, line 16.*unit/],
    [
      'a rule for an event that there is not',
      pack(rule(20).replace('trigger: decision', 'trigger: eclipse')),
      /eclipse/,
    ],
    ['nothing to amend', pack(rule(20), { of: 'amends: xx' }), /there is no pack “xx” to amend/],
    ['both at once', pack(rule(20), { of: 'amends: pk\n  extends: pk' }), /either extends another or amends one/],
    [
      'the id of the program’s own',
      pack(rule(20), { id: 'pk-punjab', of: 'extends: pk' }),
      /already a pack “pk-punjab”/,
    ],
    ['brackets without end', pack(nested), /nested more than/],
    ['lists in lists without end', pack(dashes), /nested more than/],
    ['an alias', pack(`${rule(20)}terms: &a []\nevents: *a\n`), /alias/],
    ['no YAML', '\u0000\u0001', /bench\.yaml, line 1/],
    ['more than a pack may hold', pack(`${rule(20)}# ${'x'.repeat(600_000)}\n`), /at most 500000 characters/],
  ])('%s', async (_name, text, message) => {
    const refused = await app.answer('packs.install', files(text));
    expect(refused).toMatchObject({ ok: false, problem: { message: expect.stringMatching(message) } });
    expect(await app.call('packs.own', {})).toEqual([]);
  });

  test('a hundred thousand values', async () => {
    const many = pack(`terms:\n${'  - { id: a, en: b, ur: c }\n'.repeat(12_000)}`);
    const refused = await app.answer('packs.install', files(many));
    expect(refused).toMatchObject({ ok: false });
  });
});

test('a court’s own calendar closes its days', async () => {
  const court = pack(`calendars:
  - year: 2026
    notified: true
    source: Notice of the court
    confidence: verified
    days:
      - { date: 2026-12-21, name: Closed for the election, certainty: fixed }
`);
  const review = { ...count, rule: 'sc.review', triggerOn: '2026-11-20' };
  expect((await app.call('deadlines.compute', review)).due).toBe('2026-12-21');
  await app.call('packs.install', files(court));
  expect((await app.call('deadlines.compute', review)).due).toBe('2026-12-22');
  await app.call('packs.remove', { id: 'own-bench' });
});
