import { dictOf, isDict, type PdfDict, type PdfStream, type PdfValue, Ref } from './values.ts';

/**
 * What must not travel from a source into a bundle: scripts, actions that start or send something, embedded files,
 * contents fetched from elsewhere, private data of other programs, and metadata of parts.
 */
const FORBIDDEN_ACTIONS: ReadonlyMap<string, DroppedKind> = new Map([
  ['JavaScript', 'script'],
  ['Launch', 'launch'],
  ['SubmitForm', 'external'],
  ['ImportData', 'external'],
  ['ResetForm', 'form'],
  ['GoToR', 'external'],
  ['GoToE', 'embedded-file'],
  ['Rendition', 'media'],
  ['Movie', 'media'],
  ['Sound', 'media'],
  ['RichMediaExecute', 'media'],
]);

/** What was left out of the bundle, by kind, for the report. */
export type DroppedKind =
  | 'script'
  | 'launch'
  | 'external'
  | 'embedded-file'
  | 'media'
  | 'form'
  | 'signature'
  | 'metadata'
  | 'private-data'
  | 'tags'
  | 'threads'
  | 'dead-link'
  | 'dead-bookmark'
  | 'annotation';

/** The names that make the scanner hand a value to the parser; what happens to it is decided by `launder`. */
const WATCHED = [
  ...FORBIDDEN_ACTIONS.keys(),
  ...['JS', 'AA', 'AF', 'EF', 'RF', 'F', 'FFilter', 'FDecodeParms', 'PieceInfo', 'Metadata', 'OPI', 'Ref', 'Crypt'],
  ...['EmbeddedFile', 'StructParent', 'StructParents'],
];
// Most names are refused by their length and first byte alone.
const FIRST_LOOK = new Uint8Array(32 * 256);
const WATCHED_BY_LOOK = new Map<number, Buffer[]>();
for (const name of WATCHED) {
  const look = name.length * 256 + name.charCodeAt(0);
  FIRST_LOOK[look] = 1;
  WATCHED_BY_LOOK.set(look, [...(WATCHED_BY_LOOK.get(look) ?? []), Buffer.from(name, 'latin1')]);
}

/** True when the name of `length` bytes at `start` is watched. */
export function isWatched(bytes: Buffer, start: number, length: number): boolean {
  if (length === 0 || length >= 32) return false;
  const look = length * 256 + bytes[start]!;
  if (FIRST_LOOK[look] === 0) return false;
  return WATCHED_BY_LOOK.get(look)!.some((name) => name.compare(bytes, start, start + length) === 0);
}

/** The kind of a forbidden action, or null for a dictionary that is none. */
export function forbiddenAction(dict: PdfDict): DroppedKind | null {
  const type = dict.get('S');
  if (typeof type !== 'string') return null;
  if (type === 'JavaScript' || (dict.has('JS') && type !== 'Rendition')) return 'script';
  // A sound or movie dictionary proper has no /S; a halftone or a group has, with other values.
  return FORBIDDEN_ACTIONS.get(type) ?? null;
}

type Deref = (value: PdfValue | undefined) => PdfValue;

/**
 * What kind of thing the entry of a dictionary is that must be left out, or null to keep it. Names such as /AA or /EF
 * may also be names of fonts and images in resources, so the value is looked at.
 */
export function forbiddenEntry(key: string, value: PdfValue, deref: Deref): DroppedKind | null {
  switch (key) {
    case 'PieceInfo':
      return 'private-data';
    case 'Metadata':
      return 'metadata';
    case 'OPI':
      return isResource(deref(value)) ? null : 'external';
    case 'StructParent':
    case 'StructParents':
      return typeof deref(value) === 'number' ? 'tags' : null;
    case 'AA':
    case 'EF':
    case 'RF':
    case 'AF':
      return isResource(deref(value)) ? null : key === 'AA' ? 'script' : 'embedded-file';
    case 'Ref':
      return isReferenceXObject(deref(value)) ? 'external' : null;
    default:
      return null;
  }
}

/** A font, an image, a pattern or another resource, as against a plain dictionary of actions or files. */
function isResource(value: PdfValue): boolean {
  const dict = dictOf(value);
  if (!dict) return typeof value === 'string';
  const type = dict.get('Type');
  const plain = isDict(value) && type === undefined && dict.get('Subtype') === undefined && !looksLikeResource(dict);
  return !(plain || type === 'Filespec' || type === 'EmbeddedFile' || type === 'Action');
}

function looksLikeResource(dict: PdfDict): boolean {
  return dict.has('PatternType') || dict.has('ShadingType') || dict.has('BaseFont') || dict.has('FunctionType');
}

function isReferenceXObject(value: PdfValue): boolean {
  return isDict(value) && value.has('F') && value.has('Page');
}

/** True for a stream whose bytes are in another file, or that is an embedded file. */
export function forbiddenStream(stream: PdfStream): DroppedKind | null {
  if (stream.dict.get('Type') === 'EmbeddedFile') return 'embedded-file';
  const elsewhere = stream.dict.get('F');
  return elsewhere instanceof Ref || isDict(elsewhere) || Buffer.isBuffer(elsewhere) ? 'external' : null;
}
