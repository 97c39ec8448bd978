import { drawField } from '#main/bundles/assembler/appearance.ts';
import { fieldOf } from '#main/bundles/assembler/field.ts';
import type { PdfFile } from '#main/bundles/assembler/file.ts';
import { overlaps, transformBox } from '#main/bundles/assembler/matrix.ts';
import { literal, numberText } from '#main/bundles/assembler/serialise.ts';
import { FONT_NAMES } from '#main/bundles/assembler/stamps.ts';
import { isDict, type PdfDict, PdfStream, type PdfValue } from '#main/bundles/assembler/values.ts';
import { type Term, termIn } from '#shared/domain/redaction/terms.ts';
import { numbers, textOf } from './content-model.ts';
import type { Copier } from './copy.ts';
import type { Area } from './find.ts';
import { fineText } from './fine-text.ts';
import type { Layers } from './layers.ts';
import { readBox } from './page.ts';

const HIDDEN = 2;
const NO_VIEW = 32;
const MAX_ANNOTATIONS = 20_000;

/** The annotations of a page: what is seen of them as content, and the links. */
export interface Annotations {
  readonly content: Buffer;
  readonly resources: PdfDict;
  readonly links: readonly PdfDict[];
  /** How many were turned into content or left out, and how many of those were files. */
  readonly count: number;
  readonly files: number;
  /** Seen by a viewer that draws them itself, and lost. */
  readonly undrawn: number;
}

/**
 * What is seen of a page's annotations and form fields becomes part of its content, and is redacted as such: notes,
 * replies, field values and actions have no place in a redacted copy.
 */
export function readAnnotations(file: PdfFile, layers: Layers, page: PdfDict): Annotations {
  const list = file.entry(page, 'Annots');
  const forms: PdfDict = new Map();
  const links: PdfDict[] = [];
  const lines: string[] = [];
  let count = 0;
  let files = 0;
  let undrawn = 0;
  for (const each of Array.isArray(list) ? list.slice(0, MAX_ANNOTATIONS) : []) {
    const dict = file.deref(each);
    if (!isDict(dict)) continue;
    const subtype = file.entry(dict, 'Subtype');
    const flags = file.entry(dict, 'F');
    const unseen = typeof flags === 'number' && (flags & (HIDDEN | NO_VIEW)) !== 0;
    if (subtype === 'Link' && !unseen) links.push(dict);
    else count++;
    if (subtype === 'FileAttachment') files++;
    if (unseen || subtype === 'Popup' || layers.hides(dict.get('OC'))) continue;
    const appearance = appearanceOf(file, dict);
    const line = appearance && placement(file, dict, appearance, `A${forms.size}`);
    if (line) {
      forms.set(`A${forms.size}`, appearance);
      lines.push(line);
    } else if (!appearance && subtype !== 'Link') {
      const made = subtype === 'Widget' ? madeUp(file, dict) : null;
      if (made) lines.push(made);
      else if (!isEmptyField(file, dict, subtype)) undrawn++;
    }
  }
  return {
    content: Buffer.from(lines.join('\n'), 'latin1'),
    resources: new Map([
      ['XObject', forms],
      ['Font', new Map([[FONT_NAMES.regular, HELVETICA]])],
    ]),
    links,
    count,
    files,
    undrawn,
  };
}

const HELVETICA: PdfDict = new Map([
  ['Type', 'Font'],
  ['Subtype', 'Type1'],
  ['BaseFont', 'Helvetica'],
  ['Encoding', 'WinAnsiEncoding'],
]);

/** The value of a field that has no look of its own, drawn as viewers draw it. */
function madeUp(file: PdfFile, dict: PdfDict): string | null {
  const rect = readBox(file, file.entry(dict, 'Rect'));
  const drawn = rect && drawField(file, dict);
  if (!drawn) return null;
  return `q 1 0 0 1 ${fineText(rect[0])} ${fineText(rect[1])} cm ${drawn.matrix ? `${drawn.matrix} cm` : ''} ${drawn.content} Q`;
}

/** A field without a value shows nothing that could be lost. */
function isEmptyField(file: PdfFile, dict: PdfDict, subtype: PdfValue): boolean {
  return subtype === 'Widget' && fieldOf(file, dict) === null;
}

function appearanceOf(file: PdfFile, dict: PdfDict): PdfStream | null {
  const normal = file.entry(file.entry(dict, 'AP'), 'N');
  if (normal instanceof PdfStream) return normal;
  const state = file.entry(dict, 'AS');
  const chosen = typeof state === 'string' ? file.entry(normal, state) : null;
  return chosen instanceof PdfStream ? chosen : null;
}

/** Draws an appearance where its annotation stands (ISO 32000-1, 12.5.5, algorithm 8). */
function placement(file: PdfFile, dict: PdfDict, appearance: PdfStream, name: string): string | null {
  const rect = readBox(file, file.entry(dict, 'Rect'));
  const bbox = readBox(file, file.entry(appearance.dict, 'BBox'));
  if (!rect || !bbox) return null;
  const said = file.entry(appearance.dict, 'Matrix');
  const n = Array.isArray(said) ? numbers(said.map(file.deref)) : [];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = n.length >= 6 ? n : [];
  const [left, bottom, right, top] = transformBox([a, b, c, d, e, f], bbox);
  if (!(right > left && top > bottom)) return null;
  const [x, y] = [(rect[2] - rect[0]) / (right - left), (rect[3] - rect[1]) / (top - bottom)];
  const matrix = [x, 0, 0, y, rect[0] - left * x, rect[1] - bottom * y];
  return `q ${matrix.map(fineText).join(' ')} cm /${name} Do Q`;
}

/** A link of the copy, or null where it lies under an area, names a term or leads nowhere. */
export function linkText(
  copier: Copier,
  dict: PdfDict,
  target: string | null,
  areas: readonly Area[],
  terms: readonly Term[],
): string | null {
  const { file } = copier;
  const rect = readBox(file, file.entry(dict, 'Rect'));
  if (!rect || areas.some(({ box }) => overlaps(box, rect))) return null;
  const address = addressOf(file, dict);
  const goes = target !== null ? `/Dest ${target}` : address === null ? null : `/A<</S/URI/URI${literal(address)}>>`;
  if (goes === null || (address !== null && termIn(decoded(address), terms))) return null;
  const border = file.entry(dict, 'Border');
  const width = file.entry(file.entry(dict, 'BS'), 'W');
  const line = Array.isArray(border)
    ? copier.text(border)
    : typeof width === 'number'
      ? `[0 0 ${numberText(width)}]`
      : '';
  const colour = Array.isArray(file.entry(dict, 'C')) ? `/C ${copier.text(file.entry(dict, 'C'))}` : '';
  const box = rect.map(fineText).join(' ');
  return `<</Type/Annot/Subtype/Link/Rect[${box}]${line ? `/Border${line}` : ''}${colour}${goes}>>`;
}

function addressOf(file: PdfFile, dict: PdfDict): string | null {
  const action = file.entry(dict, 'A');
  const address: PdfValue = file.entry(action, 'S') === 'URI' ? file.entry(action, 'URI') : null;
  if (!Buffer.isBuffer(address)) return null;
  const text = textOf(address);
  return /^[\x21-\x7e]+$/.test(text) ? text : null;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
