import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createVault, type OpenVault } from '#main/vault/vault.ts';
import { ProblemError } from '#shared/problem.ts';

export const PASSPHRASE = 'seven lanterns over the canal';

/** A folder of its own for a test file, and a way to remove it. */
export function scratch(within = tmpdir()): { folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(within, 'misl-vault-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** In memory where the system has such a place: what a killed process has written is there as on a disk, only sooner. */
export const inMemory = () => scratch(existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

/** A new vault with the cheapest derivation that the format allows. */
export function newVault(folder: string, name = 'Chamber.misl'): Promise<{ vault: OpenVault; recoveryKey: string }> {
  return createVault(path.join(folder, name), { passphrase: PASSPHRASE, kdf: 'floor' });
}

/** The code of the problem that something ends with; any other error, or none, is an error of the test. */
export async function codeOf(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
  throw new Error('No problem was thrown');
}

/** Content that is different at each position. */
export function content(length: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[i] = state >>> 16;
  }
  return bytes;
}

export async function* streamOf(bytes: Uint8Array, part = 50_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += part) yield bytes.subarray(at, at + part);
}
