import crypto from 'node:crypto';
import { Rc4 } from './rc4.ts';
import { SourceFailure } from './types.ts';
import { isDict, type PdfDict, type PdfValue } from './values.ts';

type Method = 'none' | 'rc4' | 'aes-128' | 'aes-256';
type Deref = (value: PdfValue | undefined) => PdfValue;

/** Deciphers a stream piece by piece. */
export interface StreamDecipher {
  /** How many bytes there will be. */
  readonly length: number;
  /** How many leading bytes of the stream are not data. */
  readonly skip: number;
  update(bytes: Buffer): Buffer;
}

/** Deciphers the strings and streams of one file. */
export interface Decryption {
  readonly encryptsMetadata: boolean;
  readonly encryptsStreams: boolean;
  string(bytes: Buffer, num: number, gen: number): Buffer;
  stream(bytes: Buffer, num: number, gen: number): Buffer;
  /** For a stream of `length` bytes; `tail` gives its last bytes, from which the true length is known ahead. */
  streaming(num: number, gen: number, length: number, head: Buffer, tail: Buffer): StreamDecipher;
}

const PADDING = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
const NOTHING = Buffer.alloc(0);

interface Parameters {
  readonly revision: number;
  readonly keyLength: number;
  readonly owner: Buffer;
  readonly user: Buffer;
  readonly ownerKey: Buffer;
  readonly userKey: Buffer;
  readonly permissions: number;
  readonly id: Buffer;
  readonly encryptsMetadata: boolean;
  readonly stringMethod: Method;
  readonly streamMethod: Method;
}

/**
 * The standard security handler (ISO 32000-1, 7.6.3; ISO 32000-2, 7.6.4), opened with the password given or, failing
 * that, with the empty one, either as user or as owner. Throws SourceFailure when neither opens it.
 */
export function openEncryption(dict: PdfDict, id: Buffer, password: string | undefined, deref: Deref): Decryption {
  const parameters = readParameters(dict, id, deref);
  for (const attempt of password ? [password, ''] : ['']) {
    const key = parameters.revision >= 5 ? modernKey(parameters, attempt) : classicKey(parameters, attempt);
    if (key) return decryption(parameters, key);
  }
  if (password) throw new SourceFailure('wrong-password', 'The password given does not open this document.');
  throw new SourceFailure('needs-password', 'This document opens only with a password.');
}

function unsupported(what: string): SourceFailure {
  return new SourceFailure('encryption-unsupported', `This document is encrypted in a way that is not known: ${what}.`);
}

function readParameters(dict: PdfDict, id: Buffer, deref: Deref): Parameters {
  const get = (key: string) => deref(dict.get(key));
  const number = (key: string, usual: number) => {
    const value = get(key);
    return typeof value === 'number' ? value : usual;
  };
  const bytes = (key: string) => {
    const value = get(key);
    return Buffer.isBuffer(value) ? value : NOTHING;
  };
  if (get('Filter') !== 'Standard') throw unsupported(`the handler ${String(get('Filter')).slice(0, 40)}`);
  const version = number('V', 0);
  const revision = number('R', 2);
  if (![1, 2, 4, 5].includes(version) || revision < 2 || revision > 6) {
    throw unsupported(`version ${version}, revision ${revision}`);
  }
  let method: Method = 'rc4';
  let streamMethod: Method = 'rc4';
  if (version >= 4) {
    streamMethod = filterMethod(dict, 'StmF', deref);
    method = filterMethod(dict, 'StrF', deref);
  }
  const bits = version === 1 ? 40 : version === 4 ? 128 : number('Length', 40);
  const least = revision >= 5 ? 48 : 32;
  if (bytes('O').length < least || bytes('U').length < least) throw unsupported('its keys are cut short');
  return {
    revision,
    keyLength: Math.max(5, Math.min(16, Math.floor((bits < 40 ? bits * 8 : bits) / 8))),
    owner: bytes('O'),
    user: bytes('U'),
    ownerKey: bytes('OE'),
    userKey: bytes('UE'),
    permissions: number('P', 0) | 0,
    id,
    encryptsMetadata: get('EncryptMetadata') !== false,
    stringMethod: method,
    streamMethod,
  };
}

function filterMethod(dict: PdfDict, key: string, deref: Deref): Method {
  const name = deref(dict.get(key));
  if (typeof name !== 'string' || name === 'Identity') return 'none';
  const filters = deref(dict.get('CF'));
  const filter = isDict(filters) ? deref(filters.get(name)) : null;
  const method = isDict(filter) ? deref(filter.get('CFM')) : null;
  if (method === 'V2') return 'rc4';
  if (method === 'AESV2') return 'aes-128';
  if (method === 'AESV3') return 'aes-256';
  if (method === 'None' || method === null) return 'none';
  throw unsupported(`the method ${String(method).slice(0, 40)}`);
}

function md5(...parts: readonly Buffer[]): Buffer {
  const hash = crypto.createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function aesCbc(key: Buffer, iv: Buffer, data: Buffer, encrypt = false): Buffer {
  const name = `aes-${key.length * 8}-cbc`;
  const cipher = encrypt ? crypto.createCipheriv(name, key, iv) : crypto.createDecipheriv(name, key, iv);
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

function padded(password: Buffer): Buffer {
  return Buffer.concat([password, PADDING]).subarray(0, 32);
}

/** Revisions 2 to 4: as user password, then as owner password (algorithms 2, 6 and 7). */
function classicKey(p: Parameters, password: string): Buffer | null {
  const bytes = Buffer.from(password, 'latin1');
  return classicUserKey(p, bytes) ?? classicUserKey(p, userPasswordFromOwner(p, bytes));
}

function classicUserKey(p: Parameters, password: Buffer): Buffer | null {
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(p.permissions);
  const open = p.revision >= 4 && !p.encryptsMetadata ? Buffer.from('ffffffff', 'hex') : NOTHING;
  let key = md5(padded(password), p.owner.subarray(0, 32), permissions, p.id, open);
  if (p.revision >= 3) for (let i = 0; i < 50; i++) key = md5(key.subarray(0, p.keyLength));
  key = key.subarray(0, p.keyLength);
  if (p.revision === 2) {
    const check = new Rc4(key).apply(Buffer.from(PADDING));
    return check.equals(p.user.subarray(0, 32)) ? key : null;
  }
  let check = md5(PADDING, p.id);
  for (let i = 0; i < 20; i++) check = new Rc4(key.map((byte) => byte ^ i)).apply(check);
  return check.equals(p.user.subarray(0, 16)) ? key : null;
}

function userPasswordFromOwner(p: Parameters, password: Buffer): Buffer {
  let key = md5(padded(password));
  if (p.revision >= 3) for (let i = 0; i < 50; i++) key = md5(key);
  key = key.subarray(0, p.keyLength);
  const out = Buffer.from(p.owner.subarray(0, 32));
  if (p.revision === 2) return new Rc4(key).apply(out);
  for (let i = 19; i >= 0; i--) new Rc4(key.map((byte) => byte ^ i)).apply(out);
  return out;
}

/** Revisions 5 and 6 (ISO 32000-2, algorithm 2.A). */
function modernKey(p: Parameters, password: string): Buffer | null {
  const bytes = Buffer.from(password.normalize('NFKC'), 'utf8').subarray(0, 127);
  const user = p.user.subarray(0, 48);
  const hash = (salt: Buffer, more: Buffer) =>
    p.revision === 5
      ? crypto.createHash('sha256').update(bytes).update(salt).update(more).digest()
      : hardenedHash(bytes, salt, more);
  const unwrap = (salt: Buffer, more: Buffer, wrapped: Buffer) => {
    if (wrapped.length < 32) throw unsupported('its keys are cut short');
    return aesCbc(hash(salt, more), Buffer.alloc(16), wrapped.subarray(0, 32));
  };
  if (hash(user.subarray(32, 40), NOTHING).equals(user.subarray(0, 32))) {
    return unwrap(user.subarray(40, 48), NOTHING, p.userKey);
  }
  if (hash(p.owner.subarray(32, 40), user).equals(p.owner.subarray(0, 32))) {
    return unwrap(p.owner.subarray(40, 48), user, p.ownerKey);
  }
  return null;
}

/** ISO 32000-2, algorithm 2.B. */
function hardenedHash(password: Buffer, salt: Buffer, more: Buffer): Buffer {
  let key = crypto.createHash('sha256').update(password).update(salt).update(more).digest();
  for (let round = 0; ; round++) {
    const once = Buffer.concat([password, key, more]);
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => once));
    const sealed = aesCbc(key.subarray(0, 16), key.subarray(16, 32), repeated, true);
    const sum = sealed.subarray(0, 16).reduce((total, byte) => total + byte, 0);
    key = crypto
      .createHash(['sha256', 'sha384', 'sha512'][sum % 3]!)
      .update(sealed)
      .digest();
    if (round >= 63 && sealed[sealed.length - 1]! <= round - 31) return key.subarray(0, 32);
  }
}

function decryption(p: Parameters, fileKey: Buffer): Decryption {
  const objectKey = (num: number, gen: number, method: Method) => {
    if (method === 'aes-256') return fileKey;
    const tail = Buffer.from([num, num >> 8, num >> 16, gen, gen >> 8]);
    const salt = method === 'aes-128' ? Buffer.from('sAlT') : NOTHING;
    return md5(fileKey, tail, salt).subarray(0, Math.min(16, fileKey.length + 5));
  };
  const whole = (bytes: Buffer, num: number, gen: number, method: Method) => {
    if (method === 'none') return bytes;
    const key = objectKey(num, gen, method);
    if (method === 'rc4') return new Rc4(key).apply(Buffer.from(bytes));
    const length = (bytes.length - 16) & ~15;
    if (length < 16) return NOTHING;
    const plain = aesCbc(key, bytes.subarray(0, 16), bytes.subarray(16, 16 + length));
    return plain.subarray(0, plain.length - paddingOf(plain));
  };
  return {
    encryptsMetadata: p.encryptsMetadata,
    encryptsStreams: p.streamMethod !== 'none',
    string: (bytes, num, gen) => whole(bytes, num, gen, p.stringMethod),
    stream: (bytes, num, gen) => whole(bytes, num, gen, p.streamMethod),
    streaming(num, gen, length, head, tail) {
      const key = objectKey(num, gen, p.streamMethod);
      if (p.streamMethod === 'rc4') {
        const cipher = new Rc4(key);
        return { length, skip: 0, update: (bytes) => cipher.apply(bytes) };
      }
      const body = Math.max(0, length - 16) & ~15;
      if (body === 0) return { length: 0, skip: Math.min(16, length), update: () => NOTHING };
      const last = aesCbc(key, tail.subarray(0, 16), tail.subarray(16, 32));
      let left = body - paddingOf(last);
      const cipher = crypto.createDecipheriv(`aes-${key.length * 8}-cbc`, key, head.subarray(0, 16));
      cipher.setAutoPadding(false);
      return {
        length: left,
        skip: 16,
        update(bytes) {
          const plain = cipher.update(bytes).subarray(0, left);
          left -= plain.length;
          return plain;
        },
      };
    },
  };
}

/** How many bytes of padding end deciphered blocks; 0 when it is not padding, as in damaged files. */
function paddingOf(plain: Buffer): number {
  const count = plain[plain.length - 1]!;
  return count >= 1 && count <= 16 ? count : 0;
}
