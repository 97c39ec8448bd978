import { randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { z } from 'zod';

/**
 * Argon2id (RFC 9106). The bounds are checked before any work, so that a forged header can neither weaken the key nor
 * take all memory.
 */
export const KDF_FLOOR = { m: 65_536, t: 3, p: 4 } as const;
const CEILING = { m: 1_048_576, t: 10, p: 8 } as const;

export const kdfParameters = z.strictObject({
  alg: z.literal('argon2id'),
  v: z.literal(19),
  /** Memory in KiB. */
  m: z.int().min(KDF_FLOOR.m).max(CEILING.m),
  /** Passes. */
  t: z.int().min(KDF_FLOOR.t).max(CEILING.t),
  /** Lanes. */
  p: z.int().min(1).max(CEILING.p),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
});
export type KdfParameters = z.infer<typeof kdfParameters>;

/** What deriving should take on this computer, in milliseconds. */
const WANTED = 1000;

/** More memory than this would keep a vault from opening on a small computer; beyond it, passes make up the time. */
const MOST_MEMORY = 262_144;

/** Parameters for a new slot: memory, then passes, raised until deriving takes about a second here; never below the floor. */
export async function calibrate(): Promise<Omit<KdfParameters, 'salt'>> {
  const { t, p } = KDF_FLOOR;
  let m: number = KDF_FLOOR.m;
  for (;;) {
    const begun = performance.now();
    (await derive('calibration', { alg: 'argon2id', v: 19, m, t, p, salt: '00'.repeat(16) })).fill(0);
    const took = performance.now() - begun;
    if (m < MOST_MEMORY && took * 2 <= WANTED * 1.4) m *= 2;
    else return { alg: 'argon2id', v: 19, m, t: Math.max(t, Math.min(CEILING.t, Math.floor((t * WANTED) / took))), p };
  }
}

export const newSalt = () => randomBytes(16).toString('hex');

/** The key that a passphrase gives: 32 bytes. NFKC, so that the same words typed on another keyboard give the same key. */
export async function derive(passphrase: string, { m, t, p, salt }: KdfParameters): Promise<Buffer> {
  return hashRaw(passphrase.normalize('NFKC'), {
    // By number: the package's names for them are ambient, and do not exist when types are only stripped.
    algorithm: 2 as const, // Argon2id
    version: 1 as const, // 0x13
    memoryCost: m,
    timeCost: t,
    parallelism: p,
    outputLen: 32,
    salt: Buffer.from(salt, 'hex'),
  });
}
