import { makeAppearance } from './appearance.ts';
import { targetOf } from './dests.ts';
import type { OpenItem } from './item.ts';
import { forbiddenAction } from './launder.ts';
import { hexText, nameText, refList } from './serialise.ts';
import { isDict, type PdfDict, PdfStream, type PdfValue, Ref } from './values.ts';

const MAX_ANNOTATIONS = 100_000;

/** What an annotation may bring along (ISO 32000-1, 12.5): its look and its comment, nothing that acts. */
const KEPT = new Set(
  (
    'Type Subtype Rect Contents NM M F AP AS Border C OC CA ca RC CreationDate Popup Open IRT RT Subj IT QuadPoints L LE ' +
    'IC LL LLE LLO CP Cap CO DS DA Q BE BS RD Vertices InkList Name Sy T Lang Path Rotate'
  ).split(' '),
);
/** Shown by their appearance only, once what they play or hold is gone. */
const BECOME_STAMPS = new Set(['Widget', 'RichMedia', 'Screen', 'Movie', 'Sound', '3D', 'FileAttachment']);
/** Flags of annotations (12.5.3): invisible, hidden or not viewed; printed; read-only and locked. */
const HIDDEN_FLAGS = 1 | 2 | 32;
const PRINT = 4;
const FIXED = 64 | 128;
const ALLOWED_ADDRESS = /^(https?:|mailto:|tel:)/i;
const ITEM_LINK = /^misl-item:([^#]*)(?:#(\d+))?$/;

/**
 * Writes the annotations of a page and gives its /Annots entry. Numbers are given out first, since annotations refer to
 * one another; then each is read, written and forgotten, for a page may have tens of thousands.
 */
export function writeAnnotations(open: OpenItem, page: PdfDict, pageNum: number, pageIndex: number): string {
  const { file, copier, bundle, notes } = open;
  const list = file.entry(page, 'Annots');
  if (!Array.isArray(list) || list.length === 0) return '';
  const wanted: { source: Ref | PdfDict; num: number }[] = [];
  for (const source of list) {
    if (wanted.length >= MAX_ANNOTATIONS) {
      notes.problem('too-many-annotations', String(list.length), pageIndex - open.firstPage);
      break;
    }
    if (!(source instanceof Ref)) {
      if (isDict(source)) wanted.push({ source, num: bundle.writer.allocate() });
      continue;
    }
    // An annotation that two pages name, or that was already copied for a page taken twice, belongs to this page anew.
    const earlier = copier.assigned(source.num);
    const num = earlier > 0 && !bundle.writer.isWritten(earlier) ? earlier : bundle.writer.allocate();
    copier.assign(source.num, num);
    wanted.push({ source, num });
  }
  const written: number[] = [];
  for (const { source, num } of wanted) {
    const dict = file.deref(source);
    if (bundle.writer.isWritten(num) || !isDict(dict)) continue;
    if (writeAnnotation(open, dict, num, pageNum, pageIndex)) written.push(num);
  }
  return written.length > 0 ? `/Annots${refList(written)}` : '';
}

function writeAnnotation(open: OpenItem, dict: PdfDict, num: number, pageNum: number, pageIndex: number): boolean {
  const { file, copier, bundle, notes } = open;
  const subtype = file.entry(dict, 'Subtype');
  if (typeof subtype !== 'string' || !Array.isArray(file.entry(dict, 'Rect'))) return false;
  reportActions(open, dict);
  if (BECOME_STAMPS.has(subtype)) return writeAppearance(open, dict, subtype, num, pageNum);
  let tail = '';
  if (subtype === 'Link') {
    const link = linkText(open, dict);
    if (typeof link === 'object') {
      const text = `<<${keptEntries(open, dict)}/P ${pageNum} 0 R`;
      bundle.links.push({ num, text, page: pageIndex, ...link });
      return true;
    }
    tail = link;
    if (link === '') {
      notes.dropped('dead-link');
      // A link that leads nowhere still paints its border.
      if (!isVisible(open, dict)) return false;
    }
  } else if (subtype === 'Popup') {
    const parent = dict.get('Parent');
    const above = parent instanceof Ref ? copier.assigned(parent.num) : 0;
    if (above === 0) return false;
    tail = `/Parent ${above} 0 R`;
  } else if (subtype === 'PrinterMark' || subtype === 'TrapNet') return false;
  bundle.writer.object(num, `<<${keptEntries(open, dict)}/P ${pageNum} 0 R${tail}>>`);
  return true;
}

function keptEntries(open: OpenItem, dict: PdfDict): string {
  let out = '';
  for (const [key, value] of dict) if (KEPT.has(key)) out += `${nameText(key)} ${open.copier.serialise(value)}`;
  return out;
}

/** A form field, a sound, a film: what is left of it is its look, as an annotation that can't be moved. */
function writeAppearance(open: OpenItem, dict: PdfDict, subtype: string, num: number, pageNum: number): boolean {
  const { file, copier, bundle, notes } = open;
  if (subtype === 'FileAttachment') notes.dropped('embedded-file');
  else if (subtype !== 'Widget') notes.dropped('media');
  const flags = file.entry(dict, 'F');
  const hidden = typeof flags === 'number' && (flags & HIDDEN_FLAGS) !== 0;
  if (hidden) return false;
  const look = lookOf(open, dict, subtype);
  if (look === 0) {
    if (subtype === 'Widget' && hasValue(open, dict)) notes.problem('missing-appearance');
    return false;
  }
  const layer = dict.has('OC') ? `/OC ${copier.serialise(dict.get('OC'))}` : '';
  const print = typeof flags === 'number' ? flags & PRINT : PRINT;
  const place = `/Rect ${copier.serialise(dict.get('Rect'))}/F ${print | FIXED}/P ${pageNum} 0 R`;
  const body = `/AP<</N ${look} 0 R>>${layer}`;
  bundle.writer.object(num, `<</Type/Annot/Subtype/Stamp${place}${body}>>`);
  return true;
}

/** The number in the bundle of what is shown of an annotation; 0 where that is nothing. */
function lookOf(open: OpenItem, dict: PdfDict, subtype: string): number {
  const own = normalAppearance(open, dict);
  if (own !== null) return open.copier.number(own.num);
  return subtype === 'Widget' ? makeAppearance(open, dict) : 0;
}

/** The appearance stream that is shown in the annotation's present state. */
function normalAppearance(open: OpenItem, dict: PdfDict): Ref | null {
  const { file } = open;
  const looks = file.entry(dict, 'AP');
  const normal = isDict(looks) ? looks.get('N') : undefined;
  const value = file.deref(normal);
  if (value instanceof PdfStream) return normal instanceof Ref ? normal : null;
  const state = file.entry(dict, 'AS');
  if (!isDict(value) || typeof state !== 'string') return null;
  const chosen = value.get(state);
  return chosen instanceof Ref && file.deref(chosen) instanceof PdfStream ? chosen : null;
}

function hasValue(open: OpenItem, dict: PdfDict): boolean {
  const value = open.file.entry(dict, 'V') ?? open.file.entry(open.file.entry(dict, 'Parent'), 'V');
  return value !== null && value !== 'Off' && !(Buffer.isBuffer(value) && value.length === 0);
}

/** Where a link leads, as text; empty when nowhere that may be kept; for our own front matter, the item named. */
function linkText(open: OpenItem, dict: PdfDict): string | { itemId: string; pageInItem: number } {
  const { file } = open;
  const target = targetOf(open, dict);
  if (target !== null) return `/Dest ${target}`;
  const action = file.entry(dict, 'A');
  const address = isDict(action) && file.entry(action, 'S') === 'URI' ? file.entry(action, 'URI') : null;
  if (!Buffer.isBuffer(address)) return '';
  const text = address.toString('latin1');
  const named = open.item.kind === 'front' ? ITEM_LINK.exec(text) : null;
  if (named) return { itemId: decoded(named[1]!), pageInItem: Number(named[2] ?? 0) };
  if (!ALLOWED_ADDRESS.test(text)) return '';
  return `/A<</S/URI/URI ${hexText(address)}>>`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isVisible(open: OpenItem, dict: PdfDict): boolean {
  const { file } = open;
  if (isDict(file.entry(dict, 'AP'))) return true;
  const style = file.entry(dict, 'BS');
  if (isDict(style)) return file.entry(style, 'W') !== 0;
  const border = file.entry(dict, 'Border');
  return !Array.isArray(border) || file.deref(border[2]) !== 0;
}

/** Scripts and the like go with the keys that are not kept; the report must still say so. */
function reportActions(open: OpenItem, dict: PdfDict): void {
  const { file, notes } = open;
  const count = (value: PdfValue) => {
    const what = isDict(value) ? forbiddenAction(value) : null;
    if (what) notes.dropped(what);
  };
  count(file.entry(dict, 'A'));
  count(file.entry(dict, 'PA'));
  const triggers = file.entry(dict, 'AA');
  if (isDict(triggers)) for (const action of triggers.values()) count(file.deref(action));
}
