/** A rectangle on a page as it is seen, in points from its upper left corner. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The least that is taken for a mark and not for a slip of the hand. */
const LEAST = 2;
/** What an arrow key moves, and by how much a new box is larger than a line of text. */
const STEP = 4;

/** The rectangle between two corners, within the page; null where it is too small to be meant. */
export function between(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  page: { width: number; height: number },
): Box | null {
  const left = Math.max(0, Math.min(x1, x2));
  const top = Math.max(0, Math.min(y1, y2));
  const width = Math.min(page.width, Math.max(x1, x2)) - left;
  const height = Math.min(page.height, Math.max(y1, y2)) - top;
  return width < LEAST || height < LEAST ? null : { left, top, width, height };
}

/** The box with which drawing by keyboard begins: as large as a word, in the middle of the page. */
export function firstBox(page: { width: number; height: number }): Box {
  const [width, height] = [Math.min(120, page.width), Math.min(18, page.height)];
  return { left: (page.width - width) / 2, top: (page.height - height) / 3, width, height };
}

/** What an arrow key makes of a box: it is moved, or with Shift made larger and smaller; null for any other key. */
export function afterKey(
  box: Box,
  key: string,
  isSizing: boolean,
  page: { width: number; height: number },
): Box | null {
  const across = key === 'ArrowRight' ? STEP : key === 'ArrowLeft' ? -STEP : 0;
  const along = key === 'ArrowDown' ? STEP : key === 'ArrowUp' ? -STEP : 0;
  if (across === 0 && along === 0) return null;
  const within = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));
  if (isSizing)
    return {
      ...box,
      width: within(box.width + across, STEP, page.width - box.left),
      height: within(box.height + along, STEP, page.height - box.top),
    };
  return {
    ...box,
    left: within(box.left + across, 0, page.width - box.width),
    top: within(box.top + along, 0, page.height - box.height),
  };
}

/** Marks as they stand in the list: those of one term together, drawn ones by themselves. */
export function grouped<M extends { id: string; page: number; term: string | null; reason: string | null }>(
  marks: readonly M[],
): { key: string; term: string | null; marks: M[]; pages: number[] }[] {
  const groups = new Map<string, M[]>();
  for (const mark of marks) {
    const key = mark.term === null ? mark.id : `term ${mark.term}`;
    groups.set(key, [...(groups.get(key) ?? []), mark]);
  }
  return [...groups].map(([key, own]) => ({
    key,
    term: own[0]!.term,
    marks: own,
    pages: [...new Set(own.map(({ page }) => page))],
  }));
}
