import type { Folded } from './fold.ts';
import { fold } from './fold.ts';

/** A stretch of folded text that is one of the values looked for, by its place in the list. */
export interface ValueHit {
  value: number;
  from: number;
  to: number;
}

const COUNTRY_CODES = ['92', '91', '44', '1'];
const LEAST_DIGITS = 7;

/** The forms in which a telephone number is dialled, as digits alone: at home, from abroad, with or without the 0. */
function dialled(phone: string): string[] {
  const digits = fold(phone).text.replace(/\D/g, '');
  const isAbroad = phone.trim().startsWith('+') || digits.startsWith('00');
  const bare = isAbroad ? digits.replace(/^00/, '') : digits;
  const code = COUNTRY_CODES.find((each) => bare.startsWith(each) && (isAbroad || bare.length >= 11 + each.length - 1));
  const own = (code ? bare.slice(code.length) : bare).replace(/^0+/, '');
  if (own.length < LEAST_DIGITS) return [];
  const codes = code ? [code] : COUNTRY_CODES;
  return [own, `0${own}`, ...codes.flatMap((each) => [each + own, `${each}0${own}`, `00${each}${own}`])];
}

/** The forms of an identity number: its letters and digits, and its groups in the other order, as some programs turn it. */
function written(number: string): string[] {
  const groups = fold(number).text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const whole = groups.join('');
  if (whole.length < 5 || !/\d/.test(whole)) return [];
  return groups.length > 1 ? [whole, [...groups].reverse().join('')] : [whole];
}

/** Letters that stand for digits in a number that is read, or written to be overlooked. */
const AS_DIGIT: Record<string, string> = { o: '0', i: '1', l: '1' };

/** A run of digits, or of letters and digits, in a text. */
interface Group {
  text: string;
  from: number;
  to: number;
}

/** Finds numbers however they are grouped, in the digits of any script. */
export class NumberFinder {
  /** Values of digits alone, and those with letters. */
  private readonly digits = new Forms();
  private readonly mixed = new Forms();

  constructor(values: readonly { kind: 'identity-number' | 'phone'; value: string }[]) {
    for (const [at, { kind, value }] of values.entries()) {
      for (const form of kind === 'phone' ? dialled(value) : written(value))
        (/^\d+$/.test(form) ? this.digits : this.mixed).add(form, at);
    }
  }

  find({ text }: Folded): ValueHit[] {
    return [...this.digits.find(text, digitGroups), ...this.mixed.find(text, wordGroups)];
  }
}

/** The forms of values, found in groups that stand together. */
class Forms {
  private readonly forms = new Map<string, number[]>();
  /** How the forms begin, so that most of what is no such number is left at its beginning. */
  private readonly heads = new Set<string>();
  private longest = 0;

  add(form: string, value: number): void {
    this.forms.set(form, [...(this.forms.get(form) ?? []), value]);
    this.heads.add(form.slice(0, HEAD));
    this.longest = Math.max(this.longest, form.length);
  }

  find(text: string, groupsOf: (text: string) => Group[]): ValueHit[] {
    if (this.forms.size === 0) return [];
    const groups = groupsOf(text);
    const hits: ValueHit[] = [];
    for (let i = 0; i < groups.length; i++) {
      let whole = '';
      for (let j = i; j < groups.length; j++) {
        if (j > i && !isOneNumber(text.slice(groups[j - 1]!.to, groups[j]!.from))) break;
        whole += groups[j]!.text;
        if (whole.length > this.longest) break;
        if (whole.length < HEAD) continue;
        if (!this.heads.has(whole.slice(0, HEAD))) break;
        for (const value of this.forms.get(whole) ?? []) hits.push({ value, from: groups[i]!.from, to: groups[j]!.to });
      }
    }
    return hits;
  }
}

const HEAD = 4;

/** Whether what stands between two groups divides no number: some signs or spaces, and no letter. */
const isOneNumber = (between: string) => between.length <= 3 && !/[\p{L}\p{N}]/u.test(between);

const wordGroups = (text: string): Group[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: found, index }) => ({
    text: found,
    from: index,
    to: index + found.length,
  }));

/** Runs of digits, also where letters stand close to them, and with letters that look like digits inside. */
function digitGroups(text: string): Group[] {
  const groups: Group[] = [];
  for (const { 0: found, index } of text.matchAll(/\d(?:[\doil]*\d)?|(?<![\p{L}\d])[oil](?=\d)[\doil]*/gu))
    groups.push({
      text: found.replace(/[oil]/g, (letter) => AS_DIGIT[letter]!),
      from: index,
      to: index + found.length,
    });
  return groups;
}

/** Finds mail addresses, also where `@` and the dots are spelt out or have spaces around them. */
export class EmailFinder {
  private readonly forms = new Map<string, number[]>();

  constructor(values: readonly string[]) {
    for (const [at, value] of values.entries()) {
      const form = fold(value).text.replace(/\s/g, '');
      if (/^[^@]+@[^@]+\.[^@]+$/.test(form)) this.forms.set(form, [...(this.forms.get(form) ?? []), at]);
    }
  }

  find({ text }: Folded): ValueHit[] {
    if (this.forms.size === 0) return [];
    const hits: ValueHit[] = [];
    const pattern =
      /([\p{L}\p{N}._+-]{1,64}(?:(?:\s?[[({]\s?dot\s?[\])}]\s?|\sdot\s|\s\.\s)[\p{L}\p{N}._+-]{1,64}){0,3})\s{0,2}(?:@|%40|[[({]\s?at\s?[\])}]|\sat\s)\s{0,2}([\p{L}\p{N}-]{1,63}(?:\s?(?:\.|[[({]\s?dot\s?[\])}]|\sdot\s)\s?[\p{L}\p{N}-]{1,63}){1,5})/gu;
    for (const { 0: found, 1: box = '', 2: host = '', index } of text.matchAll(pattern)) {
      const plain = (part: string) => part.replace(/[[({]\s?dot\s?[\])}]|\sdot\s/g, '.').replace(/\s/g, '');
      const [name, domain] = [plain(box), plain(host)];
      // The dot that ends a sentence, and words that follow it, are no part of the address.
      for (const [form, values] of this.forms) {
        const [ownBox, ownHost = ''] = form.split('@');
        if (name !== ownBox || (domain !== ownHost && !domain.startsWith(`${ownHost}.`))) continue;
        for (const value of values) hits.push({ value, from: index, to: index + found.length });
      }
    }
    return hits;
  }
}
