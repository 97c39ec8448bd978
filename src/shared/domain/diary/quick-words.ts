/** Words and digits of a line that is typed into the diary: English, Urdu, and Urdu in Roman letters. */

/** Urdu and Arabic digits as Latin ones, place by place, so that positions in the text stay what they are. */
export function latinDigits(text: string): string {
  return text.replace(/[\u06f0-\u06f9\u0660-\u0669]/g, (sign) => String(sign.charCodeAt(0) & 0xf));
}

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'جنوری'],
  ['february', 'feb', 'فروری'],
  ['march', 'mar', 'مارچ'],
  ['april', 'apr', 'اپریل'],
  ['may', 'مئی'],
  ['june', 'jun', 'جون'],
  ['july', 'jul', 'جولائی'],
  ['august', 'aug', 'اگست'],
  ['september', 'sept', 'sep', 'ستمبر'],
  ['october', 'oct', 'اکتوبر'],
  ['november', 'nov', 'نومبر'],
  ['december', 'dec', 'دسمبر'],
];

/** Sunday first. "جمعہ" also begins the Thursday "جمعرات": longer words are tried first. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['sunday', 'sun', 'اتوار'],
  ['monday', 'mon', 'پیر', 'سوموار'],
  ['tuesday', 'tues', 'tue', 'منگل'],
  ['wednesday', 'weds', 'wed', 'بدھ'],
  ['thursday', 'thurs', 'thur', 'thu', 'جمعرات'],
  ['friday', 'fri', 'جمعہ'],
  ['saturday', 'sat', 'ہفتہ'],
];

const byLength = (lists: readonly (readonly string[])[]) =>
  lists
    .flat()
    .sort((a, b) => b.length - a.length)
    .join('|');

/** Alternatives for a pattern. */
export const MONTH_WORDS = byLength(MONTHS);
export const WEEKDAY_WORDS = byLength(WEEKDAYS);

/** 1 to 12. */
export const monthOfWord = (word: string) =>
  MONTHS.findIndex((names) => names.includes(word.toLowerCase().replace(/\.$/, ''))) + 1;

/** 0 is Sunday. */
export const weekdayOfWord = (word: string) => WEEKDAYS.findIndex((names) => names.includes(word.toLowerCase()));

/** A pattern that stands for itself: no letter or digit before or behind it. Flags g, i and u. */
export function whole(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu');
}

/** What is taken out of the text, so that nothing is read twice. */
const TAKEN = '\u0000';

/** A line of which parts are taken one after the other. */
export class Line {
  readonly text: string;
  private left: string;

  constructor(text: string) {
    this.text = text;
    this.left = latinDigits(text);
  }

  /** Takes each match for which `read` gives something. */
  takeAll<T>(pattern: RegExp, read: (match: RegExpExecArray) => T | null): (T & { text: string; at: number })[] {
    const found: (T & { text: string; at: number })[] = [];
    for (const match of this.left.matchAll(pattern)) {
      const value = read(match as RegExpExecArray);
      if (value === null) continue;
      found.push({
        ...value,
        text: this.text.slice(match.index, match.index + match[0].length).trim(),
        at: match.index,
      });
      this.take(match.index, match[0].length);
    }
    return found;
  }

  take(at: number, length: number) {
    this.left = this.left.slice(0, at) + TAKEN.repeat(length) + this.left.slice(at + length);
  }

  /** What is not taken yet before a place, up to the last thing that was. */
  before(at: number): string {
    return this.left.slice(this.left.lastIndexOf(TAKEN, at - 1) + 1, at);
  }

  /** The pieces that nothing has taken, as they were typed. */
  rest(): string[] {
    const pieces: string[] = [];
    for (const match of this.left.matchAll(/[^\u0000]+/g)) {
      pieces.push(this.text.slice(match.index, match.index + match[0].length));
    }
    return pieces;
  }
}
