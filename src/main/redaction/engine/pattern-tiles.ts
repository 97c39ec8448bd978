import type { PdfFile } from '#main/bundles/assembler/file.ts';
import { type Box, type Matrix, transformBox } from '#main/bundles/assembler/matrix.ts';
import type { PdfStream, PdfValue } from '#main/bundles/assembler/values.ts';
import { numbers } from './content-model.ts';
import { invert } from './geometry.ts';

const MAX_TILES = 400;

/** Areas as they fall on the one cell of which a pattern is made. */
export function tiledAreas(file: PdfFile, stream: PdfStream, matrix: Matrix, areas: readonly Box[]): Box[] {
  const back = invert(matrix);
  const bbox = numbers(arrayOf(file.entry(stream.dict, 'BBox')).map(file.deref));
  const [stepX, stepY] = ['XStep', 'YStep'].map((key) => Math.abs(numbers([file.entry(stream.dict, key)])[0] ?? 0));
  if (!back || bbox.length < 4 || !stepX || !stepY || areas.length === 0) return [...areas];
  const cell = bbox as unknown as Box;
  const out: Box[] = [];
  for (const area of areas) {
    const [left, bottom, right, top] = transformBox(back, area);
    const columns = range(left - cell[2], right - cell[0], stepX);
    const rows = range(bottom - cell[3], top - cell[1], stepY);
    // A fine pattern under a large mark goes whole.
    if (columns.length * rows.length > MAX_TILES) return [transformBox(matrix, cell)];
    for (const i of columns)
      for (const j of rows)
        out.push(transformBox(matrix, [left - i * stepX, bottom - j * stepY, right - i * stepX, top - j * stepY]));
  }
  return out;
}

function range(low: number, high: number, step: number): number[] {
  const [first, last] = [Math.ceil(low / step), Math.floor(high / step)];
  const count = last - first + 1;
  if (!(count > 0)) return [];
  return Array.from({ length: Math.min(count, MAX_TILES + 1) }, (_, i) => first + i);
}

function arrayOf(value: PdfValue): PdfValue[] {
  return Array.isArray(value) ? value : [];
}
