/**
 * A JPEG without what the camera and programs wrote into it: place, device, time, captions, previews. Kept are what
 * decoding needs (JFIF, the colour profile, Adobe's transform) and the orientation, in an EXIF block that holds
 * nothing else. Segments by ITU-T T.81, the block by CIPA DC-008.
 */
export function bareJpeg(bytes: Uint8Array, orientation: number): Uint8Array {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Buffer[] = [data.subarray(0, 2)];
  if (orientation !== 1) parts.push(orientationBlock(orientation));
  let at = 2;
  while (at + 4 <= data.length && data[at] === 0xff) {
    const marker = data[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // From the start of scan on it is picture data.
    if (marker === 0xda) break;
    const end = Math.min(data.length, at + 2 + data.readUInt16BE(at + 2));
    if (!isPrivate(marker, data.subarray(at + 4, end))) parts.push(data.subarray(at, end));
    at = end;
  }
  parts.push(data.subarray(at, endOfPicture(data, at)));
  return Uint8Array.from(Buffer.concat(parts));
}

function isPrivate(marker: number, segment: Buffer): boolean {
  if (marker === 0xfe) return true;
  if (marker < 0xe1 || marker > 0xef) return false;
  const profile = marker === 0xe2 && segment.toString('latin1', 0, 11) === 'ICC_PROFILE';
  return !profile && marker !== 0xee;
}

/** What hangs behind the end mark (a second picture, a film) is left out too. */
function endOfPicture(data: Buffer, from: number): number {
  const end = data.indexOf(Buffer.from([0xff, 0xd9]), from);
  return end === -1 ? data.length : end + 2;
}

function orientationBlock(orientation: number): Buffer {
  const tiff = Buffer.from([
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
