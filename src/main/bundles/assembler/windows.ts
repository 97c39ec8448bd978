import { release } from '#main/vault/memory.ts';
import type { ByteSource } from './types.ts';
import { Malformed, NEED_MORE } from './values.ts';

const MAX_WINDOW = 32 * 1024 * 1024;
const FIRST_LOOK = 64;
const NOTHING = Buffer.alloc(0);

/** A stretch of the file held in memory. */
interface Window {
  bytes: Buffer;
  start: number;
  length: number;
  readonly usual: number;
}

/**
 * `main` is for the object being copied, `side` for objects looked up meanwhile, `scan` for the rebuilding of a table:
 * each has its own bytes, so that a lookup never moves what another is reading.
 */
export type WindowName = 'main' | 'side' | 'scan';

/** Positional reading of a source through small windows. */
export class Windows {
  readonly source: ByteSource;
  readonly size: number;
  private readonly windows: Record<WindowName, Window>;

  constructor(source: ByteSource) {
    this.source = source;
    this.size = source.size;
    const window = (usual: number): Window => ({ bytes: NOTHING, start: 0, length: 0, usual });
    this.windows = { main: window(16 * 1024), side: window(8 * 1024), scan: window(8 * 1024) };
  }

  /** Gives back the memory of the windows, when the source will not be read for a while. */
  release(): void {
    for (const window of Object.values(this.windows)) {
      if (window.bytes.length > 0) release(window.bytes);
      window.bytes = NOTHING;
      window.length = 0;
    }
  }

  /** Reads as much of `length` bytes at `position` as the source has; how many came. */
  read(into: Buffer, at: number, length: number, position: number): number {
    let done = 0;
    const wanted = Math.min(length, this.size - position);
    while (done < wanted) {
      const got = this.source.read(into, at + done, wanted - done, position + done);
      if (got <= 0) break;
      done += got;
    }
    return done;
  }

  /** A copy of up to `length` bytes at `position`. */
  bytesAt(position: number, length: number): Buffer {
    const wanted = Math.max(0, Math.min(length, this.size - position));
    const bytes = Buffer.allocUnsafe(wanted);
    return bytes.subarray(0, this.read(bytes, 0, wanted, position));
  }

  /**
   * Calls `parse(bytes, from, end, atFileEnd, start)` with a window that begins at or before `position`; as long as it
   * throws NEED_MORE, again with a larger one. `start` is the place of the window's first byte in the file.
   */
  parse<T>(
    name: WindowName,
    position: number,
    parse: (bytes: Buffer, from: number, end: number, atFileEnd: boolean, start: number) => T,
  ): T {
    if (!(position >= 0 && position < this.size)) throw new Malformed('an offset outside the file');
    for (let wanted = FIRST_LOOK; ; ) {
      const window = this.load(name, position, wanted);
      const windowEnd = window.start + window.length;
      try {
        return parse(window.bytes, position - window.start, window.length, windowEnd >= this.size, window.start);
      } catch (error) {
        if (error !== NEED_MORE) throw error;
        const had = windowEnd - position;
        wanted = Math.max(had * 4, 4096);
        if (had >= MAX_WINDOW) throw new Malformed('an object larger than 32 MB outside a stream');
      }
    }
  }

  /** The bytes at `position` when the main window already holds `length` of them. */
  held(position: number, length: number): Buffer | null {
    const { bytes, start, length: has } = this.windows.main;
    if (position < start || position + length > start + has) return null;
    return bytes.subarray(position - start, position - start + length);
  }

  private load(name: WindowName, position: number, wanted: number): Window {
    const window = this.windows[name];
    const end = window.start + window.length;
    if (position >= window.start && (position + wanted <= end || (end >= this.size && position < end))) return window;
    const has = window.bytes.length;
    if (wanted > has || has > window.usual * 4) {
      const twice = Math.min(wanted * 2, MAX_WINDOW * 2);
      if (has > 0) release(window.bytes);
      window.bytes = Buffer.allocUnsafeSlow(
        wanted > window.usual && wanted > has ? twice : Math.max(window.usual, wanted),
      );
    }
    window.start = position;
    window.length = this.read(window.bytes, 0, window.bytes.length, position);
    // A source that gives less than it said has ended here: without this the reading would never come to an end.
    if (window.length < Math.min(window.bytes.length, this.size - position)) {
      window.bytes.fill(32, window.length, Math.min(window.bytes.length, this.size - position));
      window.length = Math.min(window.bytes.length, this.size - position);
    }
    return window;
  }
}
