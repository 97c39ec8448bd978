import { describe, expect, it } from 'vitest';
import type { Block, BlockDocument } from '#shared/domain/blocks/blocks.ts';
import { annexureRef, inline, para, pleadingMeta, refTo } from '#shared/domain/blocks/build.ts';
import type { FlatInline } from '#shared/domain/blocks/flat.ts';
import { flatten } from '#shared/domain/blocks/flatten.ts';

const doc = (...blocks: Block[]): BlockDocument => ({ meta: pleadingMeta('Test'), blocks });
const numbered = (id: string, level: 0 | 1 | 2 = 0, list = 'main'): Block => ({
  kind: 'numbered',
  id,
  list,
  level,
  content: inline(id),
});
const labels = (blocks: Block[]) =>
  flatten(doc(...blocks)).flatMap((block) => (block.kind === 'numbered' ? [block.label] : []));

function contentOf(block: Block, ...others: Block[]): FlatInline[] {
  const flat = flatten(doc(block, ...others))[0]!;
  return flat.kind === 'para' ? flat.content : [];
}

const annexures = (...ids: string[]): Block => ({
  kind: 'annexures',
  heading: 'ANNEXURES',
  items: ids.map((id, i) => ({ id, mark: 'ABC'[i]!, title: id, date: null, pages: null, form: null })),
});

describe('numbers', () => {
  it('counts on over headings, starts again under a new parent and in a new list', () => {
    const blocks = [
      numbered('a'),
      numbered('b', 1),
      numbered('c', 1),
      numbered('d', 2),
      para('between'),
      numbered('e'),
      numbered('f', 1),
      numbered('g', 0, 'other'),
    ];
    expect(labels(blocks)).toEqual(['1.', '(a)', '(b)', '(i)', '2.', '(a)', '1.']);
  });

  it('goes from (z) to (aa)', () => {
    const many = Array.from({ length: 27 }, (_, i) => numbered(`p${i}`, 1));
    expect(labels(many).slice(-2)).toEqual(['(z)', '(aa)']);
  });

  it('reads a reference as the whole number, and follows when paragraphs move', () => {
    const [ref] = contentOf(para(refTo('c')), numbered('a'), numbered('b', 1), numbered('c', 1));
    expect(ref).toMatchObject({ kind: 'ref', text: '1(b)' });
    const [moved] = contentOf(para(refTo('c')), numbered('x'), numbered('a'), numbered('c', 1));
    expect(moved).toMatchObject({ kind: 'ref', text: '2(a)' });
  });

  it('shows a reference to a paragraph that is gone', () => {
    expect(contentOf(para(refTo('gone')))[0]).toMatchObject({ kind: 'blank', why: 'dangling' });
  });

  it('gives a bookmark to the first of two paragraphs with one id, since a bookmark stands once', () => {
    const anchors = flatten(doc(numbered('a'), numbered('a'))).flatMap((block) =>
      block.kind === 'numbered' ? [block.anchor] : [],
    );
    expect(anchors[0]).not.toBeNull();
    expect(anchors[1]).toBeNull();
  });
});

describe('annexures', () => {
  it('reads the mark from the list, so that it renumbers with it', () => {
    expect(contentOf(para(annexureRef('y')), annexures('x', 'y'))[0]).toMatchObject({ kind: 'ref', text: 'B' });
    expect(contentOf(para(annexureRef('y')), annexures('y', 'x'))[0]).toMatchObject({ kind: 'ref', text: 'A' });
  });

  it('shows one that dangles', () => {
    expect(contentOf(para(annexureRef('z')), annexures('x'))[0]).toMatchObject({ kind: 'blank', why: 'dangling' });
  });
});

describe('direction', () => {
  it('takes a paragraph’s direction from its first letter, and each line of a cell its own', () => {
    const table: Block = {
      kind: 'table',
      look: 'grid',
      columns: [{ header: 'x', width: 1 }],
      rows: [{ cells: [inline('One\nمیں 12-03-2026 کو')] }],
    };
    const [rtl, ltr, flatTable] = flatten(doc(para('مورخہ 12-03-2026'), para('On 12-03-2026 مورخہ'), table));
    expect([rtl, ltr].map((block) => block?.kind === 'para' && block.rtl)).toEqual([true, false]);
    const paras = flatTable?.kind === 'table' ? flatTable.rows[0]!.cells[0]!.paras : [];
    expect(paras.map((each) => each.rtl)).toEqual([false, true]);
  });
});
