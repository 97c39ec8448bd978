import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { bytesSource } from '#main/bundles/assembler/file-source.ts';
import { findInDocument, type Mark } from '#main/redaction/engine/redact.ts';
import { makeRedacted, type RedactionOutput } from '#main/redaction/make.ts';
import { readTerms } from '#shared/domain/redaction/terms.ts';
import { pagePixels, pageWords, qpdfFindings, type Word } from '../bundles/programs.ts';

/** A document, and what is to be redacted in it. */
export interface Case {
  readonly name: string;
  readonly pdf: Buffer;
  readonly terms: readonly string[];
  readonly marks?: readonly Mark[];
  /** How often the terms stand in it; not checked when left out. */
  readonly count?: number;
  /** Words that must still be there. */
  readonly kept?: readonly string[];
  /** The size of the page's units in points, which poppler does not heed. */
  readonly unit?: number;
  /** Poppler draws the rest otherwise than before, for a reason that is no loss. */
  readonly looksOther?: boolean;
  /** How many pixels may change elsewhere: letters that stand between two pixels may go to the other one. */
  readonly slack?: number;
}

interface Place {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Redacts a document, by `make` where another way is to be tried; the copy is read into memory. */
export async function redacted(
  { pdf, terms, marks = [] }: Case,
  {
    reason = null,
    password,
    make = makeRedacted,
  }: { reason?: string | null; password?: string; make?: typeof makeRedacted } = {},
): Promise<RedactionOutput & { bytes: Buffer }> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'misl-redacted-'));
  try {
    const handle = { kind: 'bytes', bytes: pdf } as const;
    const asked = { handle, password, scratch, seal: null, terms: terms.join('\n'), marks: [...marks], reason };
    const made = await make(asked, () => {});
    return { ...made, bytes: readFileSync(made.file) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * Redacts a document and holds the copy against programs that are not ours: poppler finds no term in its text and its
 * metadata, qpdf none in its unpacked bytes and no fault; where something was, nothing but the box is drawn; every word
 * that lay elsewhere is where it was.
 */
export async function checkCase(given: Case): Promise<RedactionOutput & { bytes: Buffer }> {
  const { pdf, terms, marks = [], count, kept = [], unit = 1, looksOther = false, slack = 4 } = given;
  const found = [...findInDocument(bytesSource(pdf), readTerms(terms.join('\n')).terms).places, ...marks];
  const places = found.map(({ page, left, top, width, height }) => ({
    page,
    left: left / unit,
    top: top / unit,
    width: width / unit,
    height: height / unit,
  }));
  const made = await redacted(given);
  const out = Buffer.from(made.bytes);
  const counted = made.redactions.reduce((sum, each) => sum + each.count, 0);
  if (count !== undefined) expect(counted, 'places').toBe(count);
  expect(qpdfFindings(out), 'qpdf').toBe('');
  const { text, raw, info, unpacked } = seenByOthers(out);
  for (const term of terms) {
    for (const form of [plain(text), plain(raw)]) expect(form.includes(plain(term)), `${term} in the text`).toBe(false);
    expect(plain(info).includes(plain(term)), `${term} in the metadata`).toBe(false);
    for (const form of inBytes(term)) expect(unpacked.includes(form), `${term} in the bytes`).toBe(false);
  }
  for (const word of kept) expect(plain(text)).toContain(plain(word));
  expectSameElsewhere(pdf, out, places);
  expectBlackThere(pdf, out, places, looksOther ? Number.POSITIVE_INFINITY : slack);
  return made;
}

/** Without what text programs make of spaces and line ends. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00ad\u200b-\u200f-]/g, '');
}

function inBytes(term: string): string[] {
  const small = term.toLowerCase();
  const wide = Buffer.from(term, 'utf16le').swap16();
  return [
    small,
    wide.toString('latin1').toLowerCase(),
    wide.toString('hex'),
    Buffer.from(term, 'latin1').toString('hex'),
  ];
}

function seenByOthers(pdf: Buffer) {
  const folder = mkdtempSync(path.join(tmpdir(), 'misl-redaction-'));
  const run = (program: string, args: string[]) =>
    execFileSync(program, args, { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 }).toString('utf8');
  try {
    const file = path.join(folder, 'a.pdf');
    const open = path.join(folder, 'open.pdf');
    writeFileSync(file, pdf);
    execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, open], { stdio: 'ignore' });
    return {
      text: run('pdftotext', [file, '-']),
      raw: run('pdftotext', ['-raw', file, '-']),
      info: run('pdfinfo', [file]) + run('pdfinfo', ['-meta', file]),
      unpacked: readFileSync(open).toString('latin1').toLowerCase(),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function near(place: Place, { left, top, right, bottom }: Word, reach: number): boolean {
  return (
    left < place.left + place.width + reach &&
    right > place.left - reach &&
    top < place.top + place.height + reach &&
    bottom > place.top - reach
  );
}

function boxOf({ left, top, right, bottom }: Word) {
  return { left, top, width: right - left, height: bottom - top };
}

/** Every word that lay clear of the places stands where it stood. */
function expectSameElsewhere(before: Buffer, after: Buffer, places: readonly Place[]): void {
  const now = pageWords(after);
  for (const [i, page] of pageWords(before).entries()) {
    const own = places.filter((place) => place.page === i + 1);
    for (const word of page.words) {
      if (own.some((place) => near(place, word, 1))) continue;
      const same = now[i]!.words.some(
        ({ text, left, top }) =>
          text === word.text && Math.abs(left - word.left) < 1.5 && Math.abs(top - word.top) < 1.5,
      );
      // Poppler parts letters that stand wide apart or askew otherwise when their neighbours are gone.
      const letters = now[i]!.words.filter((other) => near({ page: i + 1, ...boxOf(word) }, other, 0));
      const read = letters.map(({ text }) => text).join('');
      if (read.includes(word.text)) continue;
      expect(same, `page ${i + 1}: ${word.text} at ${word.left}, ${word.top}`).toBe(true);
    }
  }
}

/** Nothing but the box is drawn in the places, and everything else as it was. */
function expectBlackThere(before: Buffer, after: Buffer, places: readonly Place[], slack: number): void {
  for (const page of new Set([1, ...places.map((place) => place.page)])) {
    const was = pagePixels(before, page);
    const { width, height, grey } = pagePixels(after, page);
    expect([width, height]).toEqual([was.width, was.height]);
    const own = places.filter((place) => place.page === page);
    let changed = 0;
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const value = grey[y * width + x]!;
        const inside = own.some((place) => lies(x, y, place, -1));
        if (inside && value > 2) expect.fail(`page ${page}: pixel ${x}, ${y} is ${value}`);
        if (!own.some((place) => lies(x, y, place, 3)) && Math.abs(value - was.grey[y * width + x]!) > 40) changed++;
      }
    expect(changed, `pixels of page ${page} that changed elsewhere`).toBeLessThan(slack);
  }
}

/** Whether a pixel lies in a place, with `reach` pixels around it. */
function lies(x: number, y: number, { left, top, width, height }: Place, reach: number): boolean {
  const across = x >= Math.ceil(left) - reach && x < Math.floor(left + width) + reach;
  return across && y >= Math.ceil(top) - reach && y < Math.floor(top + height) + reach;
}
