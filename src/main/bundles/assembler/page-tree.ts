import type { PdfFile } from './file.ts';
import { SourceFailure } from './types.ts';
import { dictOf, isDict, type PdfDict, type PdfValue, Ref } from './values.ts';

const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];
const MAX_DEPTH = 100;
const MAX_PAGES = 200_000;

/** A page of a source: by its object number, or its dictionary where that stands in the tree itself. */
export interface PageEntry {
  /** 0 when it is no object of its own. */
  readonly num: number;
  readonly direct: PdfDict | null;
  readonly inherited: ReadonlyMap<string, PdfValue>;
  /** The tree has a place for it, and it is not there: shown blank, so that the pages after it keep their numbers. */
  readonly lost?: boolean;
}

interface Visit {
  readonly node: PdfValue;
  readonly inherited: ReadonlyMap<string, PdfValue>;
  readonly depth: number;
}

/**
 * The pages of a file in order, and the object numbers of the nodes above them. Loops are cut, false counts ignored. A
 * page that is named and not there counts as lost where the tree's own count says that it should be.
 */
export function walkPages(file: PdfFile): { pages: PageEntry[]; nodes: number[] } {
  const pages: PageEntry[] = [];
  const nodes: number[] = [];
  const seen = new Set<number>();
  const root = file.catalog?.get('Pages');
  const todo: Visit[] = root === undefined ? [] : [{ node: root, inherited: new Map(), depth: 0 }];
  for (let visit = todo.pop(); visit; visit = todo.pop()) {
    const { node, inherited, depth } = visit;
    const num = node instanceof Ref ? node.num : 0;
    const dict = dictOf(file.deref(node));
    if (!dict) {
      file.noted('page-tree-damaged');
      if (num > 0) pages.push({ num: 0, direct: new Map(), inherited, lost: true });
      continue;
    }
    const kids = file.entry(dict, 'Kids');
    const type = file.entry(dict, 'Type');
    if (Array.isArray(kids) && (type !== 'Page' || !dict.has('Contents'))) {
      if (num > 0 && seen.has(num)) {
        file.noted('page-tree-damaged');
        continue;
      }
      seen.add(num);
      if (num > 0) nodes.push(num);
      const passed = inherit(dict, inherited);
      if (depth >= MAX_DEPTH) continue;
      for (let i = kids.length - 1; i >= 0; i--) todo.push({ node: kids[i]!, inherited: passed, depth: depth + 1 });
    } else if (type !== 'Pages' || (depth > 0 && (dict.has('Contents') || dict.has('MediaBox')))) {
      pages.push({ num, direct: num > 0 ? null : dict, inherited });
      if (pages.length > MAX_PAGES) throw new SourceFailure('unreadable', 'This document says it has too many pages.');
    }
  }
  const found = pages.filter(({ lost }) => !lost);
  const said = file.entry(dictOf(file.deref(root)), 'Count');
  const isMissed = found.length > 0 && typeof said === 'number' && said >= pages.length;
  return { pages: isMissed ? pages : found, nodes };
}

function inherit(dict: PdfDict, inherited: ReadonlyMap<string, PdfValue>): ReadonlyMap<string, PdfValue> {
  const own = INHERITED.filter((key) => dict.has(key));
  return own.length === 0 ? inherited : new Map([...inherited, ...own.map((key) => [key, dict.get(key)!] as const)]);
}

/** Pages that were found by scanning only, when there is no tree to them. */
export function loosePages(file: PdfFile, numbers: readonly number[]): PageEntry[] {
  return numbers.filter((num) => isDict(file.get(num))).map((num) => ({ num, direct: null, inherited: new Map() }));
}
