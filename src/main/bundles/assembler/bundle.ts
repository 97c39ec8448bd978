import { numberText, refList } from './serialise.ts';
import { FONT_NAMES } from './stamps.ts';
import type { AssemblyPlan, Zoom } from './types.ts';
import type { PdfWriter } from './writer.ts';

const KIDS = 64;

/** A link of the front matter, whose target may come later in the bundle than the link. */
export interface PendingLink {
  readonly num: number;
  /** The annotation without its destination and closing brackets. */
  readonly text: string;
  readonly page: number;
  readonly itemId: string;
  readonly pageInItem: number;
}

/** What the bundle as a whole keeps while its sources go by one after the other: little, whatever their size. */
export interface Bundle {
  readonly writer: PdfWriter;
  readonly plan: AssemblyPlan;
  readonly catalog: number;
  readonly outlines: number;
  /** The entries of our fonts in the /Font dictionary of a page. */
  readonly fonts: string;
  /** A stream that saves the graphics state. */
  readonly save: number;
  readonly tree: PageTree;
  /** Where the pages of each item are: the first and how many. */
  readonly items: Map<string, { first: number; count: number }>;
  readonly links: PendingLink[];
  /** Layers: all, those that are off, and what says when they are shown. */
  readonly layers: { all: number[]; off: number[]; usage: string[] };
  /** The bookmarks of the sources, by the item under which they stand. */
  readonly sourceOutlines: Map<string, SourceOutline>;
}

/** The top entries of a source's own outline: written last, when their neighbours are known. */
export interface SourceOutline {
  readonly entries: readonly { readonly num: number; readonly body: string }[];
}

export function startBundle(plan: AssemblyPlan, writer: PdfWriter): Bundle {
  const catalog = writer.allocate();
  const outlines = writer.allocate();
  const regular = writer.allocate();
  const bold = writer.allocate();
  const save = writer.allocate();
  const font = (name: string) => `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`;
  writer.object(regular, font('Helvetica'));
  writer.object(bold, font('Helvetica-Bold'));
  writer.stream(save, '', Buffer.from('q\n'));
  return {
    writer,
    plan,
    catalog,
    outlines,
    fonts: `/${FONT_NAMES.regular} ${regular} 0 R/${FONT_NAMES.bold} ${bold} 0 R`,
    save,
    tree: new PageTree(writer, plan.frontPages ?? 0),
    items: new Map(),
    links: [],
    layers: { all: [], off: [], usage: [] },
    sourceOutlines: new Map(),
  };
}

/** The balanced tree of pages: leaves of 64 pages, and as many levels above as it takes. */
export class PageTree {
  private readonly writer: PdfWriter;
  /** The object numbers of the pages, in order. */
  readonly pages: number[] = [];
  private readonly leaves: number[] = [];
  /** The upper left corner of each page as displayed, in the page's own units. */
  private corners = new Float64Array(512);
  private readonly kept: number;
  private keptUsed = 0;

  /** @param kept how many pages at the head are given out by `nextKept` */
  constructor(writer: PdfWriter, kept: number) {
    this.writer = writer;
    this.kept = kept;
    for (let i = 0; i < kept; i++) this.add(writer.allocate());
  }

  /** How many of the pages that were kept are still to be had. */
  get keptPages(): number {
    return this.kept - this.keptUsed;
  }

  /** The place in the bundle, from 0, of the next page that was kept. */
  nextKept(): number {
    return this.keptUsed++;
  }

  /** Takes a page into the tree. */
  add(page: number): void {
    if (this.pages.length % KIDS === 0) this.leaves.push(this.writer.allocate());
    this.pages.push(page);
    if (this.pages.length * 2 > this.corners.length) {
      const larger = new Float64Array(this.corners.length * 2);
      larger.set(this.corners);
      this.corners = larger;
    }
    this.corners[this.pages.length * 2 - 1] = 842;
  }

  /** The object number of the node above a page of the bundle. */
  parentOf(page: number): number {
    return this.leaves[Math.floor(page / KIDS)]!;
  }

  setCorner(page: number, x: number, y: number): void {
    this.corners[page * 2] = x;
    this.corners[page * 2 + 1] = y;
  }

  /** A destination: the top of a page of the bundle. */
  destination(page: number, zoom: Zoom): string {
    const target = `[${this.pages[page]} 0 R`;
    const x = numberText(this.corners[page * 2]!);
    const y = numberText(this.corners[page * 2 + 1]!);
    if (zoom === 'page') return `${target}/Fit]`;
    if (zoom === 'width') return `${target}/FitH ${y}]`;
    return `${target}/XYZ ${x} ${y} ${zoom === 'inherit' ? 'null' : numberText(zoom.percent / 100)}]`;
  }

  /** Writes the nodes; the number of the root. */
  finish(): number {
    const { writer } = this;
    let level = this.leaves.map((num, i) => {
      const kids = this.pages.slice(i * KIDS, (i + 1) * KIDS);
      return { num, count: kids.length, kids };
    });
    while (level.length > 1) {
      const upper: typeof level = [];
      for (let i = 0; i < level.length; i += KIDS) {
        const nodes = level.slice(i, i + KIDS);
        const num = writer.allocate();
        for (const node of nodes) writeNode(writer, node, num);
        const count = nodes.reduce((sum, node) => sum + node.count, 0);
        upper.push({ num, count, kids: nodes.map((node) => node.num) });
      }
      level = upper;
    }
    const root = level[0] ?? { num: writer.allocate(), count: 0, kids: [] };
    writeNode(writer, root, 0);
    return root.num;
  }
}

function writeNode(
  writer: PdfWriter,
  node: { num: number; count: number; kids: readonly number[] },
  parent: number,
): void {
  const above = parent > 0 ? `/Parent ${parent} 0 R` : '';
  writer.object(node.num, `<</Type/Pages${above}/Count ${node.count}/Kids${refList(node.kids)}>>`);
}
