import zlib from 'node:zlib';
import { isDict, type PdfDict, type PdfStream } from '#main/bundles/assembler/values.ts';
import type { Nested } from './content-model.ts';
import type { Copier } from './copy.ts';

/** The entries of a form, a mask's form or a pattern, with the resources that its new content uses. */
export function nestedEntries(copier: Copier, kind: Nested['kind'], { dict }: PdfStream, resources: string): string {
  const keep = (...keys: string[]) =>
    keys.map((key) => (dict.has(key) ? `/${key} ${copier.text(dict.get(key))}` : '')).join('');
  if (kind === 'pattern') {
    const kept = keep('PatternType', 'PaintType', 'TilingType', 'BBox', 'XStep', 'YStep', 'Matrix');
    return `/Type/Pattern${kept}/Resources${resources}`;
  }
  const group = copier.file.entry(dict, 'Group');
  const groupEntry = isDict(group) ? groupText(copier, group) : '';
  return `/Type/XObject/Subtype/Form${keep('BBox', 'Matrix')}${groupEntry}/Resources${resources}`;
}

/** The group of a form or a page, which says how what lies in it is mixed. */
export function groupText(copier: Copier, group: PdfDict): string {
  const kept = ['CS', 'I', 'K'].map((key) => (group.has(key) ? `/${key} ${copier.text(group.get(key))}` : ''));
  return `/Group<</S/Transparency${kept.join('')}>>`;
}

/** Writes content packed. */
export function writeStream({ writer }: Copier, num: number, entries: string, bytes: Buffer): void {
  writer.stream(num, `${entries}/Filter/FlateDecode`, zlib.deflateSync(bytes));
}
