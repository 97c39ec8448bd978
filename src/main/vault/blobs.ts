import { createHash, createHmac, randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync } from 'node:fs';
import path from 'node:path';
import type { Connection } from '#main/store/connection.ts';
import type { WriteDb } from '#main/store/database.ts';
import { problem } from '#shared/problem.ts';
import { HEADER_BYTES, openBlobHeader } from './blob-format.ts';
import { type BlobHandle, type ByteReader, contentOf, openBlob } from './blob-reader.ts';
import { type BlobWriting, writeBlob } from './blob-writer.ts';
import { diskFault } from './disk-fault.ts';
import { files, portionsOf, putInPlace, syncFolder } from './files.ts';

/** A content that is in the vault, or on its way: no record refers to it before its row is in the database. */
export interface StoredBlob {
  id: string;
  sha256: string;
  size: number;
  chunks: number;
  mime: string;
  /** Keyed hash of the content, by which equal content is found. */
  dedup: Buffer;
  /** It was there before. */
  existing: boolean;
}

export interface WriteOptions extends BlobWriting {
  mime: string;
  /** What the content was when it was made, in hex: nothing else is taken in. Left out where nobody has hashed it yet. */
  sha256?: string;
}

export interface BlobStore {
  /**
   * Takes in a file or a stream: hashed while it is read, written to `tmp`, made durable, read back, and only then
   * given its place. @throws ProblemError `cannot-read`, `disk-full`; `disk-lies` where it is not what it was
   */
  write(source: string | AsyncIterable<Uint8Array>, options: WriteOptions): Promise<StoredBlob>;
  /** Puts the row of a written blob into the database, inside the command that refers to it. */
  record(db: WriteDb, blob: StoredBlob, at: string): Promise<void>;
  /** What another thread needs to read one blob. */
  handle(id: string): BlobHandle;
  open(id: string): ByteReader;
  readAll(id: string): Promise<Buffer>;
  /** Decrypts a whole blob and compares it with what its row says. @returns what is wrong; null where nothing is */
  check(row: { id: string; sha256: string; size: number }): string | null;
  /** Whether a file that no row refers to was written by this vault, whole, under this name. */
  isOwn(id: string): boolean;
  /** Removes files that no row refers to. @returns how many */
  sweep(): number;
  fileOf(id: string): string;
}

export function createBlobStore(dir: string, db: Connection, keys: { blob: Buffer; dedup: Buffer }): BlobStore {
  const fileOf = (id: string) => path.join(dir, 'blobs', id.slice(0, 2), id);
  const tmp = path.join(dir, 'tmp');
  /** Contents written and not yet recorded, so that the same file twice in one import is written once. */
  const pending = new Map<string, StoredBlob>();

  /** What the vault has of a content; `isLost` where only the row is there. */
  function known(dedup: Buffer): { blob: StoredBlob; isLost: boolean } | undefined {
    const row = db.prepare('SELECT id, sha256, size, chunks, mime, dedup FROM blob WHERE dedup = ?').get(dedup) as
      | Omit<StoredBlob, 'existing'>
      | undefined;
    if (row) return { blob: { ...row, existing: true }, isLost: !existsSync(fileOf(row.id)) };
    const blob = pending.get(dedup.toString('hex'));
    return blob && { blob: { ...blob, existing: true }, isLost: false };
  }

  /** Reads back what was written, so that a disk that lies is found out now. */
  async function prove(partial: string, id: string, sha256: string) {
    const reader = openBlob({ id, file: partial, key: keyOf(partial, id, keys.blob) });
    if ((await hashInTurns(reader)) !== sha256) throw diskLies();
  }

  function place(partial: string, id: string) {
    const target = fileOf(id);
    mkdirSync(path.dirname(target), { recursive: true });
    syncFolder(path.join(dir, 'blobs'));
    putInPlace(partial, target);
  }

  /** Puts a content whose file was lost back under the id that records know it by; a blob is bound to its id. */
  async function putBack(from: { id: string; file: string }, { id, sha256 }: StoredBlob) {
    const partial = path.join(tmp, `${id}.part`);
    try {
      const reader = openBlob({ ...from, key: keyOf(from.file, from.id, keys.blob) });
      await writeBlob(partial, id, keys.blob, contentOf(reader));
      await prove(partial, id, sha256);
      place(partial, id);
    } finally {
      files.remove(partial, { force: true });
    }
  }

  const handle = (id: string): BlobHandle => ({ id, file: fileOf(id), key: keyOf(fileOf(id), id, keys.blob) });

  return {
    fileOf,
    handle,
    open: (id) => openBlob(handle(id)),
    async write(source, { mime, sha256: expected, signal, onProgress }) {
      const id = randomBytes(16).toString('hex');
      const partial = path.join(tmp, `${id}.part`);
      try {
        const { sha256, size, chunks } = await writeBlob(partial, id, keys.blob, bytesOf(source), {
          signal,
          onProgress,
        });
        if (expected !== undefined && sha256 !== expected) throw diskLies();
        const dedup = createHmac('sha256', keys.dedup).update(Buffer.from(sha256, 'hex')).digest();
        if (!known(dedup)) await prove(partial, id, sha256);
        // Asked again: another import may have brought the same meanwhile.
        const same = known(dedup);
        if (same) {
          if (same.isLost) await putBack({ id, file: partial }, same.blob);
          files.remove(partial, { force: true });
          return same.blob;
        }
        place(partial, id);
        const blob = { id, sha256, size, chunks, mime, dedup, existing: false };
        pending.set(dedup.toString('hex'), blob);
        return blob;
      } catch (error) {
        files.remove(partial, { force: true });
        throw readable(error, source);
      }
    },
    async record(trx, { existing: _existing, ...blob }, at) {
      await trx
        .insertInto('blob')
        .values({ ...blob, createdAt: at })
        .onConflict((conflict) => conflict.column('dedup').doNothing())
        .execute();
      pending.delete(blob.dedup.toString('hex'));
    },
    async readAll(id) {
      const reader = openBlob(handle(id));
      try {
        const all = Buffer.allocUnsafe(reader.size);
        reader.read(all, 0, all.length, 0);
        return all;
      } finally {
        reader.close();
      }
    },
    check({ id, sha256, size }) {
      try {
        const reader = openBlob(handle(id));
        if (reader.size !== size) {
          reader.close();
          return `it is ${reader.size} bytes long and should be ${size}`;
        }
        return hashOf(reader) === sha256 ? null : 'its content is not what was taken in';
      } catch (error) {
        return existsSync(fileOf(id)) ? (error as Error).message : 'its file is missing';
      }
    },
    isOwn(id) {
      try {
        const reader = openBlob(handle(id));
        hashOf(reader);
        return true;
      } catch {
        return false;
      }
    },
    sweep() {
      const kept = new Set(db.prepare('SELECT id FROM blob').pluck().all() as string[]);
      for (const { id } of pending.values()) kept.add(id);
      const lost = listBlobs(dir).filter((id) => !kept.has(id));
      for (const id of lost) files.remove(fileOf(id), { force: true });
      return lost.length;
    },
  };
}

/** The ids of all blob files of a vault, whether or not a row refers to them. */
export function listBlobs(dir: string): string[] {
  const home = path.join(dir, 'blobs');
  if (!existsSync(home)) return [];
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[0-9a-f]{32}$/.test(entry.name))
    .map((entry) => entry.name);
}

/** A file is opened only when its bytes are asked for, and closed whenever nobody asks any more. */
async function* bytesOf(source: string | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (typeof source === 'string') yield* portionsOf(source);
  else yield* source;
}

/** The key of a blob, from the header of its file. @throws ProblemError `blob-damaged` */
function keyOf(file: string, id: string, blobKey: Buffer): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  if (existsSync(file)) {
    const fd = openSync(file, 'r');
    try {
      readSync(fd, header, 0, HEADER_BYTES, 0);
    } finally {
      closeSync(fd);
    }
  }
  return openBlobHeader(blobKey, id, header);
}

/** The SHA-256 of a blob's content; the reader is closed after it. */
function hashOf(reader: ByteReader): string {
  const hash = createHash('sha256');
  for (const part of contentOf(reader)) hash.update(part);
  return hash.digest('hex');
}

/** The same, while others have their turn. */
async function hashInTurns(reader: ByteReader): Promise<string> {
  const hash = createHash('sha256');
  for (const part of contentOf(reader)) {
    hash.update(part);
    await new Promise(setImmediate);
  }
  return hash.digest('hex');
}

const diskLies = () =>
  problem(
    'disk-lies',
    'What was written to the vault’s disk could not be read back as it was. The file was not taken in; the vault is unharmed.',
    { hint: 'Check the disk.' },
  );

function readable(error: unknown, source: unknown): unknown {
  const name = typeof source === 'string' ? path.basename(source) : 'the file';
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
      return problem(
        'disk-full',
        `The disk of the vault is full: ${name} was not taken in, and nothing of it was left behind.`,
        { hint: 'Make room and try again.' },
        error,
      );
    case 'ENOENT':
      return problem('no-such-file', `There is no file ${name}.`, {}, error);
    case 'EACCES':
    case 'EPERM':
      return problem('cannot-read', `${name} may not be read.`, {}, error);
    case 'EISDIR':
      return problem('folder-given', `${name} is a folder, not a file.`, {}, error);
    default:
      return diskFault(error, `${name} was not taken in, and nothing of it was left behind.`);
  }
}
