const TALKING_BOXES = new Set(['xml ', 'uuid', 'uinf']);

/** A JPEG 2000 file without the boxes that hold metadata. */
export function strippedJpx(bytes: Buffer): Buffer {
  if (bytes.toString('latin1', 4, 8) !== 'jP  ') return bytes;
  const parts: Buffer[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const said = bytes.readUInt32BE(at);
    const length =
      said === 0
        ? bytes.length - at
        : said === 1 && at + 16 <= bytes.length
          ? Number(bytes.readBigUInt64BE(at + 8))
          : said;
    if (length < 8 || at + length > bytes.length) return bytes;
    if (!TALKING_BOXES.has(bytes.toString('latin1', at + 4, at + 8))) parts.push(bytes.subarray(at, at + length));
    at += length;
  }
  return Buffer.concat(parts);
}
