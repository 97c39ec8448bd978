/** How much of a page's beginning is sought in the source, in letters and figures. */
const ANCHOR = 24;
/** Less than this stands in too many places. */
const LEAST = 8;
/** How many of a page's first lines are tried, until one is found. */
const TRIED = 5;

interface Bare {
  text: string;
  /** Where each of its characters stood. */
  at: number[];
}

/**
 * Only what comes out of a typeset page as it went in: Latin letters and figures. Joined scripts (Urdu in Nastaliq) do
 * not: their shapes are drawn, and what is read back from those is no text.
 */
function bare(text: string): Bare {
  const at: number[] = [];
  let kept = '';
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!.toLowerCase();
    if (!/[a-z0-9]/.test(letter)) continue;
    kept += letter;
    at.push(i);
  }
  return { text: kept, at };
}

/**
 * The text of a file by the pages that were typeset from it: the words are those of the file, and only where each page
 * begins is taken from the pages. A beginning that can't be found stays on the page before.
 * @param typeset the words read back from each page, whose first line is the running head
 */
export function textByPage(
  source: string,
  typeset: readonly { page: number; text: string }[],
): { page: number; text: string }[] {
  const { text, at } = bare(source);
  const starts: { page: number; from: number }[] = [{ page: 1, from: 0 }];
  let sought = 0;
  for (const { page, text: read } of typeset) {
    if (page === 1) continue;
    for (const line of read.split('\n').slice(1, 1 + TRIED)) {
      const anchor = bare(line).text.slice(0, ANCHOR);
      const found = anchor.length < LEAST ? -1 : text.indexOf(anchor, sought);
      if (found < 0) continue;
      sought = found + anchor.length;
      starts.push({ page, from: at[found]! });
      break;
    }
  }
  return starts
    .map(({ page, from }, i) => ({ page, text: source.slice(from, starts[i + 1]?.from).trim() }))
    .filter((each) => each.text !== '');
}
