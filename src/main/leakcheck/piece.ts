import type { LEAK_PLACES } from '#shared/contract/leakcheck.ts';

/** Where in a file a text stands. */
export type Place = (typeof LEAK_PLACES)[number];

/** A text of a file and where it stands. */
export interface Piece {
  where: Place;
  text: string;
  /** From 1, where it is on a page. */
  page?: number;
  /** The part of a container that it is in: the name of an attachment or of a file in a ZIP. */
  inside?: string;
}

/** What a reader tells while it reads. */
export interface Sink {
  /** Takes a text; the reader does not keep it. */
  piece(piece: Piece): void;
  /** Something that could not be searched, in words for the user: a file with such a part is not called clean. */
  unread(what: string): void;
  /** Something that is not searched and is no fault of the file: pictures. */
  unsearched(what: string): void;
  /** How many pages there are, and how far the reading is. */
  pages(total: number): void;
  page(done: number): void;
  /** A file inside the file: searched like one of its own, as deep as the limits allow. */
  inner(name: string, bytes: Uint8Array, where: Place): Promise<void>;
}
