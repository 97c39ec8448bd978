/** `a b c d e f`: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** Lower left and upper right corner. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * First `inner`, then `outer`. Called for every piece of text of a page: it reads by index, since taking arrays apart makes
 * an iterator each time.
 */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const a = inner[0] * outer[0] + inner[1] * outer[2];
  const b = inner[0] * outer[1] + inner[1] * outer[3];
  const c = inner[2] * outer[0] + inner[3] * outer[2];
  const d = inner[2] * outer[1] + inner[3] * outer[3];
  const e = inner[4] * outer[0] + inner[5] * outer[2] + outer[4];
  const f = inner[4] * outer[1] + inner[5] * outer[3] + outer[5];
  return [a, b, c, d, e, f];
}

/** A matrix before which everything is moved by so much. */
export function moved(m: Matrix, x: number, y: number): Matrix {
  return [m[0], m[1], m[2], m[3], x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]];
}

/** The upright box around a box that was transformed. */
export function transformBox(m: Matrix, box: Box): Box {
  const left = m[4] + Math.min(m[0] * box[0], m[0] * box[2]) + Math.min(m[2] * box[1], m[2] * box[3]);
  const right = m[4] + Math.max(m[0] * box[0], m[0] * box[2]) + Math.max(m[2] * box[1], m[2] * box[3]);
  const bottom = m[5] + Math.min(m[1] * box[0], m[1] * box[2]) + Math.min(m[3] * box[1], m[3] * box[3]);
  const top = m[5] + Math.max(m[1] * box[0], m[1] * box[2]) + Math.max(m[3] * box[1], m[3] * box[3]);
  return [left, bottom, right, top];
}

export function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
