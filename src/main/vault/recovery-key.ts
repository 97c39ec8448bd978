import { createHash, hkdfSync } from 'node:crypto';
import { problem } from '#shared/problem.ts';

/**
 * The recovery key: 32 random bytes in Crockford's base 32, 52 characters, then 4 check characters (the first 20 bits
 * of the bytes' SHA-256), written as 14 groups of 4.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function writeRecoveryKey(bytes: Buffer): string {
  const text = base32(bytes, 52) + base32(createHash('sha256').update(bytes).digest().subarray(0, 3), 4);
  return text.match(/.{4}/g)!.join('-');
}

/**
 * Reads what somebody typed: case, spaces and dashes do not matter, and O, I, L are taken for 0, 1, 1.
 * @throws ProblemError `wrong-recovery-key` where it is no recovery key, before any key is tried
 */
export function readRecoveryKey(typed: string): Buffer {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (text.length !== 56 || [...text].some((letter) => !ALPHABET.includes(letter))) {
    throw problem(
      'wrong-recovery-key',
      'This is not a recovery key: it has 14 groups of 4 letters and digits. Nothing was changed.',
    );
  }
  let bits = 0n;
  for (const letter of text.slice(0, 52)) bits = (bits << 5n) | BigInt(ALPHABET.indexOf(letter));
  // 52 characters hold 260 bits: the last four are no part of the key.
  const bytes = Buffer.from((bits >> 4n).toString(16).padStart(64, '0'), 'hex');
  if (writeRecoveryKey(bytes).replaceAll('-', '') !== text) {
    throw problem(
      'wrong-recovery-key',
      'A letter or digit of this recovery key is mistyped: its check does not come out. Nothing was changed.',
    );
  }
  return bytes;
}

/** The key of the recovery slot. The recovery key is as long as a key, so no slow derivation is needed. */
export function recoverySlotKey(bytes: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', bytes, Buffer.alloc(0), 'misl/v1/recovery', 32));
}

/** The first `length` characters of the bytes, five bits each, zero bits after the last. */
function base32(bytes: Buffer, length: number): string {
  const padded = (BigInt(`0x${bytes.toString('hex')}`) << 8n) | 0n;
  const width = bytes.length * 8 + 8;
  return Array.from({ length }, (_, i) => ALPHABET[Number((padded >> BigInt(width - 5 * (i + 1))) & 31n)]).join('');
}
