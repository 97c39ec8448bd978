// The table of docs/deadline-cases.md, worked from the citations, counted again by the engine.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Exclusion } from '#shared/domain/deadlines/exclusions.ts';
import { count } from './packs.ts';

const TABLE = path.join(import.meta.dirname, '../../../docs/deadline-cases.md');

const rows = readFileSync(TABLE, 'utf8')
  .split('\n')
  .filter((line) => /^\| (pk|in|uk|us)/.test(line))
  .map((line) => {
    const [pack, rule, trigger, more, nominal, due] = line
      .slice(2)
      .split(' | ')
      .map((cell) => cell.trim());
    return { pack: pack!, rule: rule!, trigger: trigger!, more: more!, nominal: nominal!, due: due! };
  });

function readMore(more: string) {
  const exclusions: Exclusion[] = [];
  const facts: Record<string, string> = {};
  for (const part of more.split(', ').filter((each) => each !== '')) {
    const [, kind, from, to] = /^exclude (copy|forum):(\S+)\.\.(\S+)$/.exec(part) ?? [];
    const [, key, value] = /^fact (\w+)=(\S+)$/.exec(part) ?? [];
    if (from !== undefined) exclusions.push({ kind: kind as 'copy', from, to: to! });
    else if (key !== undefined) facts[key] = value!;
    else throw new Error(`What does “${part}” mean?`);
  }
  return { exclusions, facts };
}

test('the table holds at least 150 cases', () => {
  expect(rows.length).toBeGreaterThanOrEqual(150);
});

test.each(rows)('$pack $rule from $trigger $more', ({ pack, rule, trigger, more, nominal, due }) => {
  const got = count({ pack, rule, trigger, ...readMore(more) });
  expect({ nominal: got.nominal, due: got.due }).toEqual({ nominal, due });
});
