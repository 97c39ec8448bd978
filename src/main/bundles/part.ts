import type { SourceHandle } from './handles.ts';

/** The pages that one file gives to a bundle. */
export interface Part {
  itemId: string;
  id: string;
  name: string;
  handle: SourceHandle;
  password: string | undefined;
  /** Which pages of it, from 0; all where it is null. */
  pages: readonly number[] | null;
  count: number;
  /** Bytes, about: of a choice of pages its share. */
  size: number;
  /** Degrees clockwise, beside what the pages say themselves. */
  turn: number;
  /** Lines in small print at the head of its pages. */
  caption: readonly string[];
}
