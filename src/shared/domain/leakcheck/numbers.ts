import type { Folded } from './fold.ts';
import { fold } from './fold.ts';

/** A stretch of folded text that is one of the values looked for, by its place in the list. */
export interface ValueHit {
  value: number;
  from: number;
  to: number;
}

/** Most groups that a number is written in. */
const GROUPS = 8;
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

/** Finds numbers however they are grouped, in the digits of any script. */
export class NumberFinder {
  private readonly forms = new Map<string, number[]>();
  private longest = 0;

  constructor(values: readonly { kind: 'identity-number' | 'phone'; value: string }[]) {
    for (const [at, { kind, value }] of values.entries()) {
      for (const form of kind === 'phone' ? dialled(value) : written(value)) {
        this.forms.set(form, [...(this.forms.get(form) ?? []), at]);
        this.longest = Math.max(this.longest, form.length);
      }
    }
  }

  find({ text }: Folded): ValueHit[] {
    if (this.forms.size === 0) return [];
    const groups = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
    const hits: ValueHit[] = [];
    for (let i = 0; i < groups.length; i++) {
      let whole = '';
      for (let j = i; j < Math.min(groups.length, i + GROUPS); j++) {
        const between = j === i ? '' : text.slice(groups[j - 1]!.index + groups[j - 1]![0].length, groups[j]!.index);
        if (between.length > 3 || /[^\s\-./()_+\u00b7|]/.test(between)) break;
        whole += groups[j]![0];
        if (whole.length > this.longest) break;
        for (const value of this.forms.get(whole) ?? []) {
          hits.push({ value, from: groups[i]!.index, to: groups[j]!.index + groups[j]![0].length });
        }
      }
    }
    return hits;
  }
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
      /([\p{L}\p{N}._+-]{1,64})\s{0,2}(?:@|%40|[[({]\s?at\s?[\])}]|\sat\s)\s{0,2}([\p{L}\p{N}-]{1,63}(?:\s?(?:\.|[[({]\s?dot\s?[\])}]|\sdot\s)\s?[\p{L}\p{N}-]{1,63}){1,5})/gu;
    for (const { 0: found, 1: box = '', 2: host = '', index } of text.matchAll(pattern)) {
      const domain = host.replace(/[[({]\s?dot\s?[\])}]|\sdot\s/g, '.').replace(/\s/g, '');
      // The dot that ends a sentence, and words that follow it, are no part of the address.
      for (const [form, values] of this.forms) {
        const [ownBox, ownHost = ''] = form.split('@');
        if (box !== ownBox || (domain !== ownHost && !domain.startsWith(`${ownHost}.`))) continue;
        for (const value of values) hits.push({ value, from: index, to: index + found.length });
      }
    }
    return hits;
  }
}
