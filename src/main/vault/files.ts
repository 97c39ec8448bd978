import { createHash } from 'node:crypto';
import {
  closeSync,
  fdatasync,
  fstatSync,
  fsyncSync,
  openSync,
  read,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { release } from './memory.ts';

/** The few file operations that durability rests on, in one place, so that tests can make the n-th of them fail. */
export const files = {
  open: openSync,
  read: readSync,
  readNext: promisify(read),
  write: writeSync,
  datasync: promisify(fdatasync),
  fsync: fsyncSync,
  close: closeSync,
  rename: renameSync,
  remove: rmSync,
};

/** Makes the entries of a folder durable. Windows has no such call, and makes them durable with the file. */
export function syncFolder(folder: string) {
  if (process.platform === 'win32') return;
  const fd = files.open(folder, 'r');
  try {
    files.fsync(fd);
  } finally {
    files.close(fd);
  }
}

/** Makes the content of a file durable that something else wrote. */
export function syncFile(file: string) {
  const fd = files.open(file, 'r+');
  try {
    files.fsync(fd);
  } finally {
    files.close(fd);
  }
}

/** Writes bytes to a new file and makes them durable; on any failure the file is gone again. */
export function writeDurably(file: string, bytes: Uint8Array) {
  const fd = files.open(file, 'wx', 0o600);
  try {
    writeAll(fd, bytes);
    files.fsync(fd);
  } catch (error) {
    files.close(fd);
    files.remove(file, { force: true });
    throw error;
  }
  files.close(fd);
}

/** A single write may take less than it was given. */
export function writeAll(fd: number, bytes: Uint8Array) {
  for (let done = 0; done < bytes.length; ) done += files.write(fd, bytes, done, bytes.length - done);
}

/** Gives a finished file its name, durably. */
export function putInPlace(from: string, to: string) {
  files.rename(from, to);
  syncFolder(path.dirname(to));
}

/**
 * How much is copied or read at a time, in bytes. What is copied is on the disk before the next portion: whoever else
 * makes something durable meanwhile may have to wait for all that was written and that the disk does not have yet.
 */
export const PORTION = 1 << 20;

/**
 * A file in portions, each good until the next is asked for: they share one piece of memory. While one is read, others
 * have their turn.
 */
export async function* portionsOf(file: string): AsyncGenerator<Buffer> {
  const fd = files.open(file, 'r');
  const portion = Buffer.allocUnsafeSlow(Math.min(PORTION, Math.max(1, fstatSync(fd).size)));
  try {
    for (;;) {
      const { bytesRead } = await files.readNext(fd, portion, 0, portion.length, null);
      if (bytesRead === 0) return;
      yield portion.subarray(0, bytesRead);
    }
  } finally {
    files.close(fd);
    release(portion);
  }
}

/** Copies a file to a new one, durably. @returns the SHA-256 of what was read, in hex */
export async function copyDurably(from: string, to: string): Promise<string> {
  const hash = createHash('sha256');
  const fd = files.open(to, 'wx', 0o600);
  try {
    let isFirst = true;
    for await (const portion of portionsOf(from)) {
      if (!isFirst) await files.datasync(fd);
      isFirst = false;
      hash.update(portion);
      writeAll(fd, portion);
    }
    files.fsync(fd);
  } finally {
    files.close(fd);
  }
  return hash.digest('hex');
}

/** The SHA-256 of a file, in hex. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const portion of portionsOf(file)) hash.update(portion);
  return hash.digest('hex');
}
