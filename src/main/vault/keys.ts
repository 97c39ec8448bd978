import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { DatabaseKey } from '#main/store/connection.ts';

/** What a subkey is for: each purpose has a key of its own, so that none can be used in place of another. */
const PURPOSES = {
  header: 'misl/v1/header',
  db: 'misl/v1/db',
  dbSalt: 'misl/v1/db-salt',
  blob: 'misl/v1/blob',
  audit: 'misl/v1/audit',
  dedup: 'misl/v1/dedup',
  backup: 'misl/v1/backup',
} as const;

export type Purpose = keyof typeof PURPOSES;

/** HKDF-SHA256 of the master key, salted with the vault's id. */
export function subkey(master: Buffer, vaultId: string, purpose: Purpose, length = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', master, Buffer.from(vaultId, 'hex'), PURPOSES[purpose], length));
}

export function databaseKey(master: Buffer, vaultId: string): DatabaseKey {
  return { key: subkey(master, vaultId, 'db'), salt: subkey(master, vaultId, 'dbSalt', 16) };
}

/** AES-256-GCM of something small: `nonce` of 12 bytes, `ct` with its tag of 16 at the end. */
export interface Sealed {
  nonce: Buffer;
  ct: Buffer;
}

export function seal(key: Buffer, plain: Buffer, aad: Buffer, nonce = randomBytes(12)): Sealed {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(aad);
  const ct = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { nonce, ct };
}

/** @returns undefined where the key, the text or what is bound to it is not the right one */
export function unseal(key: Buffer, { nonce, ct }: Sealed, aad: Buffer): Buffer | undefined {
  if (ct.length < 16) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAAD(aad);
  decipher.setAuthTag(ct.subarray(-16));
  const plain = decipher.update(ct.subarray(0, -16));
  try {
    decipher.final();
    return plain;
  } catch {
    plain.fill(0);
    return undefined;
  }
}
