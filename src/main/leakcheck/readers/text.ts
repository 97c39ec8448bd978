import type { Sink } from '../piece.ts';
import { decodedText, markupText, unescaped } from './strings.ts';

/** Rich text without its control words: `\\'e9` and `\\u1605?` are letters (RTF 1.9.1). */
const richText = (source: string) =>
  source
    .replace(/\\u(-?\d{1,6}) ?\??/g, (_, code: string) => String.fromCharCode(Number(code) & 0xffff))
    .replace(/\\'([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\(?:par|line|tab|cell|row)\b ?/g, '\n')
    .replace(/\\[a-z]{1,32}-?\d{0,10} ?|[{}]/gi, '');

/** Reads text of any kind: plain, HTML, XML, JSON, CSV, rich text, calendars and mails with their encoded parts. */
export async function readText(bytes: Buffer, sink: Sink): Promise<void> {
  const source = decodedText(bytes);
  // Lines of calendars and mails are folded in the middle of words (RFC 5545, 3.1; RFC 5322, 2.2.3).
  const isFolded = /^(?:BEGIN:V|[\w-]+: )/.test(source);
  const text = isFolded ? source.replace(/\r?\n[ \t]/g, '') : source;
  sink.piece({ where: 'text', text });
  if (source.startsWith('{\\rtf')) sink.piece({ where: 'text', text: richText(source) });
  if (/<[a-z!?/][^>]*>/i.test(source)) {
    const { text: plain, rest } = markupText(source);
    sink.piece({ where: 'text', text: plain });
    sink.piece({ where: 'hidden-object', text: unescaped(rest) });
  }
  if (/%[0-9a-f]{2}/i.test(source)) sink.piece({ where: 'link', text: unescaped(source) });
  if (/\\u[0-9a-f]{4}/i.test(source))
    sink.piece({
      where: 'text',
      text: source.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    });
  if (/=[0-9A-F]{2}/.test(source)) {
    const plain = source
      .replace(/=\r?\n/g, '')
      .replace(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'));
    sink.piece({ where: 'text', text: plain });
  }
  for (const [i, { 0: block }] of [...source.matchAll(/(?:[A-Za-z0-9+/]{40,}={0,2}\r?\n?){1,}/g)]
    .slice(0, 200)
    .entries())
    await sink.inner(`encoded part ${i + 1}`, Buffer.from(block, 'base64'), 'attachment');
  for (const { 1: charset = '', 2: kind = '', 3: word = '' } of source.matchAll(/=\?([\w-]+)\?([bq])\?([^?]*)\?=/gi)) {
    const raw =
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64')
        : Buffer.from(
            word
              .replaceAll('_', ' ')
              .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          );
    sink.piece({ where: 'metadata', text: /8859|1252/.test(charset) ? raw.toString('latin1') : decodedText(raw) });
  }
}
