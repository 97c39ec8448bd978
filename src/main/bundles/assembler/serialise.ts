import { BYTE_CLASS } from './lexer.ts';

/** A name with its slash, odd characters as `#xx`. */
export function nameText(name: string): string {
  if (/^[A-Za-z0-9._+*-]*$/.test(name)) return `/${name}`;
  let out = '/';
  for (const char of name) {
    const code = char.charCodeAt(0);
    // The one character that no name may hold (ISO 32000-1, 7.3.5).
    if (code === 0) continue;
    const odd = code < 33 || code > 126 || code === 35 || BYTE_CLASS[code] !== 0;
    out += odd ? `#${(code & 255).toString(16).padStart(2, '0')}` : char;
  }
  return out;
}

/** A number without an exponent, to six places. */
export function numberText(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e15 ? String(value) : '0';
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return '0';
  const text = value.toFixed(6).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

/** A string of bytes in hexadecimal. */
export function hexText(bytes: Uint8Array): string {
  return `<${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}>`;
}

/** A text string (ISO 32000-1, 7.9.2): plain where it is ASCII, UTF-16 with a byte order mark where not. */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return literal(text);
  const units = Buffer.from(`\ufeff${text}`, 'utf16le');
  return hexText(units.swap16());
}

/** Bytes as a literal string; `text` must hold codes below 256 only. */
export function literal(text: string): string {
  return `(${text.replace(/[\\()]/g, '\\$&').replace(/\r/g, '\\r')})`;
}

/** A list of references. */
export function refList(numbers: Iterable<number>): string {
  let out = '[';
  for (const num of numbers) out += out.length > 1 ? ` ${num} 0 R` : `${num} 0 R`;
  return `${out}]`;
}
