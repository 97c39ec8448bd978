import { numberText } from '#main/bundles/assembler/serialise.ts';

/** A number to ten places: viewers round to whole pixels, and a line must not move because of a digit that was cut. */
export function fineText(value: number): string {
  if (Number.isInteger(value) || !(Math.abs(value) < 1e9)) return numberText(value);
  const text = value.toFixed(10).replace(/0+$/, '').replace(/\.$/, '');
  return text === '-0' ? '0' : text;
}
