import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packSchema } from '#shared/packs/json-schema.ts';
import { errorsOf, numbers, spoil, textsOf } from './mutate.ts';

const base = (more: string) => [
  {
    file: 'pack.yaml',
    text: `lastChecked: 2026-11-23
pack:
  schema: 1
  id: own
  version: 1.0.0
  title: Own rules
  country: PK
  extends: pk-punjab
  timeZone: Asia/Karachi
  currency: PKR
${more}`,
  },
];
const rule = (fields: string) => `rules:
  - id: own.reply
    title: Reply to the notice of the union
    trigger: order
    forum: civil-court
    closed: { move: next }
    citation: Rules of the union 2026 r.4
    confidence: from knowledge
${fields}`;

test('a pack that somebody wrote is taken as it stands', () => {
  expect(errorsOf('own', base(rule('    period: { kind: fixed, amount: 10, unit: days }\n')))).toEqual([]);
});

test('a row with the id of an inherited one takes its place', () => {
  const own = base(
    `rules:
  - id: sc.review
    title: Review, as our bench counts it
    trigger: order
    forum: supreme-court
    period: { kind: fixed, amount: 25, unit: days }
    closed: { move: none }
    citation: Standing order 7
    confidence: doubtful
`,
  );
  expect(errorsOf('own', own)).toEqual([]);
});

describe('what is wrong is named with its place', () => {
  test.each([
    [
      'a field that there is not',
      rule('    period: { kind: fixed, amount: 10, unit: days, amuont: 3 }\n'),
      /amuont/,
      19,
    ],
    ['a unit that there is not', rule('    period: { kind: fixed, amount: 10, unit: moons }\n'), /hours/, 19],
    ['a field that is missing', rule(''), /missing/, 12],
    ['a pack to extend that is not there', '  # nothing\n', /./, null],
  ])('%s', (_name, more, message, line) => {
    const texts =
      line === null ? [{ ...base('')[0]!, text: base('')[0]!.text.replace('pk-punjab', 'xx') }] : base(more);
    const [error] = errorsOf('own', texts);
    expect(error!.message).toMatch(message);
    expect(error!.file).toBe('pack.yaml');
    if (line !== null) expect(error!.line).toBe(line);
  });

  test('a pack that extends itself', () => {
    const text = base('')[0]!.text.replace('extends: pk-punjab', 'extends: own');
    expect(errorsOf('own', [{ file: 'pack.yaml', text }])[0]!.message).toMatch(/extends itself/);
  });

  test('a pack made for a later version', () => {
    const text = base('')[0]!.text.replace('schema: 1', 'schema: 9');
    expect(errorsOf('own', [{ file: 'pack.yaml', text }])[0]!.message).toMatch(/later version/);
  });

  test('no file that describes the pack', () => {
    const [error] = errorsOf('own', [{ file: 'rules.yaml', text: 'lastChecked: 2026-11-23\n' }]);
    expect(error!.message).toMatch(/pack/);
  });
});

test('a hundred spoilt packs are each refused with a place and a reason', () => {
  const next = numbers(20261123);
  for (let n = 0; n < 100; n++) {
    const { pack, fault, texts } = spoil(next);
    const errors = errorsOf(pack, texts);
    expect(errors.length, `${n}: ${fault} in ${pack}`).toBeGreaterThan(0);
    for (const { file, line, message } of errors) {
      expect(file, fault).toMatch(/\.ya?ml$/);
      expect(line, fault).toBeGreaterThanOrEqual(1);
      expect(message.length, fault).toBeGreaterThan(5);
    }
  }
});

test('the packs that spoiling starts from are right', () => {
  for (const pack of ['pk', 'in', 'uk', 'us-federal', 'pk-punjab']) expect(errorsOf(pack, textsOf(pack))).toEqual([]);
});

test('the published JSON Schema is that of the program', () => {
  const file = path.join(import.meta.dirname, '../../../docs/pack.schema.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(packSchema())));
});
