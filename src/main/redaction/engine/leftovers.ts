import type { PdfFile } from '#main/bundles/assembler/file.ts';
import { openSource } from '#main/bundles/assembler/open.ts';
import type { ByteSource } from '#main/bundles/assembler/types.ts';
import { Malformed, type PdfDict, PdfStream, type PdfValue } from '#main/bundles/assembler/values.ts';
import { type Term, termIn } from '#shared/domain/redaction/terms.ts';
import { textOf } from './content-model.ts';
import { mappedTexts } from './map-texts.ts';
import { operators } from './operators.ts';
import { findInDocument } from './redact.ts';

/** Where a term is left in a document. */
export interface Leftover {
  readonly term: string;
  /** From 1; null where it is no page's. */
  readonly page: number | null;
  readonly where: string;
}

const MAX_STREAM = 256 * 1024 * 1024;
/** Shorter words stand by chance in codes that are no letters. */
const SHORTEST_IN_CODES = 5;
/** What the standard itself puts into strings. */
const STANDARD_STRINGS = new Set(['Adobe', 'Identity', 'UCS', 'Japan1', 'Korea1', 'KR', 'GB1', 'CNS1', 'Misl']);
/** Streams that say no words of the document: programs of fonts, colours, functions, meshes, pictures. */
const WORDLESS = ['Length1', 'FunctionType', 'ShadingType', 'N'];

/**
 * Opens a redacted document as a stranger would and looks for the terms: in the text of its pages by glyphs, in every
 * string of every object, and in the strings of every stream of content and every map to Unicode, whatever their font
 * makes of them.
 */
export function leftoversIn(source: ByteSource, terms: readonly Term[]): Leftover[] {
  if (terms.length === 0) return [];
  const found: Leftover[] = findInDocument(source, terms).places.map(({ page, term }) => ({
    term,
    page,
    where: 'the text of the page',
  }));
  const { file } = openSource(source, undefined, () => {});
  const long = terms.filter(({ folded }) => folded.length >= SHORTEST_IN_CODES);
  const look = (text: string, among: readonly Term[], where: string) => {
    const term = termIn(text, among);
    if (term) found.push({ term: term.text, page: null, where });
  };
  for (let num = 1; num <= file.table.highest; num++) {
    const value = file.get(num);
    for (const text of stringsIn(value)) look(text, terms, `a string of object ${num}`);
    if (!(value instanceof PdfStream) || isWordless(file, value)) continue;
    let bytes: Buffer;
    try {
      bytes = file.data(value, MAX_STREAM);
    } catch (error) {
      if (error instanceof Malformed) continue;
      throw error;
    }
    if (bytes.includes('begincmap')) {
      for (const [, text] of mappedTexts(bytes)) look(text, terms, `the map to Unicode ${num}`);
      continue;
    }
    for (const text of stringsOfContent(bytes)) look(text, long, `the content ${num}`);
  }
  return found;
}

function isWordless(file: PdfFile, { dict }: PdfStream): boolean {
  const subtype = file.entry(dict, 'Subtype');
  return (subtype !== null && subtype !== 'Form') || WORDLESS.some((key) => dict.has(key));
}

/** Each operator's strings as one, read as letters of one byte and of two. */
function* stringsOfContent(bytes: Buffer): Generator<string> {
  for (const { args } of operators(bytes)) {
    const parts = args.flat().filter((value): value is Buffer => Buffer.isBuffer(value));
    if (parts.length === 0) continue;
    const joined = Buffer.concat(parts);
    yield joined.toString('latin1');
    yield textOf(Buffer.concat([Buffer.from([0xfe, 0xff]), joined]));
  }
}

/** The strings in a value, as text. The colours of a palette are a string too, and spell nothing. */
function* stringsIn(value: PdfValue, depth = 0): Generator<string> {
  if (depth > 40) return;
  if (Buffer.isBuffer(value)) {
    const text = textOf(value);
    if (!STANDARD_STRINGS.has(text)) yield text;
  } else if (Array.isArray(value)) {
    if (value[0] !== 'Indexed') for (const each of value) yield* stringsIn(each, depth + 1);
  } else {
    const dict: PdfDict | null = value instanceof PdfStream ? value.dict : value instanceof Map ? value : null;
    if (dict) for (const each of dict.values()) yield* stringsIn(each, depth + 1);
  }
}
