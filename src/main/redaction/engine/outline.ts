import { type DestinationSource, targetOf } from '#main/bundles/assembler/dests.ts';
import { textString } from '#main/bundles/assembler/serialise.ts';
import { isDict, type PdfDict, type PdfValue, Ref } from '#main/bundles/assembler/values.ts';
import type { PdfWriter } from '#main/bundles/assembler/writer.ts';
import { type Term, termIn, withoutTerms } from '#shared/domain/redaction/terms.ts';
import { textOf } from './content-model.ts';

const MAX_BOOKMARKS = 50_000;
const MAX_DEPTH = 60;

interface Bookmark {
  readonly title: string;
  readonly target: string | null;
  readonly kids: Bookmark[];
}

/** Writes the bookmarks of a source without the terms; the entry of the catalogue, and in how many something went. */
export function writeBookmarks(
  open: DestinationSource,
  writer: PdfWriter,
  terms: readonly Term[],
): { text: string; changed: number } {
  const { file } = open;
  let changed = 0;
  let count = 0;
  const seen = new Set<number>();
  const read = (first: PdfValue | undefined, depth: number): Bookmark[] => {
    const out: Bookmark[] = [];
    for (let at = first; at instanceof Ref && !seen.has(at.num) && count < MAX_BOOKMARKS && depth < MAX_DEPTH; ) {
      seen.add(at.num);
      count++;
      const dict: PdfDict | PdfValue = file.get(at.num);
      if (!isDict(dict)) break;
      const said = file.entry(dict, 'Title');
      const title = Buffer.isBuffer(said) ? textOf(said) : '';
      const clean = termIn(title, terms) ? withoutTerms(title, terms) : title;
      if (clean !== title) changed++;
      out.push({ title: clean, target: targetOf(open, dict), kids: read(dict.get('First'), depth + 1) });
      at = dict.get('Next');
    }
    return out;
  };
  const outlines = file.entry(file.catalog, 'Outlines');
  const tops = isDict(outlines) ? read(outlines.get('First'), 0) : [];
  if (tops.length === 0) return { text: '', changed };
  const root = writer.allocate();
  const ends = writeLevel(writer, tops, root);
  writer.object(root, `<</Type/Outlines/First ${ends.first} 0 R/Last ${ends.last} 0 R/Count ${tops.length}>>`);
  return { text: `/Outlines ${root} 0 R`, changed };
}

function writeLevel(writer: PdfWriter, level: readonly Bookmark[], parent: number): { first: number; last: number } {
  const nums = level.map(() => writer.allocate());
  for (const [i, { title, target, kids }] of level.entries()) {
    let text = `<</Title${textString(title)}/Parent ${parent} 0 R`;
    if (target !== null) text += `/Dest ${target}`;
    if (i > 0) text += `/Prev ${nums[i - 1]} 0 R`;
    if (i + 1 < nums.length) text += `/Next ${nums[i + 1]} 0 R`;
    if (kids.length > 0) {
      const { first, last } = writeLevel(writer, kids, nums[i]!);
      text += `/First ${first} 0 R/Last ${last} 0 R/Count -${kids.length}`;
    }
    writer.object(nums[i]!, `${text}>>`);
  }
  return { first: nums[0]!, last: nums.at(-1)! };
}
