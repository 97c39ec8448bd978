import type { Align, Picture } from './blocks.ts';

/**
 * What both renderers draw: composite blocks (parties, prayer, signature, annexures) taken apart, numbers counted,
 * text cleaned and cut by script. Nothing here needs to be decided again.
 */
export interface FlatText {
  kind: 'text';
  text: string;
  urdu: boolean;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  quiet: boolean;
  mono: boolean;
}

export type FlatInline =
  | FlatText
  /** `missing` is a blank to fill in, known by its id as an address may have it; `dangling` a reference to nothing. */
  | { kind: 'blank'; label: string; why: 'missing' | 'dangling'; id: string | null }
  /** A reference to a numbered paragraph or an annexure: `anchor` is the target's, `text` what it reads now. */
  | { kind: 'ref'; anchor: string; text: string; before: string; of: 'number' | 'mark' }
  /** Text that is itself the target of references: the mark in the list of annexures. */
  | { kind: 'anchor'; anchor: string | null; text: string }
  | { kind: 'link'; href: string; runs: FlatText[] }
  | { kind: 'break' };

export interface FlatPara {
  kind: 'para';
  content: FlatInline[];
  align: Align;
  rtl: boolean;
  keepNext: boolean;
  indent: number;
  tight: boolean;
  note: boolean;
  quote: boolean;
}

export interface FlatHeading {
  kind: 'heading';
  level: 1 | 2 | 3;
  content: FlatInline[];
  align: Align;
  underline: boolean;
  rtl: boolean;
}

export type ListStyle = 'paragraphs' | 'letters';

export interface FlatNumbered {
  kind: 'numbered';
  /** Null where nothing may point at it. */
  anchor: string | null;
  list: string;
  style: ListStyle;
  level: number;
  /** Its own number and what it prints: 3 and "3." */
  value: number;
  label: string;
  content: FlatInline[];
  rtl: boolean;
  keepNext: boolean;
}

export interface FlatCell {
  paras: FlatPara[];
  span: number;
}

export interface FlatRow {
  cells: FlatCell[];
  part: boolean;
  marked: boolean;
}

export interface FlatTable {
  kind: 'table';
  widths: number[];
  /** Null where the table is only a way of placing things. */
  head: FlatCell[] | null;
  rows: FlatRow[];
  look: 'grid' | 'lines' | 'none';
  rtl: boolean;
  /** Keeps all of it on one page: parties, signatures. */
  together: boolean;
}

export type FlatBlock =
  | FlatPara
  | FlatHeading
  | FlatNumbered
  | FlatTable
  | { kind: 'page-break' }
  | { kind: 'space'; lines: number; rule: boolean }
  | Picture;
