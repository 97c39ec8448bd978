/**
 * A second reader of the vault format, written from docs/vault-format.md alone. It shares no code with the program: what
 * both agree on is what the document says.
 */
import { createDecipheriv, createHash, createHmac, hkdfSync, pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { argon2id } from 'hash-wasm';

interface Slot {
  kind: string;
  kdf: { m: number; t: number; p: number; salt: string };
  wrap: { nonce: string; ct: string };
}
export interface Header {
  vaultId: string;
  sum: string;
  mac: string;
  slots: Slot[];
}

const unhex = (text: string) => Buffer.from(text, 'hex');

/** RFC 8785 for what a header holds. */
export function jcs(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    member && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(
          Object.keys(member)
            .sort()
            .map((key) => [key, (member as Record<string, unknown>)[key]]),
        )
      : member,
  );
}

function without(value: object, ...names: string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

function gcm(key: Uint8Array, nonce: Uint8Array, sealed: Buffer, aad: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(sealed.length - 16));
  return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - 16)), decipher.final()]);
}

export function hkdf(key: Uint8Array, salt: Uint8Array, info: string, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, info, length));
}

export const subkeyOf = (master: Buffer, { vaultId }: Header, info: string, length = 32) =>
  hkdf(master, unhex(vaultId), info, length);

export function readHeader(dir: string, name = 'vault.json'): Header {
  const header = JSON.parse(readFileSync(path.join(dir, name), 'utf8')) as Header;
  const sum = createHash('sha256')
    .update(jcs(without(header, 'sum', 'mac')))
    .digest('hex');
  if (sum !== header.sum) throw new Error('damaged');
  return header;
}

function unwrap(header: Header, slot: Slot, kek: Uint8Array): Buffer {
  const aad = Buffer.concat([Buffer.from(jcs(without(slot, 'wrap'))), unhex(header.vaultId)]);
  const master = gcm(kek, unhex(slot.wrap.nonce), unhex(slot.wrap.ct), aad);
  const mac = createHmac('sha256', subkeyOf(master, header, 'misl/v1/header')).update(jcs(without(header, 'mac')));
  if (mac.digest('hex') !== header.mac) throw new Error('altered');
  return master;
}

const slotOf = (header: Header, kind: string) => header.slots.find((slot) => slot.kind === kind)!;

export async function masterByPassphrase(header: Header, passphrase: string): Promise<Buffer> {
  const slot = slotOf(header, 'passphrase');
  const kek = await argon2id({
    password: passphrase.normalize('NFKC'),
    salt: unhex(slot.kdf.salt),
    memorySize: slot.kdf.m,
    iterations: slot.kdf.t,
    parallelism: slot.kdf.p,
    hashLength: 32,
    outputType: 'binary',
  });
  return unwrap(header, slot, kek);
}

/** By bits, one after the other: slow, and as the document says it. */
function recoveryBytes(written: string): Buffer {
  const letters = written.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const bits = [...letters]
    .map((c) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(c).toString(2).padStart(5, '0'))
    .join('');
  const bytes = Buffer.from(
    bits
      .slice(0, 256)
      .match(/.{8}/g)!
      .map((byte) => Number.parseInt(byte, 2)),
  );
  const digest = createHash('sha256').update(bytes).digest();
  const check = [...digest]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
    .slice(0, 20);
  if (bits.slice(256, 260) !== '0000' || bits.slice(260) !== check) throw new Error('mistyped');
  return bytes;
}

export function masterByRecoveryKey(header: Header, written: string): Buffer {
  const kek = hkdf(recoveryBytes(written), Buffer.alloc(0), 'misl/v1/recovery', 32);
  return unwrap(header, slotOf(header, 'recovery'), kek);
}

/** One page of a SQLCipher 4 database, decrypted; page 1 begins as plain SQLite does. */
export function readPage(file: Buffer, number: number, key: Buffer): Buffer {
  const salt = file.subarray(0, 16);
  const macKey = pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512');
  const page = file.subarray((number - 1) * 4096, number * 4096);
  const from = number === 1 ? 16 : 0;
  const iv = page.subarray(4016, 4032);
  const place = Buffer.alloc(4);
  place.writeUInt32LE(number);
  const mac = createHmac('sha512', macKey).update(page.subarray(from, 4032)).update(place).digest();
  if (!mac.equals(page.subarray(4032))) throw new Error(`page ${number} is damaged`);
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(page.subarray(from, 4016)), decipher.final()]);
  return Buffer.concat([
    number === 1 ? Buffer.from('SQLite format 3\0', 'latin1') : Buffer.alloc(0),
    plain,
    Buffer.alloc(80),
  ]);
}

/** A whole database as plain SQLite with 80 reserved bytes a page. */
export function decryptDatabase(file: Buffer, key: Buffer): Buffer {
  return Buffer.concat(Array.from({ length: file.length / 4096 }, (_, i) => readPage(file, i + 1, key)));
}

export function readBlob(file: Buffer, id: string, blobKey: Buffer): Buffer {
  if (file.subarray(0, 8).toString('hex') !== '4d49534c42010010') throw new Error('no blob');
  if (file.subarray(8, 24).toString('hex') !== id) throw new Error('another blob');
  const key = gcm(blobKey, file.subarray(24, 36), file.subarray(36, 84), file.subarray(0, 36));
  const parts: Buffer[] = [];
  for (let at = 84, i = 0; at < file.length; i++) {
    const end = Math.min(file.length, at + 65_552);
    const number = Buffer.alloc(4);
    number.writeUInt32BE(i);
    const nonce = Buffer.concat([Buffer.alloc(7), number, Buffer.of(end === file.length ? 1 : 0)]);
    parts.push(gcm(key, nonce, file.subarray(at, end), Buffer.concat([unhex(id), number])));
    at = end;
  }
  return Buffer.concat(parts);
}
