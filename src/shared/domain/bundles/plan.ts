import { problem } from '../../problem.ts';

/**
 * The plan of a bundle: which page of which source stands where, and what is printed on it. Pure data, so that index,
 * outline, labels, links and printed numbers are one computation and cannot disagree.
 */

/** `continuous`: 1, 2, 3 … from the first page; `per-section`: A1, A2 … B1, B2 …, the front pages in roman. */
export type Numbering = 'continuous' | 'per-section';

export interface BundleProfile {
  id: string;
  numbering: Numbering;
  /** Stands before every number of a bundle that is numbered in one run: `A` gives A1, A2 … */
  prefix?: string | undefined;
}

export interface PlanItem {
  id: string;
  title: string;
  /** `YYYY-MM-DD`; null where it is undated. */
  date: string | null;
  /** How many pages the item gives, after a choice of pages. */
  pageCount: number;
}

export interface PlanSection {
  id: string;
  title: string;
  items: PlanItem[];
}

export interface PlannedItem extends PlanItem {
  /** The item's serial number over the whole bundle, from 1. */
  serial: number;
  /** PDF pages, from 1. */
  firstPage: number;
  lastPage: number;
  /** The numbers printed on its first and last page. */
  firstLabel: string;
  lastLabel: string;
}

export interface PlannedSection {
  id: string;
  title: string;
  /** A, B, C … */
  letter: string;
  items: PlannedItem[];
}

/** A run of pages that are numbered alike, as a PDF's page labels say it. */
export interface LabelRun {
  /** The first page of the run, from 1. */
  fromPage: number;
  style: 'decimal' | 'roman';
  prefix: string;
  start: number;
}

export interface BundlePlan {
  frontPages: number;
  pages: number;
  sections: PlannedSection[];
  labels: LabelRun[];
}

/**
 * Plans a bundle whose cover and index take `frontPages` pages.
 * @throws ProblemError `bundle-empty` where there is no page to bind
 */
export function planBundle(sections: PlanSection[], frontPages: number, profile: BundleProfile): BundlePlan {
  const perSection = profile.numbering === 'per-section';
  const prefix = profile.prefix ?? '';
  const labels: LabelRun[] = perSection
    ? [{ fromPage: 1, style: 'roman', prefix: '', start: 1 }]
    : [{ fromPage: 1, style: 'decimal', prefix, start: 1 }];
  let page = frontPages;
  let serial = 0;
  const planned = sections.map((section, s) => {
    const letter = sectionLetter(s);
    const before = page;
    if (perSection && section.items.some(({ pageCount }) => pageCount > 0)) {
      labels.push({ fromPage: page + 1, style: 'decimal', prefix: letter, start: 1 });
    }
    const items = section.items.map((item) => {
      const firstPage = page + 1;
      page += item.pageCount;
      serial += 1;
      const label = (at: number) => (perSection ? `${letter}${at - before}` : `${prefix}${at}`);
      return { ...item, serial, firstPage, lastPage: page, firstLabel: label(firstPage), lastLabel: label(page) };
    });
    return { id: section.id, title: section.title, letter, items };
  });
  if (page === frontPages) {
    throw problem('bundle-empty', 'This bundle has no pages yet.', {
      hint: 'Add an exhibit, an order or a draft to one of its sections.',
    });
  }
  return { frontPages, pages: page, sections: planned, labels };
}

/** What is printed on a page of the bundle, from 1. */
export function pageLabel(plan: BundlePlan, page: number): string {
  const run = plan.labels.findLast(({ fromPage }) => fromPage <= page)!;
  const number = page - run.fromPage + run.start;
  return run.prefix + (run.style === 'roman' ? roman(number) : number);
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
  for (const [value, letters] of NUMERALS) {
    text += letters.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}

/**
 * Reads a choice of pages: `1-3, 5, 9-`.
 * @param pageCount how many pages the source has
 * @returns page numbers from 0, in the order written; null for all
 * @throws ProblemError `bad-pages` where it can't be read or names a page that isn't there
 */
export function readPages(choice: string | null, pageCount: number): number[] | null {
  if (choice === null || choice.trim() === '') return null;
  const pages: number[] = [];
  for (const part of choice.split(/[,;]/)) {
    const found = /^\s*(\d{1,6})\s*(?:([-–])\s*(\d{1,6})?)?\s*$/.exec(part);
    const from = Number(found?.[1]);
    const to = found?.[2] ? Number(found[3] ?? pageCount) : from;
    if (!found || from < 1 || to < from || to > pageCount) {
      throw problem('bad-pages', `“${choice}” is no choice of pages of a document of ${pageCount}.`, {
        field: 'pages',
        hint: 'Write it like 1-3, 5, 9-.',
      });
    }
    for (let page = from; page <= to; page++) pages.push(page - 1);
  }
  return pages;
}
