/** `a b c d e f`: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** Lower left and upper right corner. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. Called for every piece of text of a page: plain reads, nothing that is thrown away. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** The upright box around a box that was transformed. */
export function transformBox([a, b, c, d, e, f]: Matrix, [left, bottom, right, top]: Box): Box {
  const [x0, x1] = a < 0 ? [a * right, a * left] : [a * left, a * right];
  const [x2, x3] = c < 0 ? [c * top, c * bottom] : [c * bottom, c * top];
  const [y0, y1] = b < 0 ? [b * right, b * left] : [b * left, b * right];
  const [y2, y3] = d < 0 ? [d * top, d * bottom] : [d * bottom, d * top];
  return [x0 + x2 + e, y0 + y2 + f, x1 + x3 + e, y1 + y3 + f];
}

export function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
