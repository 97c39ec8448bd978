import { hkdfSync, randomBytes } from 'node:crypto';
import { problem } from '#shared/problem.ts';
import { canonical, type Json } from './canonical.ts';
import type { Header, Slot } from './header.ts';
import { calibrate, derive, KDF_FLOOR, type KdfParameters, newSalt } from './kdf.ts';
import { seal, unseal } from './keys.ts';
import { readRecoveryKey, recoverySlotKey } from './recovery-key.ts';

/** What opens a vault. */
export type Secret = { passphrase: string } | { recoveryKey: string } | { osSecret: Buffer };

/** How much work a passphrase costs: `calibrated` to about a second here, or the `floor`. */
export type KdfCost = 'calibrated' | 'floor';

/** What the wrapped key is bound to: everything of the slot but the wrap, and the vault. */
function aadOf(slot: Omit<Slot, 'wrap'>, vaultId: string): Buffer {
  return Buffer.concat([Buffer.from(canonical(slot as Json), 'utf8'), Buffer.from(vaultId, 'hex')]);
}

function wrapped<S extends Omit<Slot, 'wrap'>>(slot: S, kek: Buffer, master: Buffer, vaultId: string): Slot {
  const { nonce, ct } = seal(kek, master, aadOf(slot, vaultId));
  kek.fill(0);
  return { ...slot, wrap: { nonce: nonce.toString('hex'), ct: ct.toString('hex') } } as Slot;
}

const common = (label: string) => ({ id: randomBytes(8).toString('hex'), label, createdAt: new Date().toISOString() });

export async function passphraseSlot(
  passphrase: string,
  master: Buffer,
  vaultId: string,
  cost: KdfCost,
): Promise<Slot> {
  if (passphrase.trim() === '') {
    throw problem('empty-passphrase', 'A vault needs a passphrase. Nothing was changed.', { field: 'passphrase' });
  }
  const base = cost === 'floor' ? ({ alg: 'argon2id', v: 19, ...KDF_FLOOR } as const) : await calibrate();
  const kdf: KdfParameters = { ...base, salt: newSalt() };
  return wrapped(
    { kind: 'passphrase' as const, ...common('Passphrase'), kdf },
    await derive(passphrase, kdf),
    master,
    vaultId,
  );
}

export function recoverySlot(bytes: Buffer, master: Buffer, vaultId: string): Slot {
  const slot = { kind: 'recovery' as const, ...common('Recovery key'), kdf: { alg: 'hkdf' as const } };
  return wrapped(slot, recoverySlotKey(bytes), master, vaultId);
}

const osSlotKey = (secret: Buffer) => Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'misl/v1/os', 32));

/** Tries the slots that the secret is for. @returns the master key, or undefined where none opens */
export async function openSlots({ slots, vaultId }: Header, secret: Secret): Promise<Buffer | undefined> {
  for (const slot of slots) {
    const kek = await keyFor(slot, secret);
    if (!kek) continue;
    const { wrap, ...bound } = slot;
    const master = unseal(
      kek,
      { nonce: Buffer.from(wrap.nonce, 'hex'), ct: Buffer.from(wrap.ct, 'hex') },
      aadOf(bound as Omit<Slot, 'wrap'>, vaultId),
    );
    kek.fill(0);
    if (master) return master;
  }
  return undefined;
}

async function keyFor(slot: Slot, secret: Secret): Promise<Buffer | undefined> {
  if (slot.kind === 'passphrase' && 'passphrase' in secret) return derive(secret.passphrase, slot.kdf);
  if (slot.kind === 'recovery' && 'recoveryKey' in secret) {
    const bytes = readRecoveryKey(secret.recoveryKey);
    const key = recoverySlotKey(bytes);
    bytes.fill(0);
    return key;
  }
  if (slot.kind === 'os' && 'osSecret' in secret) return osSlotKey(secret.osSecret);
  return undefined;
}
