import { describe, expect, it } from 'vitest';
import { kindInWords, markWords, rankActions, readQuery } from '#renderer/app/frame/find.ts';

const marked = (text: string, query: string) =>
  markWords(text, query)
    .map(({ text: piece, isHit }) => (isHit ? `[${piece}]` : piece))
    .join('');

describe('a query', () => {
  it.each([
    ['anwar order', { kind: null, words: 'anwar order' }],
    ['  # clip ', { kind: 'exhibit', words: 'clip' }],
    ['@anwar', { kind: 'party', words: 'anwar' }],
    ['>', { kind: 'action', words: '' }],
    ['W.P. 1>2', { kind: null, words: 'W.P. 1>2' }],
  ])('%j is %o', (text, read) => {
    expect(readQuery(text)).toEqual(read);
  });

  it('may name a kind at either end, beside other words', () => {
    const names = [
      ['matter', 'Matters'],
      ['order', 'Orders'],
      ['exhibit', 'Exhibits'],
    ] as const;
    expect(kindInWords('anwar order', names)).toEqual({ kind: 'order', words: 'anwar' });
    expect(kindInWords('Exhib chat', names)).toEqual({ kind: 'exhibit', words: 'chat' });
    expect(kindInWords('order', names)).toBeNull();
    expect(kindInWords('ord anwar', names)).toBeNull();
    expect(kindInWords('anwar orderly', names)).toBeNull();
  });
});

describe('marks', () => {
  it.each([
    ['R. Anwar v. S. Malik', 'anw mal', 'R. [Anw]ar v. S. [Mal]ik'],
    ['Certified copy of order', 'der', 'Certified copy of order'],
    ['Élan and élan', 'elan', '[Élan] and [élan]'],
    ['W.P. 61842/2021', '2021', 'W.P. 61842/[2021]'],
    ['anwar anwari', 'anwar', '[anwar] [anwar]i'],
    ['nothing', '', 'nothing'],
  ])('in %j for %j', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it('keep every letter in its place, whatever its case takes', () => {
    const text = 'İstanbul ﬁle straße';
    expect(
      markWords(text, 'istanbul stra')
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});

describe('actions', () => {
  const actions = [
    { label: 'Go to Matters' },
    { label: 'New matter' },
    { label: 'Matter: edit' },
    { label: 'Matter hidden', isDisabled: true },
  ];
  const found = (query: string) => rankActions(actions, query).map(({ label }) => label);

  it('come as they are without words, but for those that cannot be done', () => {
    expect(found('')).toEqual(['Go to Matters', 'New matter', 'Matter: edit']);
  });

  it('come by how early the first word stands, and need every word', () => {
    expect(found('mat')).toEqual(['Matter: edit', 'New matter', 'Go to Matters']);
    expect(found('matter new')).toEqual(['New matter']);
    expect(found('atter')).toEqual([]);
  });
});
