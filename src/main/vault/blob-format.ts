import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { problem } from '#shared/problem.ts';
import { seal, unseal } from './keys.ts';
import { release } from './memory.ts';

/**
 * One encrypted file for one content (docs/vault-format.md, “Blobs”):
 *
 *   0  magic "MISLB" 0x01 | 6 flags 0 | 7 chunk size as a power of two, 16 | 8 blob id (16) | 24 nonce (12)
 *   36 the blob's own key under the blob subkey (48), bound to bytes 0 to 35 | 84 chunks
 *
 * Chunks are AES-256-GCM under the blob's own key, 64 KiB of plain text and a tag of 16 (the STREAM construction):
 * nonce = 7 zero bytes, the chunk's number (32 bits, big-endian), 1 for the last chunk or 0; bound to the blob's id and
 * the number. So chunks can't be left out, swapped, cut off or taken from another blob, and each can be read alone.
 */
export const HEADER_BYTES = 84;
export const CHUNK = 65_536;
export const TAG = 16;
const MAGIC = Buffer.from([0x4d, 0x49, 0x53, 0x4c, 0x42, 0x01, 0x00, 0x10]);

export const damagedBlob = (id: string, cause?: unknown) =>
  problem(
    'blob-damaged',
    `A file of the vault is damaged or was altered (blob ${id}). Nothing of it is shown, and the rest of the vault is unharmed.`,
    { hint: 'Restore it from a backup; “misl vault verify” lists all that is damaged.' },
    cause,
  );

/** A new blob's header, and the key that its chunks are under. */
export function newBlobHeader(blobKey: Buffer, id: string): { header: Buffer; key: Buffer } {
  const key = randomBytes(32);
  const bound = Buffer.concat([MAGIC, Buffer.from(id, 'hex'), randomBytes(12)]);
  const { ct } = seal(blobKey, key, bound, bound.subarray(24));
  return { header: Buffer.concat([bound, ct]), key };
}

/** @returns the key of a blob's chunks @throws ProblemError `blob-damaged` also where it is another blob's file */
export function openBlobHeader(blobKey: Buffer, id: string, header: Buffer): Buffer {
  const fits =
    header.length === HEADER_BYTES &&
    header.subarray(0, 8).equals(MAGIC) &&
    header.subarray(8, 24).toString('hex') === id;
  const key = fits
    ? unseal(blobKey, { nonce: header.subarray(24, 36), ct: header.subarray(36) }, header.subarray(0, 36))
    : undefined;
  if (!key) throw damagedBlob(id);
  return key;
}

function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function aadOf(id: Buffer, index: number): Buffer {
  const aad = Buffer.alloc(20);
  id.copy(aad);
  aad.writeUInt32BE(index, 16);
  return aad;
}

/**
 * Seals a chunk into a piece of memory from some place on.
 * @param id the blob's id as 16 bytes
 * @returns how many bytes it takes there
 */
export function sealChunk(
  key: Buffer,
  id: Buffer,
  { index, last, plain }: { index: number; last: boolean; plain: Uint8Array },
  into: Buffer,
  at: number,
): number {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, last));
  cipher.setAAD(aadOf(id, index));
  const sealed = cipher.update(plain);
  cipher.final();
  into.set(sealed, at);
  into.set(cipher.getAuthTag(), at + sealed.length);
  release(sealed);
  return plain.length + TAG;
}

/**
 * Opens one sealed chunk into a piece of memory from some place on, where it takes as many bytes as it has without its tag.
 * @returns false where the chunk is not the one that belongs there; nothing of it is in the memory then
 */
export type OpenChunk = (index: number, last: boolean, sealed: Buffer, into: Uint8Array, at: number) => boolean;

/**
 * What opens the chunks of one blob.
 * @param key of the chunks
 * @param id the blob's id as 16 bytes
 */
export function chunkOpener(key: Uint8Array, id: Buffer): OpenChunk {
  // Of a key that is bytes each decipher would make one of these anew, which takes longer than the chunk itself.
  const secret = createSecretKey(key);
  return (index, last, sealed, into, at) => {
    if (sealed.length < TAG) return false;
    const decipher = createDecipheriv('aes-256-gcm', secret, nonceOf(index, last));
    decipher.setAAD(aadOf(id, index));
    decipher.setAuthTag(sealed.subarray(-TAG));
    const plain = decipher.update(sealed.subarray(0, -TAG));
    try {
      decipher.final();
      into.set(plain, at);
      return true;
    } catch {
      return false;
    } finally {
      release(plain);
    }
  };
}

/** How many chunks and bytes of content a blob's file of some length has; undefined where no blob has that length. */
export function shapeOf(fileBytes: number): { chunks: number; size: number } | undefined {
  const body = fileBytes - HEADER_BYTES;
  if (body < TAG) return undefined;
  const chunks = Math.ceil(body / (CHUNK + TAG));
  const last = body - (chunks - 1) * (CHUNK + TAG);
  // Only an empty content has an empty chunk.
  if (last < TAG || (last === TAG && chunks > 1)) return undefined;
  return { chunks, size: body - chunks * TAG };
}
