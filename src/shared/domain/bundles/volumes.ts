import { roman, sectionLetter } from './labels.ts';
import type { PlanItem, PlanSection } from './plan.ts';
import type { BundleProfile } from './profile.ts';

/** How large a volume may be; null where there is no limit. */
export interface VolumeLimits {
  pages: number | null;
  bytes: number | null;
  /** Each section is a volume, and cut further only where it is too large: main papers, additional ones, the record. */
  bySection?: boolean;
}

/** The section that late documents stand in where they go to the end of a bundle numbered in one run. */
const LATE_SECTION = { id: 'misl:late', title: 'Documents added later' };

/**
 * Puts the documents that came after service where the court wants them: at the end (of the bundle, or of their section
 * where each section has its own numbers), where they belong, or into a file of their own, which comes second.
 * Every section keeps the letter that it has in the whole.
 */
export function arrangeLate<I extends PlanItem, S extends PlanSection & { items: I[] }>(
  sections: readonly S[],
  { late, numbering }: BundleProfile,
): { main: (Omit<S, 'items'> & { items: I[] })[]; separate: (Omit<S, 'items'> & { items: I[] })[] } {
  const lettered = sections.map((section, s) => ({ ...section, letter: section.letter ?? sectionLetter(s) }));
  const split = lettered.map((section) => ({
    section,
    present: section.items.filter((item) => !item.late),
    added: section.items.filter((item) => item.late),
  }));
  const isBegun = split.some(({ present }) => present.length > 0);
  // Without anything before it nothing is late.
  if (late === 'insert-letter' || !isBegun || split.every(({ added }) => added.length === 0))
    return { main: lettered, separate: [] };
  const present = split.map(({ section, present: items }) => ({ ...section, items }));
  if (late === 'separate-file') {
    const separate = split.flatMap(({ section, added }) => (added.length > 0 ? [{ ...section, items: added }] : []));
    return { main: present, separate };
  }
  if (numbering === 'per-section')
    return {
      main: split.map(({ section, present: own, added }) => ({ ...section, items: [...own, ...added] })),
      separate: [],
    };
  const added = split.flatMap((each) => each.added);
  const end = { ...lettered[0]!, ...LATE_SECTION, letter: sectionLetter(sections.length), items: added };
  return { main: [...present, end], separate: [] };
}

/**
 * Cuts a bundle into volumes at the ends of documents, never within one. A document that is larger than the limit is
 * a volume by itself.
 *
 * @param front pages and bytes that cover and index of a volume may take: room that is left for them
 */
export function splitVolumes<S extends PlanSection>(
  sections: readonly S[],
  limits: VolumeLimits,
  front: { pages: number; bytes: number },
): S[][] {
  if (limits.bySection) {
    const lettered = sections.map((section, s) => ({ ...section, letter: section.letter ?? sectionLetter(s) }));
    const filled = lettered.filter(({ items }) => items.length > 0);
    return filled.length === 0
      ? [lettered]
      : filled.flatMap((section) => splitVolumes([section], { ...limits, bySection: false }, front));
  }
  const volumes: S[][] = [];
  let open: S[] = [];
  let pages = front.pages;
  let bytes = front.bytes;
  for (const [s, section] of sections.entries()) {
    const letter = section.letter ?? sectionLetter(s);
    let part: S = { ...section, letter, items: [] };
    open.push(part);
    for (const item of section.items) {
      const size = item.size ?? 0;
      const isOver =
        (limits.pages !== null && pages + item.pageCount > limits.pages) ||
        (limits.bytes !== null && bytes + size > limits.bytes);
      if (isOver && open.some(({ items }) => items.length > 0)) {
        volumes.push(open.filter(({ items }) => items.length > 0));
        part = { ...section, letter, items: [] };
        open = [part];
        pages = front.pages;
        bytes = front.bytes;
      }
      part.items.push(item);
      pages += item.pageCount;
      bytes += size;
    }
  }
  const last = open.filter(({ items }) => items.length > 0);
  return last.length > 0 || volumes.length === 0 ? [...volumes, last.length > 0 ? last : open] : volumes;
}

/** I, II, III … as volumes are called. */
export const volumeNumeral = (number: number): string => roman(number).toUpperCase();
