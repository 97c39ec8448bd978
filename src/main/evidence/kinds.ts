import path from 'node:path';
import type { FILE_KINDS } from '#shared/contract/evidence.ts';

export type FileKind = (typeof FILE_KINDS)[number];

export interface Recognised {
  kind: FileKind;
  mime: string;
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What a file begins with, at a byte of it, and what it therefore is. */
const SIGNS: { at: number; sign: string | readonly number[]; kind: FileKind; mime: string }[] = [
  { at: 0, sign: [0x89, 0x50, 0x4e, 0x47], kind: 'image', mime: 'image/png' },
  { at: 0, sign: [0xff, 0xd8, 0xff], kind: 'image', mime: 'image/jpeg' },
  { at: 0, sign: 'GIF8', kind: 'image', mime: 'image/gif' },
  { at: 8, sign: 'WEBP', kind: 'image', mime: 'image/webp' },
  { at: 8, sign: 'WAVE', kind: 'audio', mime: 'audio/wav' },
  { at: 8, sign: 'AVI ', kind: 'video', mime: 'video/x-msvideo' },
  { at: 0, sign: 'OggS', kind: 'audio', mime: 'audio/ogg' },
  { at: 0, sign: 'ID3', kind: 'audio', mime: 'audio/mpeg' },
  { at: 0, sign: [0xff, 0xfb], kind: 'audio', mime: 'audio/mpeg' },
  { at: 0, sign: 'fLaC', kind: 'audio', mime: 'audio/flac' },
  { at: 4, sign: 'ftypM4A', kind: 'audio', mime: 'audio/mp4' },
  { at: 4, sign: 'ftyp', kind: 'video', mime: 'video/mp4' },
  { at: 0, sign: [0x1a, 0x45, 0xdf, 0xa3], kind: 'video', mime: 'video/webm' },
];

/** Kinds that only the name tells, because their content is text or a general container. */
const BY_NAME: Record<string, Recognised> = {
  '.eml': { kind: 'mail', mime: 'message/rfc822' },
  '.docx': { kind: 'word', mime: WORD },
  '.txt': { kind: 'text', mime: 'text/plain' },
  '.csv': { kind: 'text', mime: 'text/csv' },
  '.md': { kind: 'text', mime: 'text/plain' },
  '.log': { kind: 'text', mime: 'text/plain' },
};

/**
 * What a file is: by its first bytes where these say it, and by its name only for what is plain text or a container.
 * @param head at least the first 1,024 bytes, or the whole file where it is shorter
 */
export function recognise(head: Uint8Array, name: string): Recognised {
  // The header of a PDF may stand after some rubbish (ISO 32000-1, annex H.3.4.1).
  if (Buffer.from(head.subarray(0, 1024)).includes('%PDF-')) return { kind: 'pdf', mime: 'application/pdf' };
  const sign = SIGNS.find((each) => startsAt(head, each.at, each.sign));
  if (sign) return { kind: sign.kind, mime: sign.mime };
  const named = BY_NAME[path.extname(name).toLowerCase()];
  const isZip = startsAt(head, 0, 'PK');
  if (named && (named.kind === 'word') === isZip) return named;
  if (!isZip && head.length > 0 && looksLikeText(head)) return { kind: 'text', mime: 'text/plain' };
  return { kind: 'other', mime: 'application/octet-stream' };
}

function startsAt(head: Uint8Array, at: number, sign: string | readonly number[]): boolean {
  const bytes = typeof sign === 'string' ? [...sign].map((letter) => letter.charCodeAt(0)) : sign;
  return bytes.every((byte, i) => head[at + i] === byte);
}

/** No control characters but tabs and line ends; UTF-16 only with its mark. */
function looksLikeText(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true;
  return head.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 12 || byte === 13);
}
