import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What programs that are not ours make of a PDF: qpdf and poppler. */

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'misl-bundles-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same for what takes its time. */
export async function inFolderAsync<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'misl-bundles-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function withFile<T>(pdf: Uint8Array, use: (file: string, folder: string) => T): T {
  return inFolder((folder) => {
    const file = path.join(folder, 'a.pdf');
    writeFileSync(file, pdf);
    return use(file, folder);
  });
}

function poppler(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8', maxBuffer: 1 << 28 });
}

/** What qpdf finds wrong: empty where nothing is. */
export function qpdfFindings(pdf: Uint8Array): string {
  return withFile(pdf, (file) => {
    const run = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
    return run.status === 0 ? '' : run.stdout + run.stderr;
  });
}

/** A file put through qpdf, such as `['--encrypt', '', 'owner', '256', '--']`. */
export function throughQpdf(pdf: Uint8Array, args: readonly string[]): Buffer {
  return withFile(pdf, (file, folder) => {
    const out = path.join(folder, 'out.pdf');
    execFileSync('qpdf', [...args, '--static-id', file, out], { stdio: 'ignore' });
    return execFileSync('cat', [out], { maxBuffer: 1 << 28 });
  });
}

/** How many pages poppler counts. */
export function pageCount(pdf: Uint8Array): number {
  return withFile(pdf, (file) => Number(/^Pages: +(\d+)$/m.exec(poppler('pdfinfo', [file]))![1]));
}

/** The text of every page, white space made single; or laid out in lines as it stands on the page. */
export function pageTexts(pdf: Uint8Array, { layout = false } = {}): string[] {
  return withFile(pdf, (file) =>
    poppler('pdftotext', [...(layout ? ['-layout'] : []), file, '-'])
      .split('\f')
      .slice(0, -1)
      .map((page) => (layout ? page : page.replace(/\s+/g, ' ').trim())),
  );
}

export interface Word {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The words of every page with their places as displayed, from the upper left corner of the visible page. */
export function pageWords(pdf: Uint8Array): { width: number; height: number; words: Word[] }[] {
  const [html, info] = withFile(pdf, (file) => [
    poppler('pdftotext', ['-bbox', '-cropbox', file, '-']),
    poppler('pdfinfo', ['-f', '1', '-l', '-1', file]),
  ]);
  const turns = [...info.matchAll(/^Page +\d+ rot: +(\d+)/gm)].map(([, turn]) => Number(turn));
  return html
    .split('<page ')
    .slice(1)
    .map((page, i) => {
      const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page)!;
      const found = page.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/g);
      const words = [...found].map(([, left, top, right, bottom, text]) => ({
        text: text!,
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      }));
      // Poppler gives the size of the page before it is turned, and the words after.
      const turned = (turns[i] ?? 0) % 180 !== 0;
      return { width: Number(turned ? height : width), height: Number(turned ? width : height), words };
    });
}

/** A page drawn in grey at 72 dpi, one byte a pixel. */
export function pagePixels(pdf: Uint8Array, page = 1): { width: number; height: number; grey: Buffer } {
  return withFile(pdf, (file) => {
    const args = ['-r', '72', '-gray', '-cropbox', '-f', String(page), '-l', String(page), file];
    const pgm = execFileSync('pdftoppm', args, { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
    const [head, width, height] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(pgm.toString('latin1', 0, 64))!;
    return { width: Number(width), height: Number(height), grey: pgm.subarray(head.length) };
  });
}

export interface QpdfOutline {
  readonly title: string;
  /** The page it leads to, from 1. */
  readonly page: number | null;
  readonly open: boolean;
  readonly kids: readonly QpdfOutline[];
}

interface QpdfJson {
  readonly pages: { readonly object: string; readonly label: unknown }[];
  readonly outlines: RawOutline[];
  readonly pagelabels: { readonly index: number; readonly label: Record<string, unknown> }[];
  readonly qpdf: [unknown, Record<string, { value?: unknown; stream?: { dict: Record<string, unknown> } }>];
}

interface RawOutline {
  readonly title: string;
  readonly destpageposfrom1: number | null;
  readonly open: boolean;
  readonly kids: readonly RawOutline[];
}

/** The structure of a file as qpdf reads it. */
export function structure(pdf: Uint8Array) {
  const json = withFile(
    pdf,
    (file) => JSON.parse(execFileSync('qpdf', ['--json=2', file], { maxBuffer: 1 << 28 }).toString('utf8')) as QpdfJson,
  );
  const objects = json.qpdf[1];
  const numberOf = new Map(json.pages.map(({ object }, i) => [object, i + 1] as const));
  const outlineOf = ({ title, destpageposfrom1, open, kids }: RawOutline): QpdfOutline => ({
    title,
    page: destpageposfrom1,
    open,
    kids: kids.map(outlineOf),
  });
  const follow = (value: unknown): unknown => {
    if (typeof value !== 'string' || !/^\d+ \d+ R$/.test(value)) return value;
    const found = objects[`obj:${value}`];
    return found?.value ?? found?.stream?.dict;
  };
  const dict = (value: unknown) => follow(value) as Record<string, unknown> | undefined;
  return {
    follow,
    pages: json.pages.map(({ object }) => dict(object)!),
    outlines: json.outlines.map(outlineOf),
    labels: json.pagelabels,
    catalog: dict(dict(json.qpdf[1].trailer!.value)!['/Root'])!,
    text: JSON.stringify(objects),
    /** The annotations of a page, from 1. */
    annotations(page: number): Record<string, unknown>[] {
      const list = follow(dict(json.pages[page - 1]!.object)!['/Annots']) as unknown[] | undefined;
      return (list ?? []).flatMap((each) => [dict(each) ?? {}]);
    },
    /** The page, from 1, that a destination leads to. */
    target(destination: unknown): number | null {
      const list = follow(destination);
      return Array.isArray(list) ? (numberOf.get(list[0] as string) ?? null) : null;
    },
  };
}
