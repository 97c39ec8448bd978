import type { DroppedKind } from './launder.ts';

/** Bytes that can be read at any place, synchronously: a file, or an encrypted blob that is deciphered in chunks. */
export interface ByteSource {
  readonly size: number;
  /** Reads up to `length` bytes at `position` into `into` at `offset`; how many came, 0 at the end. */
  read(into: Uint8Array, offset: number, length: number, position: number): number;
  close?(): void;
}

/** Takes the bundle from first byte to last. The bytes are the caller's again when `write` returns. */
export interface ByteSink {
  write(bytes: Uint8Array): void;
}

/** One source of the bundle. */
export interface AssemblyItem {
  readonly id: string;
  /** `front` is our own typeset matter (cover, index, dividers): its `misl-item:` links are made into jumps. */
  readonly kind: 'front' | 'document';
  open(): ByteSource;
  readonly password?: string;
  /** The pages taken, from 0, in the order given; all of them when left out. */
  readonly pages?: readonly number[];
  /** Degrees clockwise, a multiple of 90, added to what the source says: for all pages, or by page of the source. */
  readonly rotate?: number | Readonly<Record<number, number>>;
  /** Whether the source's own bookmarks are nested under this item's first and deepest entry in the outline; yes when left out. */
  readonly keepOutline?: boolean;
}

export type StampPosition = 'top-left' | 'top-centre' | 'top-right' | 'bottom-left' | 'bottom-centre' | 'bottom-right';

/** Text printed on a page of the bundle, upright as the page is displayed. */
export interface Stamp {
  readonly text: string;
  readonly position: StampPosition;
  /** In points as displayed; smaller on pages that are too small for it. */
  readonly size: number;
  readonly bold?: boolean;
  /** From the edges of the visible page, in points; 18 when left out. */
  readonly margin?: number;
}

/** Page labels from page `from` (counted from 0) on, as viewers show them: prefix and number. */
export interface LabelRange {
  readonly from: number;
  /** 1 2 3, i ii iii, I II III, a b c, A B C, or no number at all. */
  readonly style: 'decimal' | 'roman' | 'Roman' | 'letters' | 'Letters' | 'none';
  readonly prefix?: string;
  /** The first number; 1 when left out. */
  readonly start?: number;
}

/** An entry of the bundle's outline. */
export interface OutlineEntry {
  readonly title: string;
  readonly itemId: string;
  /** A page of the item as it stands in the bundle, from 0; the first when left out. */
  readonly pageInItem?: number;
  readonly open?: boolean;
  readonly children?: readonly OutlineEntry[];
}

/** How a page is shown when a link or bookmark is followed; `inherit` leaves the reader's zoom alone. */
export type Zoom = 'inherit' | 'page' | 'width' | { readonly percent: number };

export interface AssemblyPlan {
  readonly items: readonly AssemblyItem[];
  /**
   * How many pages the items of kind `front` have together: the first of the bundle are kept for them, and they are opened
   * after all others. Items are taken in their order when left out.
   */
  readonly frontPages?: number;
  /** The stamps of page `index` of the bundle, from 0. */
  readonly stamps?: (index: number) => readonly Stamp[];
  readonly labels?: readonly LabelRange[];
  readonly outline?: readonly OutlineEntry[];
  /** Of links from the front matter and of the outline; `inherit` when left out. */
  readonly zoom?: Zoom;
  /** How the bundle opens; left to the viewer when left out. */
  readonly openAction?: Zoom;
  readonly title?: string;
  /** BCP 47. */
  readonly lang?: string;
  /** Something that names the inputs, such as the hash of a manifest: it goes into the file's identifier. */
  readonly fingerprint?: string;
}

/** Why a source could not be taken. */
export type SkipReason =
  | 'missing'
  | 'empty'
  | 'not-a-pdf'
  | 'needs-password'
  | 'wrong-password'
  | 'encryption-unsupported'
  | 'no-pages'
  | 'unreadable';

export type SourceProblemCode =
  | 'rebuilt'
  | 'repaired'
  | 'decrypted'
  | 'signed'
  | 'dynamic-form'
  | 'portfolio'
  | 'missing-appearance'
  | 'page-tree-damaged'
  | 'page-unreadable'
  | 'page-missing'
  | 'page-lost'
  | 'content-damaged'
  | 'object-unreadable'
  | 'link-target-missing'
  | 'too-many-annotations'
  | 'stamp-does-not-fit'
  | 'stamp-text-unsupported';

/** Something about a source that the user should know although it was taken. */
export interface SourceProblem {
  readonly code: SourceProblemCode;
  /** A page of the source, from 0, where it is about one. */
  readonly page?: number;
  readonly detail?: string;
  /** How many times, where more than once. */
  readonly count: number;
}

export interface AssembledItem {
  readonly id: string;
  /** Pages of the bundle, from 0; `lastPage` is included. */
  readonly firstPage: number;
  readonly lastPage: number;
  readonly problems: readonly SourceProblem[];
}

/** A link of the front matter as it was written: from a page of the bundle to a page of the bundle, both from 0. */
export interface FrontLink {
  readonly page: number;
  readonly target: number;
}

export interface AssemblyReport {
  readonly pages: number;
  readonly bytes: number;
  readonly items: readonly AssembledItem[];
  readonly skipped: readonly { readonly id: string; readonly reason: SkipReason; readonly message: string }[];
  readonly dropped: readonly { readonly id: string; readonly what: DroppedKind; readonly count: number }[];
  readonly frontLinks: readonly FrontLink[];
}

/** A source that can't be taken; `message` names no path and may be shown. */
export class SourceFailure extends Error {
  readonly reason: SkipReason;

  constructor(reason: SkipReason, message: string) {
    super(message);
    this.name = 'SourceFailure';
    this.reason = reason;
  }
}
