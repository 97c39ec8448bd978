import { runsOf } from '#shared/domain/page-runs.ts';

/** The pages that are chosen of an item, from 1; all where nothing is said. */
export function chosenPages(choice: string | null, count: number): Set<number> {
  const all = new Set(Array.from({ length: count }, (_, i) => i + 1));
  if (choice === null || choice.trim() === '') return all;
  const chosen = new Set<number>();
  for (const part of choice.split(/[,;]/)) {
    const found = /^\s*(\d+)\s*(?:([-–])\s*(\d+)?)?\s*$/.exec(part);
    if (!found) return all;
    const from = Number(found[1]);
    const to = found[2] ? Number(found[3] ?? count) : from;
    for (let page = from; page <= Math.min(to, count); page++) chosen.add(page);
  }
  return chosen;
}

/** A choice of pages as it is written, `1-3, 5`; null for all. Nothing can't be chosen: the item would be taken out instead. */
export function writeChoice(chosen: ReadonlySet<number>, count: number): string | null {
  const pages = [...chosen].filter((page) => page >= 1 && page <= count).sort((a, b) => a - b);
  if (pages.length === 0 || pages.length === count) return null;
  return runsOf(pages)
    .map(([from, to]) => (from === to ? String(from) : `${from}-${to}`))
    .join(', ');
}
