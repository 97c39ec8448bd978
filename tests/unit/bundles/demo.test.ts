// The main job, done on the sample matter and looked at by programs that are not ours.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { demoCommand } from '#main/cli/commands/demo.ts';
import { runCommand } from './command.ts';
import { inFolderAsync, pageCount, pageTexts, qpdfFindings, structure } from './programs.ts';

/** A row of the index as it is printed: title, date, pages. */
const ROW = /^ +(\d+) {2,}(\S.*?) {2,}(?:(\S+) {2,})?(undated|\d{2}\.\d{2}\.\d{4}) +(\d+)(?:–(\d+))?$/gm;

it('binds the sample into a bundle whose index tells the truth', async () => {
  await inFolderAsync(async (folder) => {
    const { status, lines } = await runCommand(demoCommand, ['--out', folder], { json: true });
    expect(status).toBe(0);
    const { files } = JSON.parse(lines[0]!) as { files: { what: string; path: string; pages?: number }[] };
    const told = files.find(({ what }) => what === 'bundle')!;
    expect(told.path).toBe(path.join(folder, 'bundle.pdf'));

    const pdf = readFileSync(told.path);
    expect(qpdfFindings(pdf)).toBe('');
    const pages = pageCount(pdf);
    expect(pages).toBeGreaterThanOrEqual(40);
    expect(pages).toBe(told.pages);

    const texts = pageTexts(pdf);
    const laidOut = pageTexts(pdf, { layout: true });
    expect(laidOut).toHaveLength(pages);
    // What stands lowest on every page is its number.
    for (const [i, text] of laidOut.entries()) expect(text.trimEnd().split('\n').at(-1)!.trim()).toBe(String(i + 1));

    const read = structure(pdf);
    const indexAt = read.outlines.find(({ title }) => title === 'Index')!.page!;
    const index = laidOut.slice(indexAt - 1, firstDocument(read.outlines) - 1);
    const rows = index
      .flatMap((text) => [...text.matchAll(ROW)])
      .map(([, serial, title, , , first, last]) => ({
        serial: Number(serial),
        title: title!.trim(),
        first: Number(first),
        last: Number(last ?? first),
      }));
    expect(rows.map(({ serial }) => serial)).toEqual(rows.map((_, i) => i + 1));
    // One after another, from the end of the index to the end of the file.
    expect(rows.map(({ first }) => first)).toEqual([
      indexAt + index.length,
      ...rows.slice(0, -1).map(({ last }) => last + 1),
    ]);
    expect(rows.at(-1)!.last).toBe(pages);

    const entries = read.outlines.flatMap(({ kids }) => kids);
    expect(entries.map(({ page }) => page)).toEqual(rows.map(({ first }) => first));
    for (const [i, { title, first }] of rows.entries()) {
      const entry = entries[i]!.title.replace(/\s/g, ' ');
      expect(entry.slice(0, title.length)).toBe(title);
      expect(entry.endsWith(`, p. ${first}`), entry).toBe(true);
    }
    const links = index.flatMap((_, i) => read.annotations(indexAt + i)).filter((each) => each['/Subtype'] === '/Link');
    expect(links.length).toBeGreaterThanOrEqual(rows.length * 2);
    const targets = links.map((each) => read.target(each['/Dest']));
    // Title and pages of a row are links, and both lead where the row says; a title on two lines is two links.
    expect([...new Set(targets)].sort((a, b) => a! - b!)).toEqual(rows.map(({ first }) => first));
    for (const { first } of rows) expect(targets.filter((page) => page === first).length).toBeGreaterThanOrEqual(2);

    // What stands on the first page of some documents is what the index calls it.
    const pageOf = (title: string) => texts[rows.find((row) => row.title.startsWith(title))!.first - 1]!;
    expect(pageOf('Complaint to the Ombudsperson')).toContain('Workplace');
    expect(pageOf('List of dates')).toMatch(/list of dates/i);
    expect(pageOf('Mail asking')).toContain('Subject');
  });
}, 60_000);

function firstDocument(outlines: ReturnType<typeof structure>['outlines']): number {
  return outlines.find(({ kids }) => kids.length > 0)!.kids[0]!.page!;
}
