import { problem } from '../../problem.ts';
import { type LabelRun, LabelRuns, pageLabel, sectionLetter } from './labels.ts';
import type { BundleProfile } from './profile.ts';

/**
 * The plan of a bundle: which page of which source stands where, and what is printed on it. Pure data, so that index,
 * outline, labels, links and printed numbers are one computation and cannot disagree.
 */

export interface PlanItem {
  id: string;
  title: string;
  /** `YYYY-MM-DD`; null where it is undated. */
  date: string | null;
  /** How many pages the item gives, after a choice of pages. */
  pageCount: number;
  /** Bytes, about; what a limit on the size of a volume is counted with. */
  size?: number;
  /** It came after the bundle had been served. */
  late?: boolean;
  /** The number, without prefix or letter, that its first page bore when the bundle was served; null where it was not there. */
  kept?: number | null;
}

export interface PlanSection {
  id: string;
  title: string;
  items: PlanItem[];
  /** Where a section is spread over volumes, or others are left out: the letter that it has in the whole. */
  letter?: string;
}

export interface PlannedItem extends PlanItem {
  /** The item's serial number over the whole bundle, from 1. */
  serial: number;
  /** Pages of the file, from 1. */
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

export interface BundlePlan {
  frontPages: number;
  pages: number;
  sections: PlannedSection[];
  labels: LabelRun[];
}

/** What the last version that was served had before its first document: numbers that stay taken. */
export interface KeptFront {
  frontPages: number;
}

/**
 * Plans a bundle in one file, whose cover and index take `frontPages` pages.
 * @throws ProblemError `bundle-empty` where there is no page to bind
 */
export function planBundle(
  sections: PlanSection[],
  frontPages: number,
  profile: BundleProfile,
  kept: KeptFront | null = null,
): BundlePlan {
  return planVolumes([sections], [frontPages], profile, kept)[0]!;
}

/**
 * Plans the volumes of a bundle, each a file of its own with its own front pages; the numbers run through them as the
 * profile has it, and so do the serial numbers.
 *
 * @param fronts the pages of cover and index of each volume
 * @throws ProblemError `bundle-empty` where a volume has no page but these
 */
export function planVolumes(
  volumes: readonly PlanSection[][],
  fronts: readonly number[],
  profile: BundleProfile,
  kept: KeptFront | null = null,
): BundlePlan[] {
  const labels = new LabelRuns(profile);
  let serial = 0;
  return volumes.map((sections, v) => {
    const frontPages = fronts[v]!;
    labels.beginVolume(v);
    labels.front(frontPages, v === 0 ? (kept?.frontPages ?? null) : null);
    let page = frontPages;
    const planned = sections.map((section, s) => {
      const letter = section.letter ?? sectionLetter(s);
      labels.beginSection(letter);
      const items = section.items.map((item) => {
        const firstPage = page + 1;
        page += item.pageCount;
        serial += 1;
        labels.item(item);
        return { ...item, serial, firstPage, lastPage: page };
      });
      return { id: section.id, title: section.title, letter, items };
    });
    if (page === frontPages) {
      throw problem('bundle-empty', 'This bundle has no pages yet.', {
        hint: 'Add an exhibit, an order or a draft to one of its sections.',
      });
    }
    const runs = labels.take();
    const label = (at: number) => pageLabel({ labels: runs }, at);
    return {
      frontPages,
      pages: page,
      labels: runs,
      sections: planned.map(({ items, ...section }) => ({
        ...section,
        items: items.map((item) => ({
          ...item,
          firstLabel: item.pageCount > 0 ? label(item.firstPage) : '',
          lastLabel: item.pageCount > 0 ? label(item.lastPage) : '',
        })),
      })),
    };
  });
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
