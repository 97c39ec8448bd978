import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Result } from '#shared/contract/index.ts';
import { problem } from '#shared/problem.ts';
import { listBlobs } from './blobs.ts';
import { type Header, readHeader } from './header.ts';
import { writeRecoveryKey } from './recovery-key.ts';
import { type KdfCost, openSlots, passphraseSlot, recoverySlot } from './slots.ts';
import { countTry, forgetTries } from './tries.ts';
import { databaseFile, type OpenVault, replaceSlots } from './vault.ts';

type Info = Result<'vault.info'>;

/** What can be known of a vault without its passphrase: no case data. */
export function vaultInfo(dir: string, header: Header = readHeader(dir).header): Info {
  const blobs = listBlobs(dir);
  const kdf = header.slots.find((slot) => slot.kind === 'passphrase')?.kdf;
  return {
    name: path.basename(dir).replace(/\.misl$/, ''),
    dir,
    vaultId: header.vaultId,
    formatVersion: header.version,
    createdAt: header.createdAt,
    slots: header.slots.map(({ id, kind, label, createdAt }) => ({ id, kind, label, createdAt })),
    kdf: kdf?.alg === 'argon2id' ? { memoryKiB: kdf.m, passes: kdf.t, lanes: kdf.p } : null,
    // What was written last lies in the journal beside it.
    databaseBytes: sizeOf(databaseFile(dir)) + sizeOf(`${databaseFile(dir)}-wal`),
    blobBytes: blobs.reduce((sum, id) => sum + sizeOf(path.join(dir, 'blobs', id.slice(0, 2), id)), 0),
    blobs: blobs.length,
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * Asks for the passphrase once more, before what cannot be taken back.
 * @throws ProblemError `wrong-passphrase`, with the name of the field it was typed in
 *   `too-many-tries`: wrong ones are delayed as at the opening
 */
export async function assertPassphrase(vault: OpenVault, passphrase: string, field: string) {
  countTry(vault.dir);
  const opened = await openSlots(vault.header, { passphrase });
  if (!opened)
    throw problem('wrong-passphrase', 'The passphrase is not right. Nothing was changed.', {
      field,
      hint: 'Check capitals and the keyboard’s language.',
    });
  opened.fill(0);
  forgetTries(vault.dir);
}

/** Replaces the passphrase's slot alone: the master key, and so everything under it, stays. */
export async function changePassphrase(vault: OpenVault, current: string, next: string, kdf?: KdfCost) {
  await assertPassphrase(vault, current, 'current');
  await setPassphrase(vault, next, kdf);
}

/** Sets the passphrase of an open vault: for one who came in by the recovery key. */
export async function setPassphrase(vault: OpenVault, next: string, kdf: KdfCost = 'calibrated') {
  if (vault.readOnly) throw problem('read-only', vault.readOnly.reason);
  const fresh = await passphraseSlot(next, vault.master, vault.header.vaultId, kdf);
  replaceSlots(vault, [fresh, ...vault.header.slots.filter(({ kind }) => kind !== 'passphrase')]);
}

/** Puts a new recovery key in the place of the old one, which opens nothing from then on. @returns it as it is written */
export function renewRecoveryKey(vault: OpenVault): string {
  if (vault.readOnly) throw problem('read-only', vault.readOnly.reason);
  const bytes = randomBytes(32);
  const fresh = recoverySlot(bytes, vault.master, vault.header.vaultId);
  replaceSlots(vault, [...vault.header.slots.filter(({ kind }) => kind !== 'recovery'), fresh]);
  const written = writeRecoveryKey(bytes);
  bytes.fill(0);
  return written;
}

/**
 * Takes a slot away.
 * @throws ProblemError `no-such-slot`, `last-passphrase`: what everybody remembers must go on opening the vault
 */
export function removeSlot(vault: OpenVault, id: string) {
  if (vault.readOnly) throw problem('read-only', vault.readOnly.reason);
  const { slots } = vault.header;
  const kept = slots.filter((slot) => slot.id !== id);
  if (kept.length === slots.length)
    throw problem('no-such-slot', 'The vault has no such way to be opened. Nothing was changed.');
  if (!kept.some(({ kind }) => kind === 'passphrase'))
    throw problem('last-passphrase', 'The passphrase cannot be taken away. Nothing was changed.', {
      hint: 'Change it instead.',
    });
  replaceSlots(vault, kept);
}
