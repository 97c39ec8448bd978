const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** A text string of a PDF (ISO 32000-1, 7.9.2): UTF-16 or UTF-8 where it says so, otherwise single bytes. */
export function pdfText(bytes: Buffer): string {
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) return utf16be(bytes.subarray(2));
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  if (bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return bytes.subarray(3).toString('utf8');
  return utf8OrLatin(bytes);
}

/** Bytes as UTF-8 where they are that, otherwise one letter a byte. */
export function utf8OrLatin(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  }
}

function utf16be(bytes: Buffer): string {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1))
    .swap16()
    .toString('utf16le');
}

/** Text of unknown encoding: by its mark, by its zero bytes, else UTF-8 or single bytes. */
export function decodedText(bytes: Uint8Array): string {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length >= 2 && data[0] === 0xff && data[1] === 0xfe) return data.toString('utf16le', 2);
  if (data.length >= 2 && data[0] === 0xfe && data[1] === 0xff) return utf16be(data.subarray(2));
  const head = data.subarray(0, 512);
  let [even, odd] = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++;
  if (odd > head.length / 4) return data.toString('utf16le');
  if (even > head.length / 4) return utf16be(data);
  return utf8OrLatin(data);
}

/** Shorter runs are chance. */
const SHORTEST = 5;

/** One byte throughout, as holes of files are: there is no word in it. */
export const isHole = (data: Buffer) => data.subarray(1).equals(data.subarray(0, -1));

/**
 * The readable runs of bytes that may be anything: as single bytes, as UTF-8, and as UTF-16 of both orders. A run that
 * is read in two ways is given twice.
 */
export function readableRuns(bytes: Uint8Array): string[] {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isHole(data)) return [];
  const letters = data.toString('latin1');
  const out: string[] = letters.match(new RegExp(`[\\x20-\\x7e\\t]{${SHORTEST},}`, 'g')) ?? [];
  // Arabic and Indian scripts in UTF-8: lead bytes D8–DB and E0 A4–AF, among spaces and marks.
  for (const run of letters.match(
    /(?:[\xd8-\xdb][\x80-\xbf]|\xe0[\xa4-\xaf][\x80-\xbf]|\xe2\x80[\x80-\xbf]|[\x20-\x7e]){4,}/g,
  ) ?? [])
    if (/[\xd8-\xe2]/.test(run)) out.push(Buffer.from(run, 'latin1').toString('utf8'));
  for (const [pattern, swap] of [
    [/(?:[\x20-\x7e\xa0-\xff]\x00|[\x00-\xff][\x06\x09\x0a]){4,}/g, false],
    [/(?:\x00[\x20-\x7e\xa0-\xff]|[\x06\x09\x0a][\x00-\xff]){4,}/g, true],
  ] as const) {
    for (const run of letters.match(pattern) ?? []) {
      const wide = Buffer.from(run, 'latin1');
      out.push((swap ? wide.swap16() : wide).toString('utf16le'));
    }
  }
  return out;
}

/** Text of HTML or XML: tags out, entities and percent signs undone, comments and attributes kept as text. */
export function markupText(source: string): { text: string; rest: string } {
  const rest: string[] = [];
  const text = source
    .replace(/<!--([\s\S]*?)-->/g, (_, inside: string) => {
      rest.push(entities(inside));
      return ' ';
    })
    .replace(/<(script|style)\b[^>]*>([\s\S]*?)<\/\1\s*>/gi, (_, _tag, inside: string) => {
      rest.push(inside);
      return ' ';
    })
    .replace(/<[^>]*>/g, (tag) => {
      for (const [, value = ''] of tag.matchAll(/=\s*(?:"([^"]*)"|'[^']*')/g)) rest.push(entities(value));
      for (const [, value = ''] of tag.matchAll(/=\s*'([^']*)'/g)) rest.push(entities(value));
      // Inline tags divide no words; the others do.
      return /^<\/?(?:b|i|u|em|strong|span|a|font|wbr|bdi|bdo|mark|small|sub|sup|w:[a-z]+|a:[a-z]+|text:span)\b/i.test(
        tag,
      )
        ? ''
        : '\n';
    });
  return { text: entities(text), rest: rest.join('\n') };
}

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
};

function entities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,8}));/gi,
    (all, hex, decimal, name: string | undefined) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? all;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    },
  );
}

/** The same with percent signs undone, as in links; the text itself where there are none. */
export function unescaped(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text;
  const bytes = text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => utf8OrLatin(Buffer.from(run.replaceAll('%', ''), 'hex')));
  return bytes.replaceAll('+', ' ');
}
