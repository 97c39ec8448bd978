import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** The few file operations that durability rests on, in one place, so that tests can make the n-th of them fail. */
export const files = {
  open: openSync,
  write: writeSync,
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
