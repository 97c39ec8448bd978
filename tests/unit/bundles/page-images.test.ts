// What the assembler can't copy and viewers open goes into the bundle as pictures of its pages, and is named.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { PageImages } from '#main/bundles/page-images.ts';
import { EXIT } from '#main/cli/command.ts';
import { bundleCommand } from '#main/cli/commands/bundle.ts';
import { keyCutShort, unreadable, WORDS } from '../page-images/unreadable.ts';
import { runCommand } from './command.ts';
import { makeDocument } from './make-pdf.ts';
import { pageTexts, qpdfFindings, throughQpdf } from './programs.ts';

// Each document is drawn in a thread of its own, which takes its time to start.
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(path.join(tmpdir(), 'misl-images-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => path.join(folder, name);

interface Told {
  pages: number;
  items: { file: string; firstPage: number; lastPage: number }[];
  skipped: { file: string; reason: string; locked?: boolean }[];
  checks: { id: string; ok: boolean | null; message: string }[];
}

async function bound(
  files: string[],
  out: string,
  more: string[] = [],
): Promise<Told & { status: number | null; errors: string[] }> {
  const args = ['--files', ...files.map(at), '--title', 'T', '--out', at(out), ...more];
  const { status, lines, errors } = await runCommand(bundleCommand, args, { json: true });
  return { ...(JSON.parse(lines.join('\n')) as Told), status, errors };
}

it('takes them with every page that another reader draws, searchable, and names each with its reason', async () => {
  writeFileSync(at('good.pdf'), makeDocument([{ text: 'Good' }]));
  const names = unreadable().map(({ pdf }, i) => {
    writeFileSync(at(`odd-${i}.pdf`), pdf);
    return `odd-${i}.pdf`;
  });
  const told = await bound([...names, 'good.pdf'], 'bundle.pdf', ['--profile', 'uksc']);
  expect(told.skipped).toEqual([]);
  expect(told.status).toBe(EXIT.done);
  const pdf = readFileSync(at('bundle.pdf'));
  expect(qpdfFindings(pdf)).toBe('');
  const texts = pageTexts(pdf);
  for (const name of names) {
    const { firstPage, lastPage } = told.items.find(({ file }) => file === name)!;
    expect(lastPage - firstPage).toBe(2);
    for (const [i, words] of WORDS.entries()) expect(texts[firstPage - 1 + i]).toContain(words);
    const note = told.checks.find(({ id, message }) => id === 'source-page-images' && message.startsWith(name))!;
    expect(note.ok).toBe(null);
    expect(note.message).toMatch(/taken as page images, because .*3 pages at 200 dpi/);
    expect(told.errors).toContain(`misl: ${note.message}`);
  }
  // They can be searched, so the rule that asks for that holds of them too.
  expect(told.checks.find(({ id }) => id === 'SC-4')).toMatchObject({ ok: true });
  expect(told.checks.find(({ id }) => id === 'SC-6')).toMatchObject({ ok: true });
  expect(readdirSync(folder).filter((name) => name.includes('pages') || name.includes('.part'))).toEqual([]);
});

it('takes only the pages that are asked for', async () => {
  writeFileSync(at('chosen.pdf'), keyCutShort(makeDocument(WORDS.map((text) => ({ text })))));
  const sections = { sections: [{ title: 'Part', items: [{ file: 'chosen.pdf', pages: '2-3' }] }] };
  writeFileSync(at('sections.json'), JSON.stringify(sections));
  const told = await bound(['chosen.pdf'], 'chosen-out.pdf', ['--sections', at('sections.json')]);
  expect(told.pages).toBe(4);
  expect(
    pageTexts(readFileSync(at('chosen-out.pdf')))
      .slice(2)
      .join(' '),
  ).toMatch(/^Beta two.*Gamma three/);
});

it('asks for a password where one is needed, and leaves out what nobody opens', async () => {
  const pages = makeDocument([{ text: 'Kept' }]);
  writeFileSync(at('locked.pdf'), throughQpdf(pages, ['--encrypt', 'open', 'own', '256', '--']));
  writeFileSync(at('broken.pdf'), '%PDF-1.7\n1 0 obj\n<</Type/Catalog');
  writeFileSync(at('kept.pdf'), pages);
  const told = await bound(['locked.pdf', 'broken.pdf', 'kept.pdf'], 'without.pdf');
  expect(told.status).toBe(EXIT.refused);
  expect(told.skipped).toEqual([
    { file: 'locked.pdf', reason: 'This document opens only with a password.', locked: true },
    { file: 'broken.pdf', reason: expect.any(String) },
  ]);
  expect(told.checks.filter(({ id }) => id === 'source-page-images')).toEqual([]);
});

it('draws what was counted and then lost, and leaves out what can’t be drawn either', async () => {
  const good = makeDocument(WORDS.map((text) => ({ text })));
  const input = { partial: at('lost'), seal: null, profile: { id: 'x', numbering: 'continuous', opensAt: null } };
  const images = new PageImages(input as never, () => {});
  const part = (id: string, bytes: Buffer) => ({
    itemId: id,
    id: `${id}/0`,
    name: `${id}.pdf`,
    handle: { kind: 'bytes' as const, bytes },
    password: undefined,
    pages: null,
    count: 3,
    size: bytes.length,
    turn: 0,
    caption: [],
  });
  const parts = [part('a', good), part('b', Buffer.from('gone')), part('c', good)];
  const skipped: { file: string; reason: string }[] = [];
  const lost = new Map([
    ['a', 'This file could not be read from where it lies.'],
    ['b', 'This file could not be read from where it lies.'],
  ]);
  const kept = await images.replaced(parts, lost, skipped);
  expect(kept.map(({ itemId, count, handle }) => [itemId, count, handle.kind])).toEqual([
    ['a', 3, 'path'],
    ['c', 3, 'bytes'],
  ]);
  expect(skipped).toEqual([{ file: 'b.pdf', reason: 'This file could not be read from where it lies.' }]);
  // Pictures that are lost in turn are not drawn once more.
  expect(await images.replaced(kept.slice(0, 1), new Map([['a', 'Gone again.']]), skipped)).toEqual([]);
  images.discard();
  expect(readdirSync(folder).filter((name) => name.startsWith('lost'))).toEqual([]);
});
