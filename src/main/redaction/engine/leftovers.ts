import { openSource } from '#main/bundles/assembler/open.ts';
import type { ByteSource } from '#main/bundles/assembler/types.ts';
import { Malformed, type PdfDict, PdfStream, type PdfValue } from '#main/bundles/assembler/values.ts';
import { type Term, termIn } from '#shared/domain/redaction/terms.ts';
import { textOf } from './content-model.ts';
import { findInDocument } from './redact.ts';

/** Where a term is left in a document. */
export interface Leftover {
  readonly term: string;
  /** From 1; null where it is no page's. */
  readonly page: number | null;
  readonly where: string;
}

const MAX_STREAM = 256 * 1024 * 1024;
/** Shorter words stand by chance in the bytes of fonts and packed data. */
const SHORTEST_IN_BYTES = 5;

/**
 * Opens a redacted document as a stranger would and looks for the terms: in the text of its pages by glyphs, in every
 * string of every object, and in the unpacked bytes of every stream, as plain text, UTF-16 and hexadecimal.
 */
export function leftoversIn(source: ByteSource, terms: readonly Term[]): Leftover[] {
  if (terms.length === 0) return [];
  const found: Leftover[] = findInDocument(source, terms).places.map(({ page, term }) => ({
    term,
    page,
    where: 'the text of the page',
  }));
  const { file } = openSource(source, undefined, () => {});
  const patterns = terms.flatMap(patternsOf);
  for (let num = 1; num <= file.table.highest; num++) {
    const value = file.get(num);
    for (const text of stringsIn(value)) {
      const term = termIn(text, terms);
      if (term) found.push({ term: term.text, page: null, where: `a string of object ${num}` });
    }
    if (!(value instanceof PdfStream) || file.entry(value.dict, 'Subtype') === 'Image') continue;
    let bytes: Buffer;
    try {
      bytes = file.data(value, MAX_STREAM);
    } catch (error) {
      if (error instanceof Malformed) continue;
      throw error;
    }
    const text = bytes.toString('latin1').toLowerCase();
    const pattern = patterns.find((each) => text.includes(each.bytes));
    if (pattern) found.push({ term: pattern.term, page: null, where: `the bytes of object ${num}` });
  }
  return found;
}

/** How a term looks in bytes, in small letters. */
function patternsOf({ text, folded }: Term): { term: string; bytes: string }[] {
  if (folded.length < SHORTEST_IN_BYTES) return [];
  const plain = text.toLowerCase();
  const wide = Buffer.from(plain, 'utf16le').swap16();
  const forms = [Buffer.from(plain, 'utf8').toString('latin1'), wide.toString('latin1'), wide.toString('hex')];
  if (/^[\x20-\xff]*$/.test(plain)) {
    // Capitals at the beginnings of words are how names are written; in hexadecimal they are other bytes.
    for (const cased of [plain, text, text.toUpperCase()]) forms.push(Buffer.from(cased, 'latin1').toString('hex'));
    forms.push(plain);
  }
  return [...new Set(forms)].map((bytes) => ({ term: text, bytes }));
}

/** The strings in a value, as text. Lookups of colours and the like are strings too; they spell nothing. */
function* stringsIn(value: PdfValue, depth = 0): Generator<string> {
  if (depth > 40) return;
  if (Buffer.isBuffer(value)) yield textOf(value);
  else if (Array.isArray(value)) for (const each of value) yield* stringsIn(each, depth + 1);
  else {
    const dict: PdfDict | null = value instanceof PdfStream ? value.dict : value instanceof Map ? value : null;
    if (dict) for (const each of dict.values()) yield* stringsIn(each, depth + 1);
  }
}
