import type { Box } from '#main/bundles/assembler/matrix.ts';
import { hexText, literal, nameText } from '#main/bundles/assembler/serialise.ts';
import type { PdfValue } from '#main/bundles/assembler/values.ts';
import type { PathPart } from './content-model.ts';
import { fineText } from './fine-text.ts';

/** A path as operators. */
export function pathText(parts: readonly PathPart[]): string {
  return parts.map(({ op, n }) => (n.length > 0 ? `${n.map(fineText).join(' ')} ${op}` : op)).join(' ');
}

/** Operands as text: numbers, names, strings and lists of them. */
export function valuesText(values: readonly PdfValue[]): string {
  return values.map(valueText).join(' ');
}

function valueText(value: PdfValue): string {
  if (typeof value === 'number') return fineText(value);
  if (typeof value === 'string') return nameText(value);
  if (Buffer.isBuffer(value)) {
    const text = value.toString('latin1');
    return /^[\x20-\x7e]*$/.test(text) ? literal(text) : hexText(value);
  }
  if (Array.isArray(value)) return `[${value.map(valueText).join(' ')}]`;
  return String(value ?? 'null');
}

/** The boxes that stand where something was taken away. */
export function boxText(box: Box): string {
  const [left, bottom, right, top] = box;
  return `${[left, bottom, right - left, top - bottom].map(fineText).join(' ')} re f`;
}
