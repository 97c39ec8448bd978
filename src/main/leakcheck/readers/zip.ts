import { inflateRawSync } from 'node:zlib';
import type { Place, Sink } from '../piece.ts';
import { markupText, unescaped, utf8OrLatin } from './strings.ts';

/** Most files of one ZIP, and most bytes that each and all together may unpack to. */
const LIMITS = { entries: 20_000, each: 64 * 1024 * 1024, total: 512 * 1024 * 1024 };

const MOST_UNLISTED = 1000;

interface Entry {
  name: string;
  comment: string;
  method: number;
  packed: number;
  local: number;
  isLocked: boolean;
}

/** Reads a ZIP: names, comments, and each file in it. Word, Excel, PowerPoint and LibreOffice files are such. */
export async function readZipFile(data: Buffer, sink: Sink, left: { bytes: number }): Promise<void> {
  const entries = entriesOf(data, sink);
  const isOffice = entries.some(({ name }) => /^(\[Content_Types\]\.xml|mimetype|META-INF\/manifest\.xml)$/.test(name));
  for (const entry of entries) {
    sink.piece({ where: 'file-name', text: `${entry.name}\n${entry.comment}`, inside: entry.name });
    if (entry.name.endsWith('/')) continue;
    if (entry.isLocked) {
      sink.unread(`${entry.name} is locked with a password`);
      continue;
    }
    const bytes = unpack(data, entry, left);
    if (bytes === null) {
      sink.unread(`${entry.name} is damaged, or unpacks to too much`);
      continue;
    }
    if (isOffice && /\.(xml|rels)$/i.test(entry.name)) readPart(entry.name, utf8OrLatin(bytes), sink);
    else await sink.inner(entry.name, bytes, 'attachment');
  }
  // What a ZIP still holds and no longer lists can be taken out all the same.
  const listed = new Set(entries.map(({ local }) => local));
  for (const at of unlistedIn(data, listed)) {
    const nameLength = data.readUInt16LE(at + 26);
    const name = utf8OrLatin(data.subarray(at + 30, at + 30 + nameLength));
    const entry = { name, comment: '', method: data.readUInt16LE(at + 8), packed: data.readUInt32LE(at + 18) };
    const bytes = unpack(data, { ...entry, local: at, isLocked: false }, left);
    if (bytes !== null) await sink.inner(name, bytes, 'attachment');
  }
}

/** Where files begin that the list of a ZIP does not have, and that are not inside a file that it has. */
function unlistedIn(data: Buffer, listed: ReadonlySet<number>): number[] {
  const found: number[] = [];
  const sign = Buffer.from([0x50, 0x4b, 3, 4]);
  let inside = 0;
  for (let at = data.indexOf(sign); at >= 0 && at + 30 <= data.length; at = data.indexOf(sign, at + 4)) {
    if (at < inside) continue;
    const length = 30 + data.readUInt16LE(at + 26) + data.readUInt16LE(at + 28) + data.readUInt32LE(at + 18);
    if (listed.has(at)) inside = at + length;
    else if (found.length < MOST_UNLISTED) found.push(at);
  }
  return found;
}

function entriesOf(data: Buffer, sink: Sink): Entry[] {
  const end = data.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > data.length) {
    sink.unread('the list of its files is missing');
    return [];
  }
  sink.piece({ where: 'comment', text: utf8OrLatin(data.subarray(end + 22)) });
  const entries: Entry[] = [];
  for (let at = data.readUInt32LE(end + 16); at + 46 <= data.length && data.readUInt32LE(at) === 0x02014b50; ) {
    const [name, extra, comment] = [28, 30, 32].map((place) => data.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const from = at + 46;
    entries.push({
      name: utf8OrLatin(data.subarray(from, from + name)),
      comment: utf8OrLatin(data.subarray(from + name + extra, from + name + extra + comment)),
      method: data.readUInt16LE(at + 10),
      packed: data.readUInt32LE(at + 20),
      local: data.readUInt32LE(at + 42),
      isLocked: (data.readUInt16LE(at + 8) & 1) === 1,
    });
    at = from + name + extra + comment;
    if (entries.length >= LIMITS.entries) {
      sink.unread(`it has more than ${LIMITS.entries} files`);
      break;
    }
  }
  return entries;
}

function unpack(data: Buffer, { method, packed, local }: Entry, left: { bytes: number }): Buffer | null {
  if (local + 30 > data.length || data.readUInt32LE(local) !== 0x04034b50) return null;
  const from = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
  const raw = data.subarray(from, from + packed);
  const limit = Math.min(LIMITS.each, left.bytes);
  if (limit <= 0) return null;
  try {
    const bytes = method === 0 ? raw : method === 8 ? inflateRawSync(raw, { maxOutputLength: limit }) : null;
    if (bytes === null || bytes.length > limit) return null;
    left.bytes -= bytes.length;
    return bytes;
  } catch {
    return null;
  }
}

export const ZIP_TOTAL = LIMITS.total;

/** Which part of an office document its name says it is. */
function placeOf(name: string): Place {
  if (/(^|\/)(header|footer)\d*\.xml$/i.test(name)) return 'header-footer';
  if (/comments|people\.xml/i.test(name)) return 'comment';
  if (/^docProps\/|meta\.xml$|settings\.xml$|customXml\//i.test(name)) return 'properties';
  return /\.rels$/i.test(name) ? 'link' : 'text';
}

/** One XML part of an office document: its text, what was struck out of it, and what its attributes say. */
function readPart(name: string, source: string, sink: Sink): void {
  const where = placeOf(name);
  const struck = [...source.matchAll(/<(w:del|w:moveFrom|text:deletion)\b[^>]*>([\s\S]*?)<\/\1>/g)];
  if (struck.length > 0) {
    const text = struck.map(([, , inside = '']) => markupText(breaks(inside)).text).join('\n');
    sink.piece({ where: 'tracked-deletion', text, inside: name });
  }
  const { text, rest } = markupText(breaks(source));
  sink.piece({ where, text, inside: name });
  const said = /descr=|title=|w:author=|Target=/.test(source) ? rest : rest.replace(/^[\w:.#-]*$/gm, '');
  sink.piece({ where: where === 'text' ? 'alternative-text' : where, text: unescaped(said), inside: name });
}

/** Paragraphs, tabs and cells divide words; runs do not. */
const breaks = (source: string) =>
  source.replace(
    /<\/(?:w:p|a:p|text:p|text:h|w:tc|si|c|row|t:p)>|<w:(?:tab|br|cr)\b[^>]*>|<text:(?:tab|line-break|s)\b[^>]*>/g,
    '\n',
  );
