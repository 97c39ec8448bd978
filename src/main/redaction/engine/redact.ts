import { type DestinationSource, targetOf } from '#main/bundles/assembler/dests.ts';
import { openSource } from '#main/bundles/assembler/open.ts';
import { literal, numberText, textString } from '#main/bundles/assembler/serialise.ts';
import type { ByteSink, ByteSource } from '#main/bundles/assembler/types.ts';
import { isDict, type PdfDict, type PdfValue } from '#main/bundles/assembler/values.ts';
import { PdfWriter } from '#main/bundles/assembler/writer.ts';
import { type Term, termIn } from '#shared/domain/redaction/terms.ts';
import { linkText } from './annotations.ts';
import { drawBoxes } from './boxes.ts';
import { startState, startWalk, textOf, type Walk } from './content-model.ts';
import { Copier } from './copy.ts';
import { type Area, type Findings, findOnPage } from './find.ts';
import { fineText } from './fine-text.ts';
import { Fonts } from './font.ts';
import { FontCopier } from './font-copy.ts';
import { ImageWriter } from './images.ts';
import { Layers } from './layers.ts';
import { groupText, writeStream } from './nested-text.ts';
import { writeBookmarks } from './outline.ts';
import { type Page, type SeenBox, toPage, toSeen } from './page.ts';
import { type OpenDocument, type Parts, readPages } from './read-pages.ts';
import type { Removed } from './removed.ts';
import { Rewriter, type Rewriting } from './rewrite.ts';
import { type Unsearched, unsearchedOn } from './unsearched.ts';
import { walkContent } from './walk.ts';

/** A rectangle to be redacted. */
export interface Mark extends SeenBox {
  /** From 1. */
  readonly page: number;
  readonly reason: string | null;
}

export interface RedactionPlan {
  readonly source: ByteSource;
  readonly password?: string | undefined;
  readonly terms: readonly Term[];
  readonly marks: readonly Mark[];
  /** Printed in the boxes over terms; null for none. */
  readonly reason: string | null;
  /** Places found by reading the result, in the units of their page. */
  readonly further?: ReadonlyMap<number, readonly Area[]>;
  readonly onPage?: (done: number, total: number) => void;
}

export interface Redacted {
  readonly pages: number;
  /** Pages from 1; a mark that was drawn has no term. */
  readonly redactions: readonly { readonly page: number; readonly term: string | null; readonly count: number }[];
  readonly removed: Removed;
  /** What the user should know, in sentences. */
  readonly notes: readonly string[];
  /** Pages that show what could not be searched for terms. */
  readonly unsearched: readonly { readonly page: number; readonly why: Unsearched }[];
  /** Of each page, from 1, what went, in its own units. */
  readonly areas: ReadonlyMap<number, readonly Area[]>;
}

/** Where the terms stand in a document, without changing anything. */
export interface FoundPlace extends SeenBox {
  readonly page: number;
  readonly term: string;
}

const MAX_LANG = 35;

/**
 * Writes a new document without the terms and without whatever lies under them or under the marks: text, lines, parts of
 * pictures, annotations, links. What no reader sees goes whole: hidden layers, metadata, attached files, scripts, form
 * fields (their looks stay), structure, earlier revisions.
 *
 * @throws SourceFailure when the source can't be opened; Malformed when a page can't be read
 */
export async function redact(plan: RedactionPlan, sink: ByteSink): Promise<Redacted> {
  const notes = new Set<string>();
  const { file, pages } = openSource(plan.source, plan.password, (code) => {
    if (NOTED[code]) notes.add(NOTED[code]);
  });
  const fonts = new Fonts(file);
  const layers = new Layers(file);
  const document: OpenDocument = { file, pages, fonts, layers };
  const writer = new PdfWriter(sink);
  const copier = new Copier(file, writer, plan.terms);
  const removed = countWhole(file.catalog, file.trailer.get('Info'), file.entry.bind(file), layers.hidden);
  const fontCopier = new FontCopier(fonts, layers, plan.terms);
  const job: Rewriting = {
    copier,
    images: new ImageWriter(copier, removed),
    removed,
    forms: new Map(),
    font: (said) => fontCopier.text(job, said),
  };
  const [catalog, tree, info, boxFont] = [1, 2, 3, 4].map(() => writer.allocate()) as [number, number, number, number];
  writer.object(boxFont, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
  const nums = pages.map(() => writer.allocate());
  const open: DestinationSource = {
    file,
    pageByObject: new Map(pages.map(({ num }, i) => [num, nums[i]!])),
    pageByIndex: new Map(nums.map((num, i) => [i, num])),
    names: null,
  };
  const redactions: Redacted['redactions'][number][] = [];
  const unsearched: Redacted['unsearched'][number][] = [];
  const areasByPage = new Map<number, readonly Area[]>();
  for (const { number, page, annotations: seen, parts, collector, seams } of readPages(document, plan.terms)) {
    const marks = plan.marks.filter((mark) => mark.page === number);
    const drawn: Area[] = [
      ...marks.map((mark) => ({ box: toPage(page.view, mark), term: null, reason: mark.reason })),
      ...(plan.further?.get(number) ?? []),
    ];
    const why = plan.terms.length > 0 ? unsearchedOn(collector, page.view.visible) : null;
    if (why !== null) unsearched.push({ page: number, why });
    const findings = findOnPage(collector, plan.terms, drawn, plan.reason, seams);
    const rewriter = rewritePage(job, startWalk(file, fonts, layers), parts, findings);
    rewriter.add('Q');
    if (findings.areas.length > 0) drawBoxes(rewriter, findings.areas, page.view, boxFont);
    const links: string[] = [];
    for (const dict of seen.links) {
      const text = linkText(copier, dict, targetOf(open, dict), findings.areas, plan.terms);
      if (text === null) removed.links++;
      else links.push(text);
    }
    removed.annotations += seen.count;
    removed.attachments += seen.files;
    if (page.dict.has('Thumb')) removed.thumbnails++;
    if (seen.undrawn > 0) notes.add(UNDRAWN);
    const content = writer.allocate();
    writeStream(copier, content, '', rewriter.bytes);
    writer.object(nums[number - 1]!, pageText(copier, page, tree, content, rewriter, links));
    await job.images.drain();
    copier.drain();
    if (findings.areas.length > 0) areasByPage.set(number, findings.areas);
    for (const [term, count] of findings.counts) redactions.push({ page: number, term, count });
    if (marks.length > 0) redactions.push({ page: number, term: null, count: marks.length });
    plan.onPage?.(number, pages.length);
  }
  const bookmarks = writeBookmarks(open, writer, plan.terms);
  removed.bookmarks = bookmarks.changed;
  writer.object(tree, `<</Type/Pages/Count ${nums.length}/Kids[${nums.map((num) => `${num} 0 R`).join(' ')}]>>`);
  writer.object(
    catalog,
    `<</Type/Catalog/Pages ${tree} 0 R${bookmarks.text}${labelsText(copier, plan.terms)}${languageText(copier)}>>`,
  );
  writer.object(info, `<</Producer ${textString('Misl')}>>`);
  writer.finish(catalog, info, JSON.stringify([plan.terms.map(({ folded }) => folded), plan.marks, plan.reason]));
  if (removed.imagesWhole > 0) notes.add(WHOLE_PICTURES);
  return { pages: nums.length, redactions, removed, notes: [...notes], unsearched, areas: areasByPage };
}

/** Finds terms without writing anything. */
export function findInDocument(
  source: ByteSource,
  terms: readonly Term[],
  password?: string,
): { pages: number; places: FoundPlace[] } {
  const { file, pages } = openSource(source, password, () => {});
  const document: OpenDocument = { file, pages, fonts: new Fonts(file), layers: new Layers(file) };
  const places: FoundPlace[] = [];
  for (const { number, page, collector, seams } of readPages(document, terms)) {
    const { areas } = findOnPage(collector, terms, [], null, seams);
    for (const { box, term } of areas) places.push({ page: number, term: term!, ...toSeen(page.view, box) });
  }
  return { pages: pages.length, places };
}

function rewritePage(job: Rewriting, walk: Walk, parts: Parts, findings: Findings): Rewriter {
  const rewriter = new Rewriter(job, findings);
  rewriter.add('q');
  for (const [i, [bytes, resources]] of parts.entries()) {
    if (i > 0) rewriter.add('Q q');
    walkContent(walk, bytes, resources, startState([1, 0, 0, 1, 0, 0]), rewriter);
  }
  return rewriter;
}

function pageText(
  copier: Copier,
  { dict, view }: Page,
  tree: number,
  content: number,
  rewriter: Rewriter,
  links: readonly string[],
): string {
  const box = (key: string, values: readonly number[] | null) =>
    values ? `/${key}[${values.map(fineText).join(' ')}]` : '';
  const group = copier.file.entry(dict, 'Group');
  return [
    `<</Type/Page/Parent ${tree} 0 R`,
    box('MediaBox', view.media),
    box('CropBox', view.crop),
    view.rotate ? `/Rotate ${view.rotate}` : '',
    view.unit === 1 ? '' : `/UserUnit ${numberText(view.unit)}`,
    isDict(group) ? groupText(copier, group) : '',
    `/Resources${rewriter.resources.text}/Contents ${content} 0 R`,
    links.length > 0 ? `/Annots[${links.join('')}]` : '',
    '>>',
  ].join('');
}

type Entry = (dict: PdfValue | undefined, key: string) => PdfValue;

/** What goes whole, whether or not it names a term. */
function countWhole(catalog: PdfDict | null, info: PdfValue | undefined, entry: Entry, hidden: number): Removed {
  const names = entry(catalog, 'Names');
  const size = (value: PdfValue) => {
    const list = entry(value, 'Names');
    if (Array.isArray(list)) return list.length / 2;
    const kids = entry(value, 'Kids');
    return Array.isArray(kids) ? kids.length : 0;
  };
  const fields = entry(entry(catalog, 'AcroForm'), 'Fields');
  const opening = entry(catalog, 'OpenAction');
  const has = (value: PdfValue) => (value === null ? 0 : 1);
  return {
    glyphs: 0,
    paths: 0,
    images: 0,
    imagesWhole: 0,
    hidden: 0,
    annotations: 0,
    links: 0,
    bookmarks: 0,
    fields: Array.isArray(fields) ? fields.length : 0,
    attachments: Math.ceil(size(entry(names, 'EmbeddedFiles'))),
    scripts: Math.ceil(size(entry(names, 'JavaScript'))) + (isDict(opening) ? 1 : 0) + has(entry(catalog, 'AA')),
    metadata: (info === undefined ? 0 : 1) + has(entry(catalog, 'Metadata')),
    layers: hidden,
    thumbnails: 0,
    structure: has(entry(catalog, 'StructTreeRoot')),
  };
}

/** Page labels, without a prefix that names a term. */
function labelsText({ file }: Copier, terms: readonly Term[]): string {
  const list = file.entry(file.entry(file.catalog, 'PageLabels'), 'Nums');
  if (!Array.isArray(list)) return '';
  const out: string[] = [];
  for (let i = 0; i + 1 < list.length; i += 2) {
    const [from, dict] = [file.deref(list[i]), file.deref(list[i + 1])];
    if (typeof from !== 'number' || !isDict(dict)) continue;
    const [style, start, prefix] = ['S', 'St', 'P'].map((key) => file.entry(dict, key));
    let text = '';
    if (typeof style === 'string' && /^[DRrAa]$/.test(style)) text += `/S/${style}`;
    if (typeof start === 'number') text += `/St ${numberText(start)}`;
    if (Buffer.isBuffer(prefix) && !termIn(textOf(prefix), terms)) text += `/P${textString(textOf(prefix))}`;
    out.push(`${numberText(from)}<<${text}>>`);
  }
  return out.length > 0 ? `/PageLabels<</Nums[${out.join('')}]>>` : '';
}

function languageText({ file }: Copier): string {
  const said = file.entry(file.catalog, 'Lang');
  const text = Buffer.isBuffer(said) ? textOf(said) : '';
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(text) && text.length <= MAX_LANG ? `/Lang${literal(text)}` : '';
}

const NOTED: Readonly<Record<string, string>> = {
  rebuilt: 'The file was damaged and its table of contents was rebuilt.',
  decrypted: 'The file was encrypted; the copy is not encrypted.',
  signed: 'The file carries a digital signature, which no copy keeps.',
  'content-damaged': 'Some content could not be unpacked. It is not in the copy.',
  'page-tree-damaged': 'The list of its pages was damaged; those that were found are in the copy.',
};
const UNDRAWN =
  'Some annotations or form fields have no look of their own in the file. Viewers that draw them by themselves showed them; the copy does not.';
const WHOLE_PICTURES = 'Pictures that could not be unpacked to take a part out were taken out whole.';
