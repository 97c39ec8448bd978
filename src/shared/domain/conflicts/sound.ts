/** How a name sounds, for Urdu and Roman spellings alike: its consonants by class, without vowels and breathings. */

const URDU: Record<string, string> = {
  ب: 'b',
  پ: 'p',
  ت: 't',
  ٹ: 't',
  ط: 't',
  ث: 's',
  س: 's',
  ص: 's',
  ش: 'x',
  ج: 'j',
  چ: 'c',
  خ: 'k',
  ق: 'k',
  ک: 'k',
  ك: 'k',
  گ: 'g',
  غ: 'g',
  د: 'd',
  ڈ: 'd',
  ذ: 'z',
  ز: 'z',
  ض: 'z',
  ظ: 'z',
  ژ: 'z',
  ر: 'r',
  ڑ: 'r',
  ف: 'f',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ں: 'n',
};

/** Letters that Roman spelling joins to one sound, longest first. */
const JOINED: readonly [RegExp, string][] = [
  [/tch|ch/g, 'C'],
  [/sch|sh/g, 'X'],
  [/kh|q|ck/g, 'k'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/zh/g, 'z'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/bh/g, 'b'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
];

/** @param word one word in lower case. @returns the classes of its consonants, doubled ones once: "mlk" */
export function soundOf(word: string): string {
  const urdu = [...word].map((letter) => URDU[letter] ?? '').join('');
  let sound = urdu;
  if (urdu === '') {
    let roman = word;
    for (const [pattern, letter] of JOINED) roman = roman.replace(pattern, letter);
    sound = roman
      .replace(/[aeiouwvyh'’]/g, '')
      .replace(/C/g, 'c')
      .replace(/X/g, 'x')
      .replace(/[^a-z]/g, '');
  }
  return sound.replace(/(.)\1+/g, '$1');
}
