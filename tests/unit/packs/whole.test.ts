import { describe, expect, test } from 'vitest';
import { TEMPLATES } from '#shared/domain/drafting/templates.ts';
import { getPack } from '#shared/packs/library.ts';
import { GROUND_CODES } from '#shared/packs/vocabulary.ts';
import { library } from '../deadlines/packs.ts';

const WITH_ALL_GROUNDS = ['pk-federal', 'pk-punjab', 'pk-kp', 'pk-sindh', 'pk-balochistan', 'in'];

describe.each([...library.packs.keys()])('the pack %s', (id) => {
  const pack = getPack(library, id);

  test('offers no fix that leads nowhere', () => {
    const templates = TEMPLATES.map((template) => String(template.id));
    const dead = pack.checks.filter(({ fix }) => fix?.kind === 'draft' && !templates.includes(fix.target ?? ''));
    expect(dead.map((check) => check.id)).toEqual([]);
  });

  test('asks of a filing, says what a draft must hold, and knows its kinds of case', () => {
    expect(pack.checks.length).toBeGreaterThan(10);
    expect(pack.drafts.length).toBeGreaterThan(4);
    expect(pack.types.length).toBeGreaterThan(2);
  });

  test('gives each remedy that lies a draft or a list of what it must hold, unless it is another court’s own', () => {
    const bare = pack.remedies.filter((row) => !row.bar && !row.draft && !row.checklist && row.rule !== undefined);
    expect(bare.map((row) => row.id)).toEqual([]);
  });
});

test('every ground of the taxonomy is in the packs of Pakistan and India', () => {
  for (const id of WITH_ALL_GROUNDS) {
    expect(
      getPack(library, id)
        .grounds.map(({ code }) => code)
        .sort(),
      id,
    ).toEqual([...GROUND_CODES].sort());
  }
});
