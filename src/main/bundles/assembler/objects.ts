import { Malformed } from './values.ts';

export const ABSENT = 0;
export const IN_FILE = 1;
export const IN_STREAM = 2;
export const FREE = 3;

/** Object numbers above this are beyond what any program writes (ISO 32000-1, annex C). */
const MAX_NUMBER = 8_388_607;
const DENSE_AT_LEAST = 262_144;
const MAX_SPARSE = 262_144;

/**
 * Where each object of a file is: its kind, its offset (or the number of the object stream that holds it) and its
 * generation (or its place in that stream). Dense up to what a file of this size can hold; a small file with huge
 * object numbers costs only what it really has.
 */
export class ObjectTable {
  private kinds = new Uint8Array(1024);
  private offsets = new Float64Array(1024);
  private gens = new Uint32Array(1024);
  private readonly sparse = new Map<number, readonly [kind: number, offset: number, gen: number]>();
  private readonly denseLimit: number;
  /** The highest number seen. */
  highest = 0;

  constructor(fileSize: number) {
    this.denseLimit = Math.min(MAX_NUMBER, Math.max(DENSE_AT_LEAST, Math.floor(fileSize / 8)));
  }

  kind(num: number): number {
    return num < this.kinds.length ? (this.kinds[num] ?? ABSENT) : (this.sparse.get(num)?.[0] ?? ABSENT);
  }

  offset(num: number): number {
    return num < this.kinds.length ? this.offsets[num]! : (this.sparse.get(num)?.[1] ?? 0);
  }

  gen(num: number): number {
    return num < this.kinds.length ? this.gens[num]! : (this.sparse.get(num)?.[2] ?? 0);
  }

  /** Enters an object; what was entered first stays (newer tables are read first), unless `force`. */
  set(num: number, kind: number, offset: number, gen: number, force = false): void {
    if (num > MAX_NUMBER || num < 0) return;
    if (!force && this.kind(num) !== ABSENT) return;
    if (num > this.highest) this.highest = num;
    if (num >= this.denseLimit) {
      if (this.sparse.size >= MAX_SPARSE) throw new Malformed('too many objects for a file of this size');
      this.sparse.set(num, [kind, offset, gen]);
      return;
    }
    if (num >= this.kinds.length) this.grow(num + 1);
    this.kinds[num] = kind;
    this.offsets[num] = offset;
    this.gens[num] = gen;
  }

  clear(): void {
    this.kinds.fill(ABSENT);
    this.sparse.clear();
    this.highest = 0;
  }

  private grow(wanted: number): void {
    const size = Math.min(this.denseLimit, Math.max(wanted, this.kinds.length * 2));
    this.kinds = grown(this.kinds, new Uint8Array(size));
    this.offsets = grown(this.offsets, new Float64Array(size));
    this.gens = grown(this.gens, new Uint32Array(size));
  }
}

/** The number that an object of a source has in the bundle; as dense as the numbers are. */
export class NumberMap {
  private dense = new Uint32Array(1024);
  private readonly sparse = new Map<number, number>();
  private static readonly denseLimit = 1_048_576;

  /** 0 when it has none yet. */
  get(num: number): number {
    return num < NumberMap.denseLimit ? (this.dense[num] ?? 0) : (this.sparse.get(num) ?? 0);
  }

  set(num: number, mapped: number): void {
    if (num >= NumberMap.denseLimit) this.sparse.set(num, mapped);
    else {
      if (num >= this.dense.length) {
        this.dense = grown(this.dense, new Uint32Array(Math.max(num + 1, this.dense.length * 2)));
      }
      this.dense[num] = mapped;
    }
  }
}

function grown<T extends Uint8Array | Uint32Array | Float64Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
