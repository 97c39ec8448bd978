import { randomBytes } from 'node:crypto';

/** The milliseconds and the count of the last id. */
let last = 0;
let count = 0;
/** The count has the 12 bits after the milliseconds; it begins in their lower half, so that there is room to go on. */
const COUNTS = 0x1000;

/**
 * A UUIDv7 (RFC 9562, sections 5.7 and 6.2, method 1): 48 bits of Unix milliseconds, a count, then random. Ids that one
 * program makes sort in the order in which they were made, also within a millisecond and when the clock is put back.
 */
export function uuidv7(): string {
  const bytes = randomBytes(16);
  const now = Date.now();
  if (now > last) {
    last = now;
    count = bytes.readUInt16BE(6) % (COUNTS / 2);
  } else if (++count === COUNTS) {
    last++;
    count = 0;
  }
  bytes.writeUIntBE(last, 0, 6);
  bytes.writeUInt16BE(0x7000 | count, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
