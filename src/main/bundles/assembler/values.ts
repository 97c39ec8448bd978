/** A reference to an indirect object: `num gen R`. */
export class Ref {
  readonly num: number;
  readonly gen: number;

  constructor(num: number, gen: number) {
    this.num = num;
    this.gen = gen;
  }
}

/** A dictionary; its keys are without the slash. */
export type PdfDict = Map<string, PdfValue>;

/** The dictionary of a stream and where in the file its bytes begin. The bytes themselves are never held. */
export class PdfStream {
  readonly dict: PdfDict;
  readonly start: number;
  readonly num: number;
  readonly gen: number;

  constructor(dict: PdfDict, start: number, num: number, gen: number) {
    this.dict = dict;
    this.start = start;
    this.num = num;
    this.gen = gen;
  }
}

/** A value of a PDF file: a JavaScript string is a *name* (without its slash), a Buffer is a *string*. */
export type PdfValue = null | boolean | number | string | Buffer | Ref | PdfValue[] | PdfDict | PdfStream;

export function isDict(value: PdfValue | undefined): value is PdfDict {
  return value instanceof Map;
}

/** The dictionary of a dictionary or of a stream. */
export function dictOf(value: PdfValue | undefined): PdfDict | null {
  if (value instanceof PdfStream) return value.dict;
  return isDict(value) ? value : null;
}

export function isWhole(value: PdfValue | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value);
}

/** What the file says is not what the format allows. Caught where another way is left, never shown to the user. */
export class Malformed extends Error {}

/** Thrown by whoever parses a window when the bytes end too early; the window is then read again, larger. */
export const NEED_MORE = new Error('the window ends inside a token');
