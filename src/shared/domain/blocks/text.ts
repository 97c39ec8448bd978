const LRM = '\u200E';

/** Letters of the Arabic script, in which Urdu is written. */
const ARABIC = '\u0600-\u06FF\u0750-\u077F\u08A0-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC';
const arabicLetter = new RegExp(`(?=[${ARABIC}])\\p{L}`, 'u');

/**
 * What has to keep its order inside right-to-left text: words in Latin letters, dates, case and identity numbers,
 * sections, telephone numbers. It begins and ends with a letter or digit (or a bracket that belongs to it), so that
 * the punctuation of the sentence around it stays where the sentence puts it.
 */
const DIGIT = '0-9\u06F0-\u06F9\u0660-\u0669';
const TOKEN = new RegExp(
  `${LRM}*((?:[+#(]{0,2}[A-Za-z${DIGIT}](?:[A-Za-z${DIGIT} .,:/()\\-\u2013\u2011+#&@_%'’${LRM}]*[A-Za-z${DIGIT}%)])?))${LRM}*`,
  'g',
);

/**
 * Puts a left-to-right mark on both sides of each date, number, section and Latin phrase in Urdu text. Without it the
 * Unicode rules show 12-03-2026 after an Urdu word as 2026-03-12 and an identity number backwards: in Word,
 * LibreOffice, browsers and Typst alike. Doing it twice changes nothing.
 */
export function isolate(text: string): string {
  return text.replace(TOKEN, (_, token: string) => `${LRM}${fenceArabicDigits(token.replaceAll(LRM, ''))}${LRM}`);
}

/** Arabic-Indic digits (not the Urdu ones) pull a hyphen between them to the right even beside a mark: fence it too. */
function fenceArabicDigits(token: string): string {
  return token.replace(/(?<=[\u0660-\u0669])[-/.\u2013](?=[\u0660-\u0669])/g, (sign) => `${LRM}${sign}${LRM}`);
}

/** Takes direction marks and isolates out again: for copying, searching and comparing. */
export function stripMarks(text: string): string {
  return text.replace(/[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/g, '');
}

/** Whether any of it is written in the Arabic script. */
export function hasUrdu(text: string): boolean {
  return arabicLetter.test(text);
}

/** Whether the text reads from right to left: its first letter says so, as in the Unicode rules. */
export function startsRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text);
  return first !== null && arabicLetter.test(first[0]);
}

/**
 * Text that every format can hold. Control characters and lone surrogates make a Word file that will not open;
 * embedding and override characters would turn round whatever is printed after them. Marks (LRM, RLM) stay.
 */
export function printable(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/g, '')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}

export interface Segment {
  text: string;
  urdu: boolean;
}

const URDU_SPAN = new RegExp(
  `[${ARABIC}](?:[${ARABIC}\u200C-\u200F\\s.,:;()\\-–"'‘’“”!?/&\u0300-\u036F]*[${ARABIC}\u200C\u200D])?`,
  'gu',
);

/** Right-to-left embedding and its end: an Urdu phrase with a number in it, inside an English sentence. */
const RLE = '\u202B';
const PDF = '\u202C';

/**
 * Cuts text where the script changes, since Urdu needs another font, language and direction. In a right-to-left
 * paragraph every Latin part is isolated. In a left-to-right one a phrase of Urdu words with numbers between them is
 * held together, and a mark after each Urdu part keeps a date that follows it in order.
 */
export function segments(text: string, paragraph: 'ltr' | 'rtl'): Segment[] {
  const out: Segment[] = [];
  const add = (part: string, urdu: boolean) => {
    const last = out.at(-1);
    if (part === '') return;
    if (last?.urdu === urdu) last.text += part;
    else out.push({ text: part, urdu });
  };
  const phrases = urduPhrases(text, paragraph === 'ltr');
  let at = 0;
  const between = (to: number) => {
    const part = text.slice(at, to);
    if (paragraph === 'rtl') addIsolated(part, add);
    else if (part !== '')
      add(at > 0 && !part.startsWith(LRM) ? LRM + fenceArabicDigits(part) : fenceArabicDigits(part), false);
  };
  for (const { from, to } of phrases) {
    between(from);
    const phrase = text.slice(from, to);
    const mixed = paragraph === 'ltr' && /\d/.test(phrase);
    if (mixed) add(RLE, true);
    if (mixed) addIsolated(phrase, add);
    else add(phrase, true);
    if (mixed) add(PDF, true);
    at = to;
  }
  between(text.length);
  return out;
}

/** Where the text is Urdu; with `bridge`, phrases with nothing but numbers and signs between them are one. */
function urduPhrases(text: string, bridge: boolean): { from: number; to: number }[] {
  const out: { from: number; to: number }[] = [];
  for (const found of text.matchAll(URDU_SPAN)) {
    if (!hasUrdu(found[0])) continue;
    const last = out.at(-1);
    const to = found.index + found[0].length;
    if (bridge && last && /^[\d\s\-/.,:()\u200E]+$/.test(text.slice(last.to, found.index))) last.to = to;
    else out.push({ from: found.index, to });
  }
  return out;
}

/** In a right-to-left paragraph: the isolated tokens apart from the spaces and signs between them, which stay Urdu. */
function addIsolated(part: string, add: (part: string, urdu: boolean) => void): void {
  let at = 0;
  for (const found of part.matchAll(TOKEN)) {
    add(part.slice(at, found.index), true);
    add(isolate(found[0]), false);
    at = found.index + found[0].length;
  }
  add(part.slice(at), true);
}

/**
 * A link's address in a form that no renderer can misread (the typesetter's SVG does not escape it), or null where it
 * leads to a kind of place that documents have no business with.
 */
export function safeAddress(href: string): string | null {
  const address = printable(href).trim();
  if (!/^(https?|mailto|misl-item):/i.test(address)) return null;
  return stripMarks(address).replace(/[^A-Za-z0-9\-._~:/?#[\]@!$&()*+,;=%]/gu, (sign) =>
    encodeURIComponent(sign).replace("'", '%27'),
  );
}
