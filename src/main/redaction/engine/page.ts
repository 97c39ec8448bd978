import type { PdfFile } from '#main/bundles/assembler/file.ts';
import type { Box } from '#main/bundles/assembler/matrix.ts';
import type { PageEntry } from '#main/bundles/assembler/page-tree.ts';
import { dictOf, type PdfDict, type PdfValue } from '#main/bundles/assembler/values.ts';
import { boxOf, type Point } from './geometry.ts';

/** A rectangle of a page as it is seen: points from its upper left corner, upright. */
export interface SeenBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How a page is shown: which part of it, turned how, and how large its units are. */
export interface PageView {
  readonly media: Box;
  readonly crop: Box | null;
  readonly visible: Box;
  readonly rotate: 0 | 90 | 180 | 270;
  readonly unit: number;
}

/** A page of a source with the entries that it inherits. */
export interface Page {
  readonly dict: PdfDict;
  readonly view: PageView;
  readonly resources: PdfDict;
}

const DEFAULT_BOX: Box = [0, 0, 612, 792];

export function readPage(file: PdfFile, entry: PageEntry): Page {
  const dict = entry.direct ?? dictOf(file.get(entry.num)) ?? new Map<string, PdfValue>();
  const get = (key: string) => file.deref(dict.get(key) ?? entry.inherited.get(key));
  const media = readBox(file, get('MediaBox')) ?? DEFAULT_BOX;
  const said = readBox(file, get('CropBox'));
  const inside: Box | null = said && [
    Math.max(said[0], media[0]),
    Math.max(said[1], media[1]),
    Math.min(said[2], media[2]),
    Math.min(said[3], media[3]),
  ];
  const crop = inside && inside[2] > inside[0] && inside[3] > inside[1] ? inside : null;
  const turn = get('Rotate');
  const rotate = ((((typeof turn === 'number' ? Math.round(turn / 90) * 90 : 0) % 360) + 360) % 360) as
    | 0
    | 90
    | 180
    | 270;
  const unit = file.entry(dict, 'UserUnit');
  return {
    dict,
    view: {
      media,
      crop,
      visible: crop ?? media,
      rotate: [0, 90, 180, 270].includes(rotate) ? rotate : 0,
      unit: typeof unit === 'number' && unit > 0 && unit < 1e6 ? unit : 1,
    },
    resources: dictOf(get('Resources')) ?? new Map(),
  };
}

export function readBox(file: PdfFile, value: PdfValue): Box | null {
  if (!Array.isArray(value)) return null;
  const [a, b, c, d] = value.map((item) => file.deref(item));
  if (![a, b, c, d].every((each) => typeof each === 'number' && Number.isFinite(each))) return null;
  const box = boxOf([
    [a as number, b as number],
    [c as number, d as number],
  ]);
  return box[2] > box[0] && box[3] > box[1] ? box : null;
}

/** A rectangle as it is seen, in the units of the page. */
export function toPage({ visible, rotate, unit }: PageView, { left, top, width, height }: SeenBox): Box {
  const place = ([x, y]: Point): Point => {
    const [a, b] = [x / unit, y / unit];
    if (rotate === 90) return [visible[0] + b, visible[1] + a];
    if (rotate === 180) return [visible[2] - a, visible[1] + b];
    if (rotate === 270) return [visible[2] - b, visible[3] - a];
    return [visible[0] + a, visible[3] - b];
  };
  return boxOf([place([left, top]), place([left + width, top + height])]);
}

/** A box of the page as it is seen. */
export function toSeen({ visible, rotate, unit }: PageView, box: Box): SeenBox {
  const place = ([x, y]: Point): Point => {
    if (rotate === 90) return [y - visible[1], x - visible[0]];
    if (rotate === 180) return [visible[2] - x, y - visible[1]];
    if (rotate === 270) return [visible[3] - y, visible[2] - x];
    return [x - visible[0], visible[3] - y];
  };
  const [left, top, right, bottom] = boxOf([place([box[0], box[1]]), place([box[2], box[3]])]);
  return { left: left * unit, top: top * unit, width: (right - left) * unit, height: (bottom - top) * unit };
}
