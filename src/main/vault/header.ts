import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ProblemError, problem } from '#shared/problem.ts';
import { canonical, type Json } from './canonical.ts';
import { diskFault, notConfirmed } from './disk-fault.ts';
import { files, putInPlace, writeDurably } from './files.ts';
import { kdfParameters } from './kdf.ts';
import { subkey } from './keys.ts';

export const FORMAT_VERSION = 1;
const MAX_BYTES = 64 * 1024;
const MAX_SLOTS = 8;
const MAX_PASSPHRASES = 2;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

const slotFields = {
  id: hex(8),
  label: z.string().max(100),
  createdAt: z.string().max(40),
  /** AES-256-GCM of the master key under the slot's key. */
  wrap: z.strictObject({ nonce: hex(12), ct: hex(48) }),
};

export const slotSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), ...slotFields, kdf: kdfParameters }),
  z.strictObject({ kind: z.literal('recovery'), ...slotFields, kdf: z.strictObject({ alg: z.literal('hkdf') }) }),
  z.strictObject({ kind: z.literal('os'), ...slotFields, kdf: z.strictObject({ alg: z.literal('hkdf') }) }),
]);
export type Slot = z.infer<typeof slotSchema>;

const headerSchema = z.strictObject({
  format: z.literal('misl-vault'),
  version: z.literal(FORMAT_VERSION),
  vaultId: hex(16),
  /** Counts every writing of the header. */
  epoch: z.int().min(1),
  createdAt: z.string().max(40),
  suite: z.literal('A256GCM-HKDF-SHA256'),
  slots: z
    .array(slotSchema)
    .min(1)
    .max(MAX_SLOTS)
    // Each of these costs a slow derivation before the header's MAC can be checked.
    .refine((slots) => slots.filter(({ kind }) => kind === 'passphrase').length <= MAX_PASSPHRASES),
  /** SHA-256 of the header without `sum` and `mac`: tells damage from a wrong passphrase. */
  sum: hex(32),
  /** HMAC-SHA256 under the header subkey of the header without `mac`. */
  mac: hex(32),
});
export type Header = z.infer<typeof headerSchema>;
type Unsigned = Omit<Header, 'sum' | 'mac'>;

const headerFile = (dir: string) => path.join(dir, 'vault.json');
const backupFile = (dir: string) => path.join(dir, 'vault.json.bak');

const damaged = (cause?: unknown) =>
  problem(
    'vault-damaged',
    'The vault’s header is damaged. This is not a matter of the passphrase; nothing was changed.',
    { hint: 'Restore the vault from a backup, to a new place.' },
    cause,
  );

/**
 * Reads the header, or its copy where the first is damaged.
 * @throws ProblemError `not-a-vault`, `vault-newer`, `vault-damaged`
 */
export function readHeader(dir: string): { header: Header; fromBackup: boolean } {
  if (!existsSync(headerFile(dir)) && !existsSync(backupFile(dir))) {
    throw problem('not-a-vault', 'There is no vault in this folder. Nothing was changed.', {
      hint: 'Choose a folder whose name ends in .misl.',
    });
  }
  try {
    return { header: parseHeader(readLimited(headerFile(dir))), fromBackup: false };
  } catch (error) {
    const copy = error instanceof ProblemError && error.problem.code === 'vault-newer' ? undefined : readCopy(dir);
    if (!copy) throw error;
    return { header: copy, fromBackup: true };
  }
}

function readLimited(file: string): string {
  try {
    if (statSync(file).size > MAX_BYTES) throw damaged();
    return readFileSync(file, 'utf8');
  } catch (error) {
    switch ((error as NodeJS.ErrnoException).code) {
      case 'ENOENT':
      case 'EISDIR':
      case 'EIO':
        throw damaged(error);
      case 'EACCES':
      case 'EPERM':
        throw problem(
          'cannot-read',
          'The vault’s header may not be read by this user. Nothing was changed.',
          {},
          error,
        );
      default:
        throw error;
    }
  }
}

/** @throws ProblemError `vault-newer`, `vault-damaged` */
export function parseHeader(text: string): Header {
  const value = parseJson(text);
  const version = newerVersion(value);
  if (version !== undefined) {
    throw problem(
      'vault-newer',
      `This vault has format ${version}, and this Misl knows format ${FORMAT_VERSION}. Nothing was changed.`,
      { hint: 'Open it with a newer Misl.' },
    );
  }
  const parsed = headerSchema.safeParse(value);
  if (!parsed.success) throw damaged(parsed.error);
  const { sum, mac: _mac, ...unsigned } = parsed.data;
  if (sumOf(unsigned) !== sum) throw damaged();
  return parsed.data;
}

/** Formats to come keep `format`, `version` and `sum`, so that damage to the version's digit is not taken for a newer one. */
const anyVersion = z.looseObject({
  format: z.literal('misl-vault'),
  version: z.int().min(FORMAT_VERSION + 1),
  sum: hex(32),
});

function newerVersion(value: unknown): number | undefined {
  const parsed = anyVersion.safeParse(value);
  if (!parsed.success) return undefined;
  const { sum, mac: _mac, ...unsigned } = parsed.data;
  try {
    return sumOf(unsigned) === sum ? unsigned.version : undefined;
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw damaged(error);
  }
}

function sumOf(unsigned: object): string {
  return createHash('sha256')
    .update(canonical(unsigned as Json))
    .digest('hex');
}

function macOf(master: Buffer, summed: Omit<Header, 'mac'>): Buffer {
  const key = subkey(master, summed.vaultId, 'header');
  const mac = createHmac('sha256', key)
    .update(canonical(summed as Json))
    .digest();
  key.fill(0);
  return mac;
}

/** @throws ProblemError `vault-altered` where somebody without the keys has changed the header */
export function verifyHeader(master: Buffer, header: Header) {
  const { mac, ...summed } = header;
  if (!timingSafeEqual(macOf(master, summed), Buffer.from(mac, 'hex'))) {
    throw problem(
      'vault-altered',
      'The vault’s header was altered by something that does not have its keys. The vault was not opened.',
      { hint: 'Restore vault.json from a backup, and find out who had the folder.' },
    );
  }
}

/**
 * The header, once its MAC is right. Where the MAC alone was damaged, the copy has the same sum and a MAC that is right.
 * @throws ProblemError `vault-altered`
 */
export function authentic(dir: string, master: Buffer, header: Header): Header {
  try {
    verifyHeader(master, header);
    return header;
  } catch (error) {
    const copy = readCopy(dir);
    if (copy?.sum !== header.sum) throw error;
    verifyHeader(master, copy);
    return copy;
  }
}

function readCopy(dir: string): Header | undefined {
  try {
    return parseHeader(readLimited(backupFile(dir)));
  } catch {
    return undefined;
  }
}

export function sign(master: Buffer, unsigned: Unsigned): Header {
  const summed = { ...unsigned, sum: sumOf(unsigned) };
  return { ...summed, mac: macOf(master, summed).toString('hex') };
}

/**
 * Writes the header, its copy first: each as a new file made durable, renamed over the old one and read back. At each
 * moment one of the two names holds a whole header, and until the last step `vault.json` is the one of before; after it
 * neither holds an earlier slot, so that a passphrase that was given up opens nothing here.
 * @throws ProblemError `disk-full`, `cannot-write`, `disk-error` where the header is as it was; `not-confirmed` where it
 *   is the new one and may not last
 */
export function writeHeader(dir: string, header: Header) {
  const text = canonical(header as Json);
  try {
    writeOne(dir, backupFile(dir), text);
    writeOne(dir, headerFile(dir), text);
  } catch (error) {
    if (textOf(headerFile(dir)) === text) throw notConfirmed(error);
    throw diskFault(error, 'The vault opens as before.');
  }
}

/** Makes the copy what the header is: the writing of a new one may have ended between the two. */
export function healCopy(dir: string) {
  const text = textOf(headerFile(dir));
  if (text !== undefined && text !== textOf(backupFile(dir))) writeOne(dir, backupFile(dir), text);
}

function writeOne(dir: string, target: string, text: string) {
  const fresh = path.join(dir, 'tmp', 'vault.json.new');
  try {
    files.remove(fresh, { force: true });
    writeDurably(fresh, Buffer.from(text, 'utf8'));
    putInPlace(fresh, target);
  } finally {
    rmSync(fresh, { force: true });
  }
  if (textOf(target) !== text) throw damaged();
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
