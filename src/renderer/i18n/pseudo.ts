export type Catalogue = { readonly [key: string]: string | Catalogue };

const ACCENTED: Record<string, string> = {
  a: 'á',
  e: 'ë',
  i: 'ï',
  o: 'ö',
  u: 'ü',
  A: 'Á',
  E: 'Ë',
  I: 'Ï',
  O: 'Ö',
  U: 'Ü',
};

/**
 * The catalogue as it would stand in a language that is longer and runs from right to left: tests show by it what is not
 * translated, does not fit, or does not mirror. Placeholders stay as they are.
 */
export function pseudo(catalogue: Catalogue): Catalogue {
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudoText(value) : pseudo(value),
    ]),
  );
}

function pseudoText(text: string): string {
  const accented = text
    .split(/(\{\{.*?\}\})/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/[aeiouAEIOU]/g, (letter) => ACCENTED[letter] ?? letter)))
    .join('');
  // A third longer, as translations of short English words are; the mark makes the first strong letter one of the right.
  return `\u200f⟦${accented}${'~'.repeat(Math.ceil(text.length / 3))}⟧\u200f`;
}
