import { inflateSync } from 'node:zlib';
import type { Sink } from '../piece.ts';
import { markupText, readableRuns, utf8OrLatin } from './strings.ts';

/** What is before the pixels of a picture, and after them, is read whole; of the pixels nothing is text. */
const MOST_TEXT = 4 * 1024 * 1024;

/** Reads what a picture says of itself: EXIF, XMP, IPTC, comments, text chunks, what is appended to it. */
export function readImage(data: Buffer, sink: Sink): void {
  const parts = jpegParts(data) ?? pngParts(data) ?? riffParts(data) ?? [data.subarray(0, MOST_TEXT)];
  for (const part of parts) {
    const runs = readableRuns(part);
    const source = utf8OrLatin(part);
    if (/<(?:x:xmpmeta|rdf:|\?xpacket|svg)/.test(source)) {
      const { text, rest } = markupText(source);
      runs.push(text, rest);
    }
    if (runs.length > 0) sink.piece({ where: 'metadata', text: runs.join('\n') });
  }
}

/** The segments of a JPEG besides its pixels: APPn and comments, and what follows its end. */
function jpegParts(data: Buffer): Buffer[] | null {
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return null;
  const parts: Buffer[] = [];
  let at = 2;
  while (at + 4 <= data.length && data[at] === 0xff) {
    const marker = data[at + 1]!;
    if (marker === 0xff || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === 0xd9 || marker === 0xda) break;
    const length = data.readUInt16BE(at + 2);
    if ((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe) parts.push(data.subarray(at + 4, at + 2 + length));
    at += 2 + length;
  }
  const end = data.lastIndexOf(Buffer.from([0xff, 0xd9]));
  if (end >= 0 && end + 2 < data.length) parts.push(data.subarray(end + 2, end + 2 + MOST_TEXT));
  return parts;
}

function pngParts(data: Buffer): Buffer[] | null {
  if (data.length < 33 || data.toString('latin1', 1, 4) !== 'PNG') return null;
  const parts: Buffer[] = [];
  let at = 8;
  while (at + 12 <= data.length) {
    const length = data.readUInt32BE(at);
    const type = data.toString('latin1', at + 4, at + 8);
    const chunk = data.subarray(at + 8, at + 8 + length);
    if (type === 'zTXt' || type === 'iTXt') parts.push(...deflated(chunk));
    if (['tEXt', 'iTXt', 'zTXt', 'eXIf'].includes(type)) parts.push(chunk);
    at += 12 + length;
    if (type === 'IEND') break;
  }
  if (at < data.length) parts.push(data.subarray(at, at + MOST_TEXT));
  return parts;
}

/** The text of a chunk where a deflated stream begins at one of its zero bytes. */
function deflated(chunk: Buffer): Buffer[] {
  for (let at = chunk.indexOf(0); at >= 0 && at < 200; at = chunk.indexOf(0, at + 1)) {
    for (const skip of [1, 2]) {
      if (chunk[at + skip] !== 0x78) continue;
      try {
        return [inflateSync(chunk.subarray(at + skip), { maxOutputLength: MOST_TEXT })];
      } catch {
        // Not here: the next zero byte.
      }
    }
  }
  return [];
}

/** WebP: its EXIF and XMP chunks. */
function riffParts(data: Buffer): Buffer[] | null {
  if (data.toString('latin1', 0, 4) !== 'RIFF') return null;
  const parts: Buffer[] = [];
  for (let at = 12; at + 8 <= data.length; ) {
    const length = data.readUInt32LE(at + 4);
    if (!/^(VP8|ALPH|ANMF|data)/.test(data.toString('latin1', at, at + 4)))
      parts.push(data.subarray(at + 8, Math.min(at + 8 + length, at + 8 + MOST_TEXT)));
    at += 8 + length + (length & 1);
  }
  return parts;
}
