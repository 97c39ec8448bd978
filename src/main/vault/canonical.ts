/**
 * JSON in its canonical form (RFC 8785, JCS), for what a MAC or a sum is taken over: keys in the order of their UTF-16
 * units, no white space. Only what a header holds is needed: strings, whole numbers, booleans, null, arrays, objects.
 */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Error('A header holds whole numbers only');
  return JSON.stringify(value);
}
