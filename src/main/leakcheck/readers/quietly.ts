import { Malformed } from '#main/bundles/assembler/values.ts';

/** The most that one stream of a PDF may unpack to. */
export const MOST_OF_STREAM = 16 * 1024 * 1024;

/** What is damaged is passed over: what is left of it was searched as bytes. */
export function quietly<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return null;
  }
}
