import { END_OF_DATA, isValue, Keyword, Lexer } from '#main/bundles/assembler/lexer.ts';
import type { PdfValue } from '#main/bundles/assembler/values.ts';

/** What a CMap says (ISO 32000-1, 9.7.5 and 9.10.3): how long codes are, and what each stands for. */
export interface CMap {
  readonly codespaces: readonly { readonly bytes: number; readonly low: number; readonly high: number }[];
  /** Code to text, of a ToUnicode map. */
  readonly texts: ReadonlyMap<number, string>;
  /** Code to CID, of an encoding. */
  readonly cids: ReadonlyMap<number, number>;
  /** The name of the CMap that this one builds on. */
  readonly base: string | null;
  readonly vertical: boolean;
}

/** More entries than any font has codes. */
const MAX_ENTRIES = 200_000;

/** Reads a CMap; damage is passed over. */
export function readCMap(bytes: Buffer): CMap {
  const codespaces: { bytes: number; low: number; high: number }[] = [];
  const texts = new Map<number, string>();
  const cids = new Map<number, number>();
  let base: string | null = null;
  let vertical = false;
  const lexer = new Lexer(bytes, 0);
  let args: PdfValue[] = [];
  for (let token = lexer.token(); token !== END_OF_DATA; token = lexer.token()) {
    if (isValue(token)) {
      args.push(token);
      if (args.length > 2 * MAX_ENTRIES) break;
      continue;
    }
    if (!(token instanceof Keyword)) continue;
    switch (token.word) {
      case 'endcodespacerange':
        for (let i = 0; i + 1 < args.length; i += 2) {
          const [low, high] = [args[i], args[i + 1]];
          if (!Buffer.isBuffer(low) || !Buffer.isBuffer(high)) continue;
          codespaces.push({ bytes: low.length, low: codeOf(low), high: codeOf(high) });
        }
        break;
      case 'endbfchar':
        for (let i = 0; i + 1 < args.length; i += 2) {
          const [code, text] = [args[i], args[i + 1]];
          if (Buffer.isBuffer(code) && Buffer.isBuffer(text)) put(texts, codeOf(code), utf16(text));
        }
        break;
      case 'endbfrange':
        for (let i = 0; i + 2 < args.length; i += 3) textRange(texts, args[i], args[i + 1], args[i + 2]);
        break;
      case 'endcidchar':
        for (let i = 0; i + 1 < args.length; i += 2) {
          const [code, cid] = [args[i], args[i + 1]];
          if (Buffer.isBuffer(code) && typeof cid === 'number') put(cids, codeOf(code), cid);
        }
        break;
      case 'endcidrange':
        for (let i = 0; i + 2 < args.length; i += 3) {
          const [low, high, cid] = [args[i], args[i + 1], args[i + 2]];
          if (!Buffer.isBuffer(low) || !Buffer.isBuffer(high) || typeof cid !== 'number') continue;
          const from = codeOf(low);
          for (let code = from; code <= Math.min(codeOf(high), from + 0xffff); code++)
            put(cids, code, cid + code - from);
        }
        break;
      case 'usecmap':
        if (typeof args.at(-1) === 'string') base = args.at(-1) as string;
        break;
      case 'def':
        if (args.at(-2) === 'WMode') vertical = args.at(-1) === 1;
        break;
    }
    args = [];
  }
  return { codespaces, texts, cids, base, vertical };
}

function textRange(texts: Map<number, string>, low?: PdfValue, high?: PdfValue, target?: PdfValue): void {
  if (!Buffer.isBuffer(low) || !Buffer.isBuffer(high)) return;
  const from = codeOf(low);
  const to = Math.min(codeOf(high), from + 0xffff);
  if (Array.isArray(target)) {
    for (let code = from; code <= to; code++) {
      const text = target[code - from];
      if (Buffer.isBuffer(text)) put(texts, code, utf16(text));
    }
  } else if (Buffer.isBuffer(target) && target.length > 0) {
    const first = utf16(target);
    const last = [...first].at(-1)?.codePointAt(0) ?? 0;
    const before = [...first].slice(0, -1).join('');
    for (let code = from; code <= to; code++) {
      const point = last + code - from;
      if (point <= 0x10ffff) put(texts, code, before + String.fromCodePoint(point));
    }
  }
}

function put<T>(map: Map<number, T>, code: number, value: T): void {
  if (map.size < MAX_ENTRIES) map.set(code, value);
}

/** Bytes as one number, the highest first. */
export function codeOf(bytes: Uint8Array): number {
  let code = 0;
  for (const byte of bytes) code = code * 256 + byte;
  return code;
}

function utf16(bytes: Buffer): string {
  if (bytes.length === 1) return String.fromCharCode(bytes[0]!);
  return Buffer.from(bytes.subarray(0, bytes.length & ~1))
    .swap16()
    .toString('utf16le');
}
