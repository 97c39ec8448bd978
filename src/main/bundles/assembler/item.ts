import type { Bundle } from './bundle.ts';
import type { Copier } from './copier.ts';
import type { PdfFile } from './file.ts';
import type { Notes } from './notes.ts';
import type { PageEntry } from './page-tree.ts';
import type { AssemblyItem } from './types.ts';
import type { PdfValue } from './values.ts';

/** A source that is being copied into the bundle. */
export interface OpenItem {
  readonly bundle: Bundle;
  readonly item: AssemblyItem;
  readonly file: PdfFile;
  readonly copier: Copier;
  readonly notes: Notes;
  /** The pages taken, in the order of the bundle: which page of the source each is, and its new object number. */
  readonly taken: readonly { readonly entry: PageEntry; readonly sourceIndex: number; readonly num: number }[];
  /** The first of these pages in the bundle. */
  readonly firstPage: number;
  /** New page numbers by old page objects and by place in the source; pages left out are in neither. */
  readonly pageByObject: ReadonlyMap<number, number>;
  readonly pageByIndex: ReadonlyMap<number, number>;
  /** Resources with our fonts, by the object they were made from. */
  readonly resources: Map<number, string>;
  /** Named destinations, read when the first is met. */
  names: Map<string, PdfValue> | null;
}
