/** Terms to be redacted, and how they are found in text that a page spells in its own way. */

/** A term, folded for searching. */
export interface Term {
  /** As it was given. */
  readonly text: string;
  /** Its letters and figures alone, in one spelling. */
  readonly folded: string;
  /** Places in `folded` before which the term itself has a space or a sign. */
  readonly breaks: ReadonlySet<number>;
  /** Found only as a word of its own: a very short term is part of too many other words. */
  readonly wholeWord: boolean;
  readonly rightToLeft: boolean;
}

/** Text to be searched: folded letters, who each belongs to, and where words begin. */
export interface FoldedText {
  readonly text: string;
  /** For each character of `text`, the index of the piece that it came from. */
  readonly owners: readonly number[];
  /** For each character of `text`, whether a space, a sign or a gap stands before it. */
  readonly breaks: readonly boolean[];
}

/** A piece of a text: a glyph, or a character. */
export interface Piece {
  readonly text: string;
  /** Something stands between it and the piece before: a gap, the end of a line. */
  readonly apart: boolean;
}

export interface Found {
  readonly term: Term;
  /** Indices of the first and the last piece that belong to it. */
  readonly first: number;
  readonly last: number;
}

const LONGEST_WHOLE_WORD = 3;
/** Accents, points and joiners: what may stand on or between letters without making another word. */
const MARKS = new RegExp(
  [
    '[\\u0300-\\u036f]|[\\u1ab0-\\u1aff]|[\\u1dc0-\\u1dff]|[\\u20d0-\\u20ff]',
    '[\\u0591-\\u05bd]|[\\u05bf-\\u05c7]|[\\u0610-\\u061a]|\\u0640|[\\u064b-\\u065f]|\\u0670|[\\u06d6-\\u06ed]|\\p{Cf}',
  ].join('|'),
  'gu',
);
/** Letters and figures; and the box that stands for what was taken out, so that what is left does not join over it. */
const KEPT = /[\p{L}\p{N}\p{M}█]/u;
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const SAME: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ſ: 's',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ه: 'ہ',
  ھ: 'ہ',
  ۀ: 'ہ',
  ۂ: 'ہ',
  ة: 'ہ',
  ۃ: 'ہ',
  ە: 'ہ',
};

/** One spelling for all: case, accents, presentation forms, ligatures, Arabic and Urdu letters, figures of any script. */
function foldMarks(text: string): string {
  // Plain text is by far the most of it.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  let out = '';
  for (const char of text.normalize('NFKD').replace(MARKS, '').toLowerCase()) {
    const digit = digitOf(char.codePointAt(0)!);
    out += digit ?? SAME[char] ?? char;
  }
  return out.replace(MARKS, '');
}

function digitOf(code: number): string | null {
  for (const zero of [0x660, 0x6f0, 0x966]) if (code >= zero && code <= zero + 9) return String(code - zero);
  return null;
}

/** Letters and figures of a text in one spelling, without anything between them. */
export function foldText(text: string): string {
  return foldPieces([...text].map((char) => ({ text: char, apart: false }))).text;
}

/** Folds pieces into one text that knows where each letter came from. */
export function foldPieces(pieces: readonly Piece[]): FoldedText {
  let text = '';
  const owners: number[] = [];
  const breaks: boolean[] = [];
  let apart = true;
  for (const [i, piece] of pieces.entries()) {
    if (piece.apart) apart = true;
    for (const char of foldMarks(piece.text)) {
      if (!KEPT.test(char)) {
        apart = true;
        continue;
      }
      for (let unit = 0; unit < char.length; unit++) {
        owners.push(i);
        breaks.push(apart && unit === 0);
      }
      text += char;
      apart = false;
    }
  }
  return { text, owners, breaks };
}

/** A term ready for searching; null when it has neither letters nor figures. */
export function makeTerm(text: string): Term | null {
  const { text: folded, breaks } = foldPieces([...text].map((char) => ({ text: char, apart: false })));
  if (folded.replaceAll('█', '') === '') return null;
  return {
    text: text.trim(),
    folded,
    breaks: new Set(breaks.flatMap((apart, i) => (apart && i > 0 ? [i] : []))),
    wholeWord: folded.length <= LONGEST_WHOLE_WORD && !WITHOUT_SPACES.test(folded),
    rightToLeft: RIGHT_TO_LEFT.test(folded),
  };
}

/** The terms of a list, each once: one a line, `#` begins a comment line. */
export function readTerms(list: string): { terms: Term[]; unusable: string[] } {
  const terms = new Map<string, Term>();
  const unusable: string[] = [];
  for (const line of list.replace(/^\ufeff/, '').split(/\r\n|[\r\n]/)) {
    const text = line.trim();
    if (text === '' || text.startsWith('#')) continue;
    const term = makeTerm(text);
    if (!term) unusable.push(text);
    else if (!terms.has(term.folded)) terms.set(term.folded, term);
  }
  return { terms: [...terms.values()], unusable };
}

/**
 * Every place of the terms in a text. Spaces, signs and the ends of lines are passed over; where they stand inside a
 * word of the term, it must be a word of its own there ("A y e s h a", not "was arable" for "Sara").
 */
export function findTerms({ text, owners, breaks }: FoldedText, terms: readonly Term[]): Found[] {
  const found: Found[] = [];
  for (const term of terms) {
    const { length } = term.folded;
    for (let at = text.indexOf(term.folded); at >= 0; at = text.indexOf(term.folded, at + 1)) {
      const end = at + length;
      const alone = (at === 0 || breaks[at]!) && (end === text.length || breaks[end]!);
      if (!alone && (term.wholeWord || isBroken(breaks, at, term))) continue;
      found.push({ term, first: owners[at]!, last: owners[end - 1]! });
    }
  }
  return found;
}

function isBroken(breaks: readonly boolean[], at: number, { folded, breaks: own }: Term): boolean {
  for (let i = 1; i < folded.length; i++) if (breaks[at + i] && !own.has(i)) return true;
  return false;
}

/** Whether a plain text holds one of the terms: the first that it holds. */
export function termIn(text: string, terms: readonly Term[]): Term | null {
  return findTerms(foldPieces([...text].map((char) => ({ text: char, apart: false }))), terms)[0]?.term ?? null;
}

/** A text with a box in every place of the terms. */
export function withoutTerms(text: string, terms: readonly Term[]): string {
  const chars = [...text];
  const gone = new Set<number>();
  for (const { first, last } of findTerms(foldPieces(chars.map((char) => ({ text: char, apart: false }))), terms))
    for (let i = first; i <= last; i++) gone.add(i);
  return chars.map((char, i) => (!gone.has(i) ? char : gone.has(i - 1) ? '' : '█████')).join('');
}
