import type { SourceHandle } from '#main/bundles/handles.ts';
import type { Seal } from '#main/sealed-file.ts';

/** A document that is to be made into pictures of its pages, as it crosses to another thread. */
export interface ImagingInput {
  handle: SourceHandle;
  name: string;
  password: string | undefined;
  /** Pixels to the inch; a page that is too large for it gets fewer. */
  dpi: number;
  /** The file that is written. */
  into: string;
  seal: Seal;
  /** Of use only where more pages than these can be drawn; 0 where all are welcome. */
  beyond: number;
}

/** What became of the pages; pages from 1. */
export interface Imaged {
  pages: number;
  /** Pages that were drawn at fewer pixels to the inch, with how many. */
  coarser: { page: number; dpi: number }[];
  /** Pages that were longer than a PDF's may be, and are smaller now. */
  shrunk: number[];
  /** Pages on which nothing is to be seen: empty ones, or lost. */
  empty: number[];
  /** Pages that could not be drawn, or not to the end. */
  unfinished: number[];
  /** Pages of whose signs some could not be told, so that they stand in the picture alone. */
  untold: number[];
}

/** Why there are none: it asks for a password; nothing can be opened; nothing can be seen on any page; it is too large, or takes
 * too long; it has no more pages than are there without. */
export type NotImaged = 'locked' | 'closed' | 'nothing-shown' | 'too-large' | 'too-slow' | 'no-more';

export type ImagingOutcome = { made: Imaged } | { refused: NotImaged };
