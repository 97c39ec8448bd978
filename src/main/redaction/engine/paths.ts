import { type Box, type Matrix, overlaps } from '#main/bundles/assembler/matrix.ts';
import type { PathPart } from './content-model.ts';
import { apply, boxOf, grown, invert, type Point } from './geometry.ts';

/** A stretch of a path as a row of points, in the units of the page. */
export interface Polyline {
  readonly points: readonly Point[];
  readonly closed: boolean;
}

/** More pieces than this and the path goes as a whole. */
const MAX_PIECES = 4000;
/** Neighbouring pieces of a filling overlap by this much, so that no hair line shows between them. */
const SEAM = 0.3;

/** A path as rows of points on the page; curves become short straight pieces. */
export function flatten(parts: readonly PathPart[], ctm: Matrix): Polyline[] {
  const out: { points: Point[]; closed: boolean }[] = [];
  let open: { points: Point[]; closed: boolean } | null = null;
  let at: Point = [0, 0];
  const begin = (point: Point) => {
    open = { points: [apply(ctm, point)], closed: false };
    out.push(open);
    at = point;
  };
  for (const { op, n } of parts) {
    if (op === 'm') begin([n[0]!, n[1]!]);
    else if (op === 're') {
      const [x, y, w, h] = n as [number, number, number, number];
      begin([x, y]);
      for (const point of [
        [x + w, y],
        [x + w, y + h],
        [x, y + h],
      ] as Point[])
        open!.points.push(apply(ctm, point));
      open!.closed = true;
      open = null;
      at = [x, y];
    } else if (op === 'h') {
      if (open) (open as { closed: boolean }).closed = true;
      open = null;
    } else {
      if (!open) begin(at);
      if (op === 'l') open!.points.push(apply(ctm, [n[0]!, n[1]!]));
      else curve(open!.points, ctm, at, n);
      at = [n.at(-2)!, n.at(-1)!];
    }
  }
  return out;
}

function curve(points: Point[], ctm: Matrix, from: Point, n: readonly number[]): void {
  const p0 = apply(ctm, from);
  const p1 = apply(ctm, [n[0]!, n[1]!]);
  const p2 = apply(ctm, [n[2]!, n[3]!]);
  const p3 = apply(ctm, [n[4]!, n[5]!]);
  const length =
    Math.hypot(p1[0] - p0[0], p1[1] - p0[1]) +
    Math.hypot(p2[0] - p1[0], p2[1] - p1[1]) +
    Math.hypot(p3[0] - p2[0], p3[1] - p2[1]);
  const steps = Math.max(4, Math.min(48, Math.ceil(Math.sqrt(length) * 2) || 4));
  for (let i = 1; i <= steps; i++) {
    const t = i / steps;
    const u = 1 - t;
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    points.push([a * p0[0] + b * p1[0] + c * p2[0] + d * p3[0], a * p0[1] + b * p1[1] + c * p2[1] + d * p3[1]]);
  }
}

/** The box around a path on its page. */
export function extent(parts: readonly PathPart[], ctm: Matrix): Box {
  const points: Point[] = [];
  for (const { op, n } of parts) {
    if (op === 're') {
      const [x, y, w, h] = n as [number, number, number, number];
      for (const point of [
        [x, y],
        [x + w, y],
        [x, y + h],
        [x + w, y + h],
      ] as Point[])
        points.push(apply(ctm, point));
    } else for (let i = 0; i + 1 < n.length; i += 2) points.push(apply(ctm, [n[i]!, n[i + 1]!]));
  }
  return boxOf(points);
}

/** The areas that the outline of a path runs through. Where none of it does, nothing of its shape lies in the area. */
export function crossed(lines: readonly Polyline[], areas: readonly Box[], reach: number): Box[] {
  return areas.filter((area) => {
    const wide = grown(area, reach);
    return lines.some(({ points, closed }) => {
      if (points.length === 1) return touches(wide, points[0]!, points[0]!);
      for (let i = 1; i < points.length; i++) if (touches(wide, points[i - 1]!, points[i]!)) return true;
      return closed && touches(wide, points.at(-1)!, points[0]!);
    });
  });
}

function touches(area: Box, a: Point, b: Point): boolean {
  const around = boxOf([a, b]);
  if (around[0] > area[2] || around[2] < area[0] || around[1] > area[3] || around[3] < area[1]) return false;
  return inside(area, a, b) !== null;
}

/** The part of a straight line that lies in a box, as shares of its length; null for none. */
function inside(area: Box, a: Point, b: Point): readonly [number, number] | null {
  let [from, to] = [0, 1];
  for (const axis of [0, 1] as const) {
    const [low, high] = [area[axis], area[axis + 2]!];
    const step = b[axis] - a[axis];
    if (Math.abs(step) < 1e-12) {
      if (a[axis] < low || a[axis] > high) return null;
      continue;
    }
    const [enter, leave] = [(low - a[axis]) / step, (high - a[axis]) / step];
    from = Math.max(from, Math.min(enter, leave));
    to = Math.min(to, Math.max(enter, leave));
  }
  return from <= to ? [from, to] : null;
}

/** What is left of lines outside the areas; null when that would be too many pieces. */
export function cutLines(lines: readonly Polyline[], areas: readonly Box[], reach: number): Polyline[] | null {
  let left: Polyline[] = [...lines];
  for (const area of areas) {
    left = left.flatMap((line) => cutLine(line, grown(area, reach)));
    if (left.length > MAX_PIECES) return null;
  }
  return left;
}

function cutLine(line: Polyline, area: Box): Polyline[] {
  if (crossed([line], [area], 0).length === 0) return [line];
  const points = line.closed ? [...line.points, line.points[0]!] : line.points;
  const out: Polyline[] = [];
  let run: Point[] = [];
  const end = () => {
    if (run.length > 1) out.push({ points: run, closed: false });
    run = [];
  };
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!];
    const within = inside(area, a, b);
    if (run.length === 0) run.push(a);
    if (!within) {
      run.push(b);
      continue;
    }
    const at = (t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
    if (within[0] > 0) run.push(at(within[0]));
    end();
    if (within[1] < 1) run = [at(within[1]), b];
  }
  end();
  return out;
}

/** What is left of a filling outside the areas; null when that would be too many pieces. */
export function cutFill(lines: readonly Polyline[], areas: readonly Box[]): Polyline[][] | null {
  let left: Polyline[][] = [lines.map(({ points }) => ({ points, closed: true }))];
  for (const area of areas) {
    left = left.flatMap((shape) => around(shape, area));
    if (left.reduce((sum, shape) => sum + shape.length, 0) > MAX_PIECES) return null;
  }
  return left;
}

/** A shape without an area: what lies left of it, right of it, and between those below and above. */
function around(shape: Polyline[], area: Box): Polyline[][] {
  if (!overlaps(boxOf(shape.flatMap(({ points }) => points)), area)) return [shape];
  const [left, bottom, right, top] = area;
  const middle = (half: (point: Point) => number) =>
    clip(
      clip(
        clip(shape, ([x]) => x - left + SEAM),
        ([x]) => right + SEAM - x,
      ),
      half,
    );
  return [
    clip(shape, ([x]) => left - x),
    clip(shape, ([x]) => x - right),
    middle(([, y]) => bottom - y),
    middle(([, y]) => y - top),
  ].filter((part) => part.length > 0);
}

/** What lies on one side of a line (Sutherland and Hodgman): where `side` is not negative. */
function clip(shape: readonly Polyline[], side: (point: Point) => number): Polyline[] {
  return shape.flatMap(({ points }) => {
    const out: Point[] = [];
    for (const [i, point] of points.entries()) {
      const before = points[(i + points.length - 1) % points.length]!;
      const [a, b] = [side(before), side(point)];
      if (a >= 0 !== b >= 0) {
        const t = a / (a - b);
        out.push([before[0] + (point[0] - before[0]) * t, before[1] + (point[1] - before[1]) * t]);
      }
      if (b >= 0) out.push(point);
    }
    return out.length >= 3 ? [{ points: out, closed: true }] : [];
  });
}

/** Rows of points as a path in the units of its content; null where its matrix can't be undone. */
export function pathOf(lines: readonly Polyline[], ctm: Matrix): PathPart[] | null {
  const back = invert(ctm);
  if (!back) return null;
  return lines.flatMap(({ points, closed }): PathPart[] => [
    ...points.map((point, i): PathPart => ({ op: i === 0 ? 'm' : 'l', n: apply(back, point) })),
    ...(closed ? [{ op: 'h', n: [] } as const] : []),
  ]);
}
