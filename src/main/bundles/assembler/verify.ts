import type { PdfFile } from './file.ts';
import type { PageEntry } from './page-tree.ts';
import type { FrontLink } from './types.ts';
import { isDict, PdfStream, type PdfValue, Ref } from './values.ts';

/** What the bundle should be; pages from 0. */
export interface Expected {
  readonly pages: number;
  readonly items: readonly { readonly id: string; readonly firstPage: number; readonly lastPage: number }[];
  readonly links: readonly FrontLink[];
}

const MAX_PROBLEMS = 20;

/** A look at a finished bundle, page by page in order: `page` gets what stands under the page's number. */
export interface Verification {
  page(index: number, dict: PdfValue): void;
  end(): void;
}

/**
 * Sees that an opened bundle is what was planned: every page where it should be with its content, the items one after
 * another without a gap, each link of the index on its page. What is amiss goes to `problems`.
 */
export function startVerification(
  file: PdfFile,
  pages: readonly PageEntry[],
  expected: Expected,
  problems: string[],
): Verification {
  if (pages.length !== expected.pages) problems.push(`${pages.length} pages, ${expected.pages} planned`);
  const said = file.entry(file.entry(file.catalog, 'Pages'), 'Count');
  if (said !== pages.length) problems.push(`it says ${String(said)} pages and has ${pages.length}`);
  checkItems(expected, pages.length, problems);
  const sound = new Set<number>();
  return {
    page(index, dict) {
      if (problems.length < MAX_PROBLEMS && !isWhole(file, dict, sound))
        problems.push(`page ${index + 1} is not whole`);
    },
    end: () => checkLinks(file, pages, expected.links, problems),
  };
}

function checkItems({ items }: Expected, pages: number, problems: string[]): void {
  let next = 0;
  for (const { id, firstPage, lastPage } of items) {
    if (firstPage !== next || lastPage < firstPage) problems.push(`${id} is not where it was planned`);
    next = lastPage + 1;
  }
  if (next !== pages) problems.push(`the documents end at page ${next} of ${pages}`);
}

/**
 * Whether a page has its place, its box, its resources and all its content. What pages share is looked at once: `sound`
 * holds the numbers of what was found to be there.
 */
function isWhole(file: PdfFile, dict: PdfValue, sound: Set<number>): boolean {
  if (!isDict(dict)) return false;
  const is = (value: PdfValue | undefined, test: (found: PdfValue) => boolean) => {
    if (value instanceof Ref && sound.has(value.num)) return true;
    const found = test(file.deref(value));
    if (found && value instanceof Ref) sound.add(value.num);
    return found;
  };
  const said = dict.get('Contents');
  return (
    is(dict.get('Parent'), isDict) &&
    is(dict.get('Resources'), isDict) &&
    Array.isArray(dict.get('MediaBox')) &&
    (Array.isArray(said) ? said : [said]).every((part) => is(part, (found) => found instanceof PdfStream))
  );
}

function checkLinks(file: PdfFile, pages: readonly PageEntry[], links: readonly FrontLink[], problems: string[]): void {
  const indexOf = new Map(pages.map(({ num }, i) => [num, i] as const));
  const byPage = new Map<number, number[]>();
  for (const { page, target } of links) byPage.set(page, [...(byPage.get(page) ?? []), target]);
  for (const [page, wanted] of byPage) {
    const annotations = file.entry(file.get(pages[page]?.num ?? 0), 'Annots');
    const found = (Array.isArray(annotations) ? annotations : []).flatMap((each) => targetOf(file, each, indexOf));
    for (const target of wanted) {
      const at = found.indexOf(target);
      if (at < 0) problems.push(`a link on page ${page + 1} does not lead to page ${target + 1}`);
      else found.splice(at, 1);
    }
  }
}

function targetOf(file: PdfFile, annotation: PdfValue, indexOf: ReadonlyMap<number, number>): number[] {
  const target = file.entry(file.deref(annotation), 'Dest');
  const page = Array.isArray(target) && target[0] instanceof Ref ? indexOf.get(target[0].num) : undefined;
  return page === undefined ? [] : [page];
}
