import type { PdfFile } from '#main/bundles/assembler/file.ts';
import type { PageEntry } from '#main/bundles/assembler/page-tree.ts';
import type { PdfDict } from '#main/bundles/assembler/values.ts';
import type { Term } from '#shared/domain/redaction/terms.ts';
import { type Annotations, readAnnotations } from './annotations.ts';
import { contentOf, startWalk } from './content-model.ts';
import { acrossPages, type Collector, collect, type Place } from './find.ts';
import type { Fonts } from './font.ts';
import type { Layers } from './layers.ts';
import { type Page, readPage } from './page.ts';

/** A document that is open for reading page by page. */
export interface OpenDocument {
  readonly file: PdfFile;
  readonly pages: readonly PageEntry[];
  readonly fonts: Fonts;
  readonly layers: Layers;
}

/** Content with the resources that it names: that of the page, and the looks of its annotations. */
export type Parts = readonly (readonly [Buffer, PdfDict])[];

/** A page with all that is drawn on it. */
export interface ReadPage {
  /** From 1. */
  readonly number: number;
  readonly page: Page;
  readonly annotations: Annotations;
  readonly parts: Parts;
  readonly collector: Collector;
  /** Parts of terms that begin on the page before or go on on the next. */
  readonly seams: readonly Place[];
}

/** The pages of a document, one after the other, each read once and one ahead. */
export function* readPages(open: OpenDocument, terms: readonly Term[]): Generator<ReadPage> {
  let current = open.pages.length > 0 ? readOne(open, 0) : null;
  let begun: readonly Place[] = [];
  while (current) {
    const next: Omit<ReadPage, 'seams'> | null =
      current.number < open.pages.length ? readOne(open, current.number) : null;
    const [ending, going] = next ? acrossPages(current.collector, next.collector, terms) : [[], []];
    yield { ...current, seams: [...begun, ...ending] };
    begun = going;
    current = next;
  }
}

function readOne({ file, pages, fonts, layers }: OpenDocument, index: number): Omit<ReadPage, 'seams'> {
  const page = readPage(file, pages[index]!);
  const annotations = readAnnotations(file, layers, page.dict);
  const own = [contentOf(file, page.dict.get('Contents') ?? null), page.resources] as const;
  const parts: Parts = annotations.content.length > 0 ? [own, [annotations.content, annotations.resources]] : [own];
  return { number: index + 1, page, annotations, parts, collector: collect(startWalk(file, fonts, layers), parts) };
}
