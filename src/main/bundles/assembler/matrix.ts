/** `a b c d e f`: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** Lower left and upper right corner. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** The upright box around a box that was transformed. */
export function transformBox(m: Matrix, [left, bottom, right, top]: Box): Box {
  const xs = [left, right].flatMap((x) => [m[0] * x + m[2] * bottom + m[4], m[0] * x + m[2] * top + m[4]]);
  const ys = [left, right].flatMap((x) => [m[1] * x + m[3] * bottom + m[5], m[1] * x + m[3] * top + m[5]]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
