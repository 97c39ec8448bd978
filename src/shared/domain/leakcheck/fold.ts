/** Text in one spelling, with the place of each of its characters in the text that it was made of. */
export interface Folded {
  readonly source: string;
  readonly text: string;
  /** The place in the original of each character of `text`, and of its end. */
  readonly at: Int32Array;
}

/** Letters of other scripts, and of Latin with a stroke, that look like a Latin one (Unicode TS 39, the common ones). */
const LOOKALIKES = new Map<string, string>();
for (const [as, letters] of [
  ['a', 'аαᴀɑ'],
  ['b', 'вβʙЬ'],
  ['c', 'сϲᴄ'],
  ['d', 'ԁᴅđɗ'],
  ['e', 'еεᴇєҽ'],
  ['f', 'ꜰ'],
  ['g', 'ɡɢ'],
  ['h', 'һнʜħη'],
  ['i', 'іιıɪӏ'],
  ['j', 'јᴊ'],
  ['k', 'кκᴋ'],
  ['l', 'ʟłɭ'],
  ['m', 'мμᴍ'],
  ['n', 'пɴոν'],
  ['o', 'оοᴏøօ'],
  ['p', 'рρᴘ'],
  ['q', 'ԛ'],
  ['r', 'гʀ'],
  ['s', 'ѕꜱ'],
  ['t', 'тτᴛ'],
  ['u', 'υᴜս'],
  ['v', 'ѵᴠ'],
  ['w', 'ԝωᴡ'],
  ['x', 'хχ'],
  ['y', 'уγʏү'],
  ['z', 'ᴢ'],
] as const) {
  for (const letter of letters) LOOKALIKES.set(letter, as);
}
// Capitals are folded to small letters first, and it is the capital Ν and Η that pass for Latin ones: hence n and h.

/** Spellings of one letter of the Arabic script: Arabic and Urdu keyboards write different ones. */
const ARABIC = new Map([
  ...[...'يىېۍ'].map((letter) => [letter, 'ی'] as const),
  ...[...'كڪ'].map((letter) => [letter, 'ک'] as const),
  ...[...'هةۀھەۂۃ'].map((letter) => [letter, 'ہ'] as const),
  ...[...'ٱ'].map((letter) => [letter, 'ا'] as const),
  ...[...'ڧڨٯ'].map((letter) => [letter, 'ق'] as const),
  ...[...'ڤڡ'].map((letter) => [letter, 'ف'] as const),
  ...[...'ګڰڴ'].map((letter) => [letter, 'گ'] as const),
  ...[...'ۆۇۈۋ'].map((letter) => [letter, 'و'] as const),
  ...[...'ڼڻ'].map((letter) => [letter, 'ن'] as const),
  ...[...'ډ'].map((letter) => [letter, 'ڈ'] as const),
  ...[...'ړ'].map((letter) => [letter, 'ڑ'] as const),
]);

/** Letters in white on black, and those of flags, which no rule of Unicode makes plain: where each alphabet begins. */
const DRAWN = [0x1f150, 0x1f170, 0x1f1e6];

/** The first digit of each script's ten. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
];

/** Marks that sit on a letter, other than the vowel signs of Indian scripts, which are letters of their own. */
const MARK = /^\p{M}$/u;
const INVISIBLE = /^[\p{Cf}\p{Cc}\u115f\u1160\u3164\uffa0\u0640\ufffe\uffff]$/u;

const isIndian = (code: number) => code >= 0x900 && code <= 0xd7f;

const known = new Map<number, string>();

/** What one character is folded to; nothing for marks and what is not seen. */
function foldOne(code: number): string {
  const kept = known.get(code);
  if (kept !== undefined) return kept;
  let out = '';
  for (const part of String.fromCodePoint(code).normalize('NFKD').toLowerCase().normalize('NFKD')) {
    const value = part.codePointAt(0)!;
    if (value < 128) {
      out += value < 32 ? ' ' : part;
      continue;
    }
    if (INVISIBLE.test(part) || value === 0x621) continue;
    if (MARK.test(part) && !isIndian(value)) continue;
    const drawn = DRAWN.find((first) => value >= first && value < first + 26);
    const zero = ZEROS.find((first) => value >= first && value < first + 10);
    if (drawn !== undefined) out += String.fromCharCode(97 + value - drawn);
    else if (zero !== undefined) out += String(value - zero);
    else if (/^\s$/.test(part)) out += value === 0x2028 || value === 0x2029 ? '\n' : ' ';
    else if (/^\p{Pd}$/u.test(part) || value === 0x2212 || value === 0xac) out += '-';
    else if (value === 0x2018 || value === 0x2019 || value === 0x2bc) out += "'";
    else out += LOOKALIKES.get(part) ?? ARABIC.get(part) ?? part;
  }
  known.set(code, out);
  return out;
}

/**
 * Folds text to one spelling for searching: case, width, presentation forms and ligatures, marks and accents, letters
 * that look alike, the spellings of Arabic letters, digits of any script; what is not seen (zero width, direction,
 * soft hyphens) is gone, and a word divided by a hyphen at the end of a line is whole again.
 */
export function fold(text: string): Folded {
  const out: string[] = [];
  let at = new Int32Array(text.length + 16);
  let used = 0;
  const put = (piece: string, from: number) => {
    if (used + piece.length + 1 > at.length) {
      const larger = new Int32Array((used + piece.length + 1) * 2);
      larger.set(at);
      at = larger;
    }
    for (let i = 0; i < piece.length; i++) at[used++] = from;
    out.push(piece);
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) {
      if (code >= 65 && code <= 90) put(String.fromCharCode(code + 32), i);
      else if (code >= 32) {
        const skip = code === 45 ? dividedAt(text, i) : 0;
        if (skip > 0) i += skip - 1;
        else put(text[i]!, i);
      } else if (code === 10 || code === 13) put('\n', i);
      else if (code === 9 || code === 12) put(' ', i);
      continue;
    }
    const skip = code === 0x2010 || code === 0xac || code === 0xad ? dividedAt(text, i) : 0;
    if (skip > 0) {
      i += skip - 1;
      continue;
    }
    const whole = text.codePointAt(i)!;
    const piece = foldOne(whole);
    if (piece !== '') put(piece, i);
    if (whole > 0xffff) i++;
  }
  at[used] = text.length;
  return { source: text, text: out.join(''), at: at.subarray(0, used + 1) };
}

const DIVIDED = /[-\u2010\u00ac\u00ad][ \t]*\r?\n[ \t]*(?=\p{Ll}|\p{Lo})/uy;

/** How many characters a hyphen at the end of a line takes up with the break after it; 0 where it is a real one. */
function dividedAt(text: string, hyphen: number): number {
  DIVIDED.lastIndex = hyphen;
  return DIVIDED.exec(text)?.[0].length ?? 0;
}

/** A word of folded text and where it stands in it. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of folded text. */
export function wordsOf(folded: string): Word[] {
  const words: Word[] = [];
  for (const { 0: text, index } of folded.matchAll(WORD)) words.push({ text, from: index, to: index + text.length });
  return words;
}
