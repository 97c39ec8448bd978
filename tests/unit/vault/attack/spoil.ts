// Bytes and texts spoilt in the ways that files go wrong, the same for the same seed.
import type { Next } from './rig.ts';

/** Flips, overwrites, cuts, doubles, moves or inserts; sometimes several times. */
export function spoilt(bytes: Buffer, next: Next): Buffer {
  let now: Buffer = Buffer.from(bytes);
  for (let n = next(3); n >= 0; n--) now = once(now, next);
  return now;
}

function once(bytes: Buffer, next: Next): Buffer {
  if (bytes.length === 0) return Buffer.of(next(256));
  const at = next(bytes.length);
  const length = Math.min(bytes.length - at, 1 + next(next(2) === 0 ? 8 : 5000));
  const changed = Buffer.from(bytes);
  switch (next(6)) {
    case 0:
      changed[at]! ^= 1 << next(8);
      return changed;
    case 1:
      return changed.fill(next(256), at, at + length);
    case 2:
      return changed.subarray(0, at);
    case 3:
      return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    case 4:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    default:
      return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(length, next(256)), bytes.subarray(at)]);
  }
}

/** Values that no reader expects. */
const ODD: readonly unknown[] = [
  null,
  true,
  '',
  '0',
  'ff'.repeat(40_000),
  -1,
  0,
  1.5,
  2 ** 31,
  2 ** 40,
  2 ** 53,
  1e308,
  [],
  [[[[]]]],
  {},
  { toString: 1 },
  Array.from({ length: 5000 }, () => 0),
  '\u0000',
  '\u202e',
  '../../x',
];

type Node = Record<string, unknown> | unknown[];

/** Puts an odd value somewhere into a JSON value, takes a part of it away, doubles one, or adds one of an odd name. */
export function oddJson<V>(value: V, next: Next): V {
  const copy = structuredClone(value);
  const places: [Node, string][] = [];
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      places.push([node as Node, key]);
      walk(child);
    }
  };
  walk(copy);
  const [node, key] = places[next(places.length)]!;
  const at = node as Record<string, unknown>;
  switch (next(4)) {
    case 0:
      delete at[key];
      break;
    case 1:
      if (Array.isArray(node)) node.push(...node);
      else at[['__proto__', 'constructor', 'extra', 'ｖersion'][next(4)]!] = at[key];
      break;
    default:
      at[key] = ODD[next(ODD.length)];
  }
  return copy;
}
