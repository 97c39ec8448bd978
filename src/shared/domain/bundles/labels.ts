import type { BundleProfile } from './profile.ts';

/** A run of pages that are numbered alike, as a PDF's page labels say it. */
export interface LabelRun {
  /** The first page of the run, from 1. */
  fromPage: number;
  /** `Letters`: A to Z; `none`: the prefix alone. */
  style: 'decimal' | 'roman' | 'Letters' | 'none';
  prefix: string;
  start: number;
}

/** What is printed on a page of a file, from 1, and what a viewer's page box shows for it. */
export function pageLabel({ labels }: { readonly labels: readonly LabelRun[] }, page: number): string {
  const run = labels.findLast(({ fromPage }) => fromPage <= page)!;
  const number = page - run.fromPage + run.start;
  switch (run.style) {
    case 'roman':
      return run.prefix + roman(number);
    case 'Letters':
      return run.prefix + sectionLetter(number - 1);
    case 'none':
      return run.prefix;
    default:
      return run.prefix + number;
  }
}

/** The numbers of a bundle as they are given out, page by page and volume by volume, by the rules of its profile. */
export class LabelRuns {
  private readonly profile: BundleProfile;
  private runs: LabelRun[] = [];
  private page = 0;
  /** The last number given, and after it the last letter of an insertion. */
  private number = 0;
  private inserted = 0;
  private romans = 0;
  private prefix: string;
  /** Where the numbers of each section stand: a section may go on in the next volume. */
  private readonly sections = new Map<string, number>();

  constructor(profile: BundleProfile) {
    this.profile = profile;
    this.prefix = profile.prefix ?? '';
  }

  beginVolume(index: number): void {
    if (index === 0) return;
    if (this.profile.numbering === 'per-volume') this.set(0);
    else if (this.profile.roundVolumes) this.set(Math.ceil(this.number / 100) * 100);
  }

  /**
   * The numbers of cover and index. Where insertions are lettered and the bundle was served with fewer of these pages,
   * those that are new get letters too, so that the documents keep their numbers.
   */
  front(pages: number, kept: number | null): void {
    if (this.profile.numbering === 'per-section') {
      if (pages > 0) this.run('roman', '', this.romans + 1, pages);
      this.romans += pages;
      return;
    }
    const isKept = kept !== null && kept > 0 && this.profile.late === 'insert-letter';
    this.plain(isKept ? Math.min(pages, kept) : pages);
    if (isKept) this.insert(Math.max(0, pages - kept));
  }

  beginSection(letter: string): void {
    if (this.profile.numbering !== 'per-section') return;
    this.sections.set(this.prefix, this.number);
    this.prefix = letter;
    this.set(this.sections.get(letter) ?? 0);
  }

  item({ pageCount, late, kept }: { pageCount: number; late?: boolean; kept?: number | null }): void {
    const lettered = this.profile.late === 'insert-letter';
    if (lettered && late && this.number > 0) {
      this.insert(pageCount);
      return;
    }
    // Numbers of what was taken out stay free; where the order was changed the number can't be kept.
    if (lettered && kept !== null && kept !== undefined && kept > this.number) this.set(kept - 1);
    this.plain(pageCount);
  }

  /** The runs of the volume that ends here. */
  take(): LabelRun[] {
    const { runs } = this;
    this.runs = [];
    this.page = 0;
    return runs;
  }

  private set(number: number): void {
    this.number = number;
    this.inserted = 0;
  }

  private plain(pages: number): void {
    if (pages === 0) return;
    this.run('decimal', this.prefix, this.number + 1, pages);
    this.set(this.number + pages);
  }

  /** 12A, 12B …; past 12Z each label is written out, for a PDF would go on with 12AA, 12BB. */
  private insert(pages: number): void {
    const prefix = `${this.prefix}${this.number}`;
    for (let i = 0; i < pages; i++) {
      this.inserted += 1;
      if (this.inserted <= 26) this.run('Letters', prefix, this.inserted, 1);
      else this.run('none', prefix + sectionLetter(this.inserted - 1), 1, 1);
    }
  }

  private run(style: LabelRun['style'], prefix: string, start: number, pages: number): void {
    const last = this.runs.at(-1);
    const fromPage = this.page + 1;
    this.page += pages;
    const continues =
      last !== undefined &&
      style !== 'none' &&
      last.style === style &&
      last.prefix === prefix &&
      last.start + fromPage - last.fromPage === start;
    if (!continues) this.runs.push({ fromPage, style, prefix, start });
  }
}

/** A … Z, AA, AB …: annexures and sections are lettered alike. */
export function sectionLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : sectionLetter(Math.floor(index / 26) - 1) + letter;
}

const NUMERALS: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number in lower-case roman numerals, as a PDF's page labels write it. */
export function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, numerals] of NUMERALS) {
    text += numerals.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}
