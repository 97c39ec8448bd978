/**
 * A document as a tree of typed blocks: what drafts, indexes and prints are before they become a Word file or pages.
 * It holds meaning, never markup: both renderers put every string out as text.
 */
export interface BlockDocument {
  meta: DocumentMeta;
  blocks: Block[];
}

export type Lang = 'en' | 'ur';

export interface DocumentMeta {
  title: string;
  lang: Lang;
  page: PageGeometry;
  font: DocumentFont;
  /** Point size of the text; other sizes follow from it. */
  size: number;
  /** Line height as a multiple of a single line: 1, 1.5. */
  spacing: number;
  /** Running head, start and end side; null for none. */
  header: { start: string; end: string } | null;
  footer: {
    /** `of`: "Page 2 of 9"; `plain`: the number alone. */
    numbers: 'of' | 'plain' | 'none';
    /** Prints "Draft: check before filing" until the document is final. */
    draft: boolean;
    note: string | null;
  };
  /** The number printed on the first page. */
  firstPage: number;
}

/** Lengths in millimetres. */
export interface PageGeometry {
  size: 'a4' | 'legal' | 'letter';
  landscape: boolean;
  top: number;
  bottom: number;
  /** The bound edge: left in English, right in Urdu. */
  binding: number;
  outer: number;
}

export type DocumentFont = 'Tinos' | 'Source Serif 4' | 'Source Sans 3';

export interface TextRun {
  kind: 'text';
  text: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  /** Second to the text around it: grey and smaller. */
  quiet?: boolean;
  mono?: boolean;
  /** Urdu is set right to left in Nastaliq, with its dates and numbers kept in order. */
  lang?: Lang;
}

/** What is missing: printed as `[● label]` on a coloured ground, never as silent emptiness. */
export interface BlankRun {
  kind: 'blank';
  id: string;
  label: string;
}

/** A live reference to a numbered paragraph, by its id: renumbers when paragraphs move. */
export interface RefRun {
  kind: 'ref';
  target: string;
}

/** A live reference to an annexure, by its id; `dangling` where the list has none of that id. */
export interface AnnexureRun {
  kind: 'annexure';
  target: string;
}

/** A date, number or code that keeps its order inside right-to-left text. */
export interface IsolateRun {
  kind: 'ltr';
  text: string;
  bold?: boolean;
}

export interface LinkRun {
  kind: 'link';
  href: string;
  text: string;
}

export interface BreakRun {
  kind: 'break';
}

export type Inline = TextRun | BlankRun | RefRun | AnnexureRun | IsolateRun | LinkRun | BreakRun;

export type Align = 'start' | 'center' | 'end' | 'justify';

export interface Heading {
  kind: 'heading';
  /** 1 the document's own title, 2 a part, 3 a division of it. */
  level: 1 | 2 | 3;
  content: Inline[];
  align?: Align;
  underline?: boolean;
}

export interface Paragraph {
  kind: 'para';
  content: Inline[];
  align?: Align;
  lang?: Lang;
  /** Kept on one page with what follows. */
  keepNext?: boolean;
  /** Steps of indentation from the start side. */
  indent?: number;
  /** Space after it: none, or the usual. */
  tight?: boolean;
  /** `note`: smaller, for sources and remarks. */
  look?: 'body' | 'note';
}

/** A paragraph that carries a number of its own. The number is counted by the renderer, never typed. */
export interface Numbered {
  kind: 'numbered';
  /** Unique in the document: what a `ref` points at. */
  id: string;
  /** Counting starts again with each list. */
  list: string;
  /** 0: `1.`, 1: `(a)`, 2: `(i)`. */
  level: 0 | 1 | 2;
  content: Inline[];
  lang?: Lang;
  keepNext?: boolean;
}

export interface Quotation {
  kind: 'quote';
  content: Inline[];
  source: Inline[] | null;
  lang?: Lang;
}

/** The title of a cause: those on one side, "Versus", those on the other. */
export interface Parties {
  kind: 'parties';
  first: { entries: Inline[][]; role: string };
  second: { entries: Inline[][]; role: string };
  versus: string;
}

export interface Column {
  header: string;
  /** Share of the width. */
  width: number;
  align?: Align;
}

export interface TableRow {
  cells: Inline[][];
  /** How many columns each cell takes; one each where it is left out. */
  spans?: number[];
  /** One cell over the whole width, as the head of a part. */
  part?: boolean;
  /** A ground that marks the row. */
  marked?: boolean;
}

export interface Table {
  kind: 'table';
  columns: Column[];
  rows: TableRow[];
  /** `grid`: ruled all round, as courts like an index; `lines`: hairlines between rows. */
  look: 'grid' | 'lines';
}

/** The relief sought: a lead, lettered items, and what closes it. */
export interface Prayer {
  kind: 'prayer';
  id: string;
  heading: string;
  lead: Inline[];
  items: Inline[][];
  close: Inline[] | null;
}

export interface Verification {
  kind: 'verification';
  heading: string;
  content: Inline[];
  signatory: Inline[];
}

export interface Signature {
  kind: 'signature';
  /** What stands at the start side: place and date. */
  left: Inline[][];
  /** The signatory's lines under the rule, and what each is. */
  right: Inline[][];
  /** Counsel's lines, after "Through". */
  through: { label: string; lines: Inline[][] } | null;
}

export interface AnnexureItem {
  id: string;
  mark: string;
  title: string;
  date: string | null;
  pages: string | null;
  form: string | null;
}

/** The list of annexures, which annexure references take their marks from. */
export interface Annexures {
  kind: 'annexures';
  heading: string;
  items: AnnexureItem[];
}

export interface PageBreak {
  kind: 'page-break';
}

/** Empty lines; `rule` draws a double rule, as under a title. */
export interface Space {
  kind: 'space';
  lines: number;
  rule?: boolean;
}

export interface Picture {
  kind: 'picture';
  mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  bytes: Uint8Array;
  alt: string;
  /** Millimetres; null for the width of the text, never more than the picture has. */
  width: number | null;
}

export type Block =
  | Heading
  | Paragraph
  | Numbered
  | Quotation
  | Parties
  | Table
  | Prayer
  | Verification
  | Signature
  | Annexures
  | PageBreak
  | Space
  | Picture;

/** Something that a template needed and the snapshot lacks. */
export interface Blank {
  /** The same id as that of the run in the text. */
  id: string;
  label: string;
  /** Where it is filled in: a path into the snapshot, `parties.<id>.cnic`, `prayers`, `verification.place`. */
  where: string;
}
