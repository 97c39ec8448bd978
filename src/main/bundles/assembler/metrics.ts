/** Widths of Helvetica for the codes 32 to 126, in thousandths of the size (Adobe's core font metrics). */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];
/** The bold face is wider by at most this much; a stamp needs no finer measure. */
const BOLD = 1.08;

/** Codes of WinAnsiEncoding that differ from Latin-1. */
const WIN_ANSI = new Map([
  ['€', 128],
  ['‘', 145],
  ['’', 146],
  ['“', 147],
  ['”', 148],
  ['•', 149],
  ['–', 150],
  ['—', 151],
  ['…', 133],
]);

/** Text in WinAnsiEncoding, one character a byte; null when a character is not in it. */
export function winAnsi(text: string): string | null {
  let out = '';
  for (const char of text) {
    const code = char.codePointAt(0)!;
    const plain = (code >= 32 && code <= 126) || (code >= 160 && code <= 255);
    const byte = plain ? code : WIN_ANSI.get(char);
    if (byte === undefined) return null;
    out += String.fromCharCode(byte);
  }
  return out;
}

/** The width of WinAnsi text in points. */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += WIDTHS[text.charCodeAt(i) - 32] ?? 667;
  return (width * size * (bold ? BOLD : 1)) / 1000;
}
