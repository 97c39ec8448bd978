import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { bindBundle } from '#main/bundles/bind.ts';
import { bindInWorker } from '#main/bundles/bind-in-worker.ts';
import type { BindInput } from '#main/bundles/binding.ts';
import { likelyFronts } from '#main/bundles/front.ts';
import { intoPlace } from '#main/output.ts';
import { newSeal, readSealed } from '#main/sealed-file.ts';
import { makeDocument, moreNumber, pageNumber } from './make-pdf.ts';
import { pageTexts, type QpdfOutline, qpdfFindings, structure, throughQpdf } from './programs.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'misl-bind-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let serial = 0;
const fresh = () => path.join(folder, `out-${serial++}.pdf`);

type Numbering = BindInput['profile']['numbering'];
interface Doc {
  id: string;
  bytes: Uint8Array;
}

const documentOf = (id: string, pages: number): Doc => ({
  id,
  bytes: makeDocument(Array.from({ length: pages }, (_, i) => ({ text: `Doc${id}Page${i + 1}` }))),
});

function inputOf(sections: Doc[][], numbering: Numbering, partial: string): BindInput {
  const page = 'a4' as const;
  return {
    title: 'Case bundle',
    front: {
      title: 'Case bundle',
      indexTitle: null,
      forumName: null,
      jurisdiction: null,
      caseNumber: null,
      first: null,
      second: null,
      notes: [],
      sample: false,
      page,
    },
    profile: { id: 'test', numbering, opensAt: null },
    sections: sections.map((docs, s) => ({
      id: `s${s}`,
      title: `Part${s}`,
      items: docs.map(({ id, bytes }) => ({
        id,
        title: `Doc${id}`,
        date: null,
        mark: null,
        pages: null,
        sources: [{ handle: { kind: 'bytes' as const, bytes }, name: `${id}.pdf` }],
      })),
    })),
    partial,
    seal: null,
  };
}

/** The label that a viewer shows for a page, by the ranges that qpdf read. */
function shownLabel(labels: ReturnType<typeof structure>['labels'], index: number): string {
  const run = labels.findLast((each) => each.index <= index)!;
  const number = Number(run.label['/St'] ?? 1) + index - run.index;
  const prefix = String(run.label['/P'] ?? '').replace(/^u:/, '');
  return prefix + (run.label['/S'] === '/r' ? ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi'][number]! : number);
}

/** Binds, and sees that index row, outline entry, printed number, page label and link of every document agree. */
async function agree(sections: Doc[][], numbering: Numbering) {
  const partial = fresh();
  const report = await bindBundle(inputOf(sections, numbering, partial), () => {});
  const pdf = readFileSync(partial);
  rmSync(partial);
  const texts = pageTexts(pdf);
  const read = structure(pdf);
  expect(texts).toHaveLength(report.pages);
  const flat = (entries: readonly QpdfOutline[]): QpdfOutline[] =>
    entries.flatMap((entry) => [entry, ...flat(entry.kids)]);
  const outline = flat(read.outlines);
  const front = Array.from({ length: report.frontPages }, (_, i) => i + 1);
  const targets = new Set(front.flatMap((page) => read.annotations(page).map((each) => read.target(each['/Dest']))));
  const index = front.map((page) => texts[page - 1]!).join(' ');
  for (const [i, text] of texts.entries()) {
    expect(text.endsWith(shownLabel(read.labels, i)), `page ${i + 1}: ${text}`).toBe(true);
  }
  for (const { id, title, firstPage, lastPage, label } of report.items) {
    expect(texts[firstPage - 1]).toContain(`${title}Page1`);
    expect(shownLabel(read.labels, firstPage - 1)).toBe(label);
    expect(outline.find((entry) => entry.title.startsWith(`${title},`))).toMatchObject({
      page: firstPage,
      title: `Doc${id}, p. ${label}`,
    });
    expect(targets.has(firstPage)).toBe(true);
    const last = shownLabel(read.labels, lastPage - 1);
    expect(index).toMatch(new RegExp(`Doc${id} .*?\\b${label === last ? label : `${label}–${last}`}\\b`));
  }
  return { report, pdf };
}

describe('a bundle', () => {
  const shapes = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 3,
  });
  const built = (shape: number[][]) => shape.map((counts, s) => counts.map((n, i) => documentOf(`${s}x${i}`, n)));

  it.each<Numbering>(['continuous', 'per-section'])(
    'says the same in index, outline, label, link and on the page, however its documents stand (%s)',
    async (numbering) => {
      await fc.assert(
        fc.asyncProperty(shapes, fc.nat(), fc.nat(), async (shape, turn, at) => {
          const sections = built(shape);
          const { pdf } = await agree(sections, numbering);
          expect(qpdfFindings(pdf)).toBe('');
          // Another order, and then a late document somewhere in it.
          const turned = sections.map((docs) => [
            ...docs.slice(turn % docs.length),
            ...docs.slice(0, turn % docs.length),
          ]);
          const late = turned.map((docs, s) =>
            s === at % turned.length ? docs.toSpliced(at % (docs.length + 1), 0, documentOf('late', 2)) : docs,
          );
          await agree(late, numbering);
        }),
        { seed: 65, numRuns: 5 },
      );
    },
    60_000,
  );

  it('whose index is longer than could be foreseen is numbered anew', async () => {
    const docs = Array.from({ length: 30 }, (_, i) => documentOf(`w${i}`, 1));
    const partial = fresh();
    const input = inputOf([docs], 'continuous', partial);
    for (const [i, item] of input.sections[0]!.items.entries()) item.title = `${'WWWW '.repeat(10)}${i}`;
    const planned = input.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({ ...item, pageCount: 1, size: 0, late: false, kept: null })),
    }));
    const foreseen = likelyFronts(input.front, [planned], { profile: input.profile, marks: new Map() });
    const report = await bindBundle(input, () => {});
    expect(report.frontPages).toBeGreaterThan(foreseen[0]!);
    const texts = pageTexts(readFileSync(partial));
    expect(texts.map((text, i) => text.endsWith(String(i + 1)))).toEqual(texts.map(() => true));
    expect(texts[report.items[0]!.firstPage - 1]).toContain('Docw0Page1');
    expect(report.items[0]!.firstPage).toBe(report.frontPages + 1);
  });

  it('whose document is refused is numbered without it, and names it', async () => {
    const locked = throughQpdf(documentOf('z', 1).bytes, ['--encrypt', 'open', 'own', '256', '--']);
    const docs = [
      documentOf('a', 2),
      { id: 'l', bytes: locked },
      { id: 'e', bytes: Buffer.alloc(0) },
      documentOf('b', 1),
    ];
    const { report } = await agree([docs], 'continuous');
    expect(report.skipped).toEqual([
      { file: 'l.pdf', reason: 'This document opens only with a password.', locked: true },
      { file: 'e.pdf', reason: 'This file is empty.' },
    ]);
    expect(report.items.map(({ firstPage }) => firstPage)).toEqual([3, 5]);
  });

  it('names the further files of a document below it, each with its own bookmarks', async () => {
    const first = moreNumber(2);
    const marked = (text: string) =>
      makeDocument([{ text: `${text}One` }, { text: `${text}Two` }], {
        catalog: `/Outlines ${first} 0 R`,
        more: [
          `<</First ${first + 1} 0 R/Last ${first + 1} 0 R>>`,
          `<</Title(${text} mark)/Parent ${first} 0 R/Dest[${pageNumber(1)} 0 R/Fit]>>`,
        ],
      });
    const partial = fresh();
    const input = inputOf([[{ id: 'a', bytes: marked('First') }], [documentOf('b', 1)]], 'continuous', partial);
    const [item] = input.sections[0]!.items;
    item!.sources.push({ handle: { kind: 'bytes', bytes: marked('Second') }, name: 'second.pdf' });
    await bindBundle(input, () => {});
    const shown = (entries: readonly QpdfOutline[]): unknown[] =>
      entries.map(({ title, page, kids }) => [title, page, ...shown(kids)]);
    const [, , section] = structure(readFileSync(partial)).outlines;
    expect(shown(section!.kids)).toEqual([['Doca, p. 3', 3, ['First mark', 4], ['second.pdf', 5, ['Second mark', 6]]]]);
  });

  it('is the same where it is sealed, and says nothing on the disk until it is in the vault', async () => {
    const docs = [documentOf('a', 2), documentOf('b', 3)];
    const [plain, sealed] = [inputOf([docs], 'continuous', fresh()), inputOf([docs], 'continuous', fresh())];
    sealed.seal = newSeal();
    const [one, two] = [await bindBundle(plain, () => {}), await bindBundle(sealed, () => {})];
    expect(two).toMatchObject({ sha256: one.sha256, bytes: one.bytes, checks: one.checks });
    expect(readFileSync(sealed.partial).includes('PDF')).toBe(false);
    const parts: Uint8Array[] = [];
    for await (const part of readSealed(sealed.partial, sealed.seal)) parts.push(part);
    expect(Buffer.concat(parts).equals(readFileSync(plain.partial))).toBe(true);
  });

  it('of nothing is refused', async () => {
    await expect(bindBundle(inputOf([[]], 'continuous', fresh()), () => {})).rejects.toMatchObject({
      problem: { code: 'bundle-empty' },
    });
  });
});

describe('a binding that does not come to its end', () => {
  const many = [Array.from({ length: 60 }, (_, i) => documentOf(`d${i}`, 20))];

  it.each([0, 30, 150, 400])('leaves nothing when it is cancelled after %i ms', async (ms) => {
    const target = fresh();
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('cancelled')), ms);
    const bound = intoPlace(target, { overwrite: false }, async (partial) => {
      await bindInWorker(inputOf(many, 'continuous', partial), { signal: controller.signal });
      // Where the machine was quicker than the clock, it is cancelled now.
      throw new Error('cancelled');
    });
    await expect(bound).rejects.toThrow('cancelled');
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('never replaces what stands at its name unless it may', async () => {
    const target = fresh();
    writeFileSync(target, 'old');
    const bound = intoPlace(target, { overwrite: false }, async (partial) => {
      await bindBundle(inputOf([[documentOf('a', 1)]], 'continuous', partial), () => {});
    });
    await expect(bound).rejects.toMatchObject({ problem: { code: 'file-exists' } });
    expect(readFileSync(target, 'utf8')).toBe('old');
  });
});
