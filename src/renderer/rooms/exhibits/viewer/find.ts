/** One place where the words that are sought stand: the page, and which of the hits on that page it is. */
export interface Hit {
  page: number;
  nth: number;
}

interface Folded {
  text: string;
  /** For each character of `text`, where it stood. */
  at: number[];
}

/** Without accents, case and doubled white space; marks of direction are left out. */
export function fold(text: string): Folded {
  let folded = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    if (/\s/.test(letter)) {
      if (folded !== '' && !folded.endsWith(' ')) {
        folded += ' ';
        at.push(i);
      }
      continue;
    }
    const plain = letter
      .normalize('NFKD')
      .replace(/[\p{M}\u200c-\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
      .toLowerCase();
    for (const each of plain) {
      folded += each;
      at.push(i);
    }
  }
  return { text: folded, at };
}

/** Where a query stands in a text: first and last position of each hit, the last one past its end. */
export function findIn(text: string, query: string): [number, number][] {
  const sought = fold(query).text.trim();
  if (sought === '') return [];
  const { text: folded, at } = fold(text);
  const found: [number, number][] = [];
  for (let i = folded.indexOf(sought); i >= 0; i = folded.indexOf(sought, i + sought.length)) {
    found.push([at[i]!, at[i + sought.length - 1]! + 1]);
  }
  return found;
}

/** All hits of a query in the pages of a file, in their order. */
export function hitsIn(pages: readonly { page: number; text: string }[], query: string): Hit[] {
  return pages.flatMap(({ page, text }) => findIn(text, query).map((_, nth) => ({ page, nth })));
}

/** The hits of a query in what stands under an element, as ranges to be painted. */
export function rangesIn(root: Element, query: string): Range[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node: node as Text, start: text.length });
    // Lines of a page end between two nodes.
    text += `${(node as Text).data}\n`;
  }
  const placeOf = (position: number): [Text, number] | null => {
    const found = nodes.findLast(({ start }) => start <= position);
    return found ? [found.node, Math.min(position - found.start, found.node.length)] : null;
  };
  return findIn(text, query).flatMap(([from, to]) => {
    const [start, end] = [placeOf(from), placeOf(to - 1)];
    if (!start || !end) return [];
    const range = document.createRange();
    range.setStart(...start);
    range.setEnd(end[0], Math.min(end[1] + 1, end[0].length));
    return [range];
  });
}

/** Paints ranges by name, without touching what is on the page; see `::highlight` in the style. */
export function paint(name: 'misl-hit' | 'misl-hit-now', ranges: Iterable<Range>) {
  CSS.highlights.set(name, new Highlight(...ranges));
}
