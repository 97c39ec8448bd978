import type { PdfFile } from '#main/bundles/assembler/file.ts';
import type { Box, Matrix } from '#main/bundles/assembler/matrix.ts';
import { Malformed, type PdfDict, PdfStream, type PdfValue } from '#main/bundles/assembler/values.ts';
import type { FontGlyph, FontReader, Fonts } from './font.ts';
import type { Point } from './geometry.ts';
import type { Layers } from './layers.ts';
import type { Operator } from './operators.ts';

/** A glyph where it stands on its page, in the page's own units. */
export interface PlacedGlyph extends FontGlyph {
  /** Its place among all glyphs of the page, the same each time the page is walked. */
  readonly index: number;
  readonly from: Point;
  readonly to: Point;
  /** The size of the font on the page. */
  readonly size: number;
  readonly box: Box;
  /** Drawn without ink: the text layer of a scan. */
  readonly invisible: boolean;
  /** The stretch of replacement text that it stands in; -1 for none. */
  readonly span: number;
}

/** What is shown by one operator: glyphs, and numbers that move what follows. */
export type Shown = PlacedGlyph | number;

/** A path in the units of its content, as a list of `m l c h re` with their numbers. */
export interface PathPart {
  readonly op: 'm' | 'l' | 'c' | 'h' | 're';
  readonly n: readonly number[];
}

export interface State {
  ctm: Matrix;
  font: FontReader | null;
  size: number;
  charSpace: number;
  wordSpace: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  lineWidth: number;
}

/** A piece of content that stands inside another one. */
export interface Nested {
  readonly kind: 'form' | 'mask' | 'pattern';
  readonly stream: PdfStream;
  readonly resources: PdfDict;
  readonly state: State;
}

/** What is done with the operators of a page: finding, or writing anew. */
export interface Target {
  /** `hidden` text takes its place and is not seen. */
  show(op: Operator, items: readonly Shown[], state: State, hidden: boolean): void;
  path(parts: readonly PathPart[], paint: string, clip: 'W' | 'W*' | null, state: State, hidden: boolean): void;
  image(stream: PdfStream, state: State): void;
  inlineImage(operator: Operator, state: State): void;
  /** Content within content; `walk` goes through it with another target. */
  nested(content: Nested, name: string, walk: (target: Target) => void): void;
  span(text: string, index: number): void;
  endSpan(): void;
  /** Any other operator that means something. `hidden` content draws nothing. */
  other(op: Operator, state: State, resources: PdfDict): void;
  shading(op: Operator, state: State, resources: PdfDict): void;
}

/** What one page's walk has in common, through all that is nested in it. */
export interface Walk {
  readonly file: PdfFile;
  readonly fonts: Fonts;
  readonly layers: Layers;
  glyphs: number;
  spans: number;
  operators: number;
  readonly inside: Set<number>;
}

const MAX_CONTENT = 64 * 1024 * 1024;

export function startWalk(file: PdfFile, fonts: Fonts, layers: Layers): Walk {
  return { file, fonts, layers, glyphs: 0, spans: 0, operators: 0, inside: new Set() };
}

export function startState(ctm: Matrix): State {
  return {
    ctm,
    font: null,
    size: 0,
    charSpace: 0,
    wordSpace: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    lineWidth: 1,
  };
}

/** The bytes of a page's content streams in one piece, with a line end between them. What can't be unpacked is noted. */
export function contentOf(file: PdfFile, contents: PdfValue): Buffer {
  const said = file.deref(contents);
  const parts: Buffer[] = [];
  let total = 0;
  for (const each of Array.isArray(said) ? said : [said]) {
    const stream = file.deref(each);
    if (!(stream instanceof PdfStream)) continue;
    const bytes = unpacked(file, stream);
    total += bytes.length;
    if (total > MAX_CONTENT) throw new Malformed('content that is too large');
    parts.push(bytes, Buffer.from('\n'));
  }
  return Buffer.concat(parts);
}

function unpacked(file: PdfFile, stream: PdfStream): Buffer {
  try {
    return file.data(stream, MAX_CONTENT);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    // What nobody can read is not handed on either.
    file.noted('content-damaged', error.message);
    return Buffer.alloc(0);
  }
}

export function numbers(values: readonly PdfValue[]): number[] {
  return values.filter((value): value is number => typeof value === 'number');
}

export function matrixOf(n: readonly number[]): Matrix {
  return [n[0]!, n[1]!, n[2]!, n[3]!, n[4]!, n[5]!];
}

/** A text string (ISO 32000-1, 7.9.2): UTF-16 or UTF-8 where it says so, otherwise of single bytes. */
export function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  return bytes.toString('latin1');
}
