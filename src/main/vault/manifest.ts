import { createHmac, timingSafeEqual } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { problem } from '#shared/problem.ts';
import { canonical, type Json } from './canonical.ts';
import { sha256Of } from './files.ts';
import { subkey } from './keys.ts';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

const manifestSchema = z.strictObject({
  format: z.literal('misl-backup'),
  version: z.literal(1),
  vaultId: hex(16),
  createdAt: z.iso.datetime(),
  files: z.array(
    z.strictObject({
      // Nothing that leads out of the backup can be named.
      path: z.string().regex(/^(vault\.json|db\/main\.db|blobs\/[0-9a-f]{2}\/[0-9a-f]{32})$/),
      size: z.int().min(0),
      sha256: hex(32),
    }),
  ),
  mac: hex(32),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Half a million files. */
const MOST_BYTES = 64 * 1024 * 1024;
/** How deep a list is nested: itself, its files, one of them. */
const DEPTH = 3;
export const MANIFEST = 'manifest.json';

/**
 * What a backup says that it holds; not yet authenticated.
 * @throws ProblemError `not-a-backup`, `backup-damaged`
 */
export function readManifest(backup: string): Manifest {
  const file = path.join(backup, MANIFEST);
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined)
    throw problem('not-a-backup', 'There is no backup in this folder. Nothing was changed.', {
      hint: 'Choose a folder whose name ends in .mislbak.',
    });
  try {
    if (size > MOST_BYTES) throw new Error('Too long');
    const text = readFileSync(file, 'utf8');
    if (isDeeper(text)) throw new Error('Too deep');
    return manifestSchema.parse(JSON.parse(text));
  } catch (error) {
    throw problem(
      'backup-damaged',
      'The list of what the backup holds is damaged (manifest.json). Nothing was changed.',
      {
        hint: 'Use another backup.',
      },
      error,
    );
  }
}

/** Reading a forged list that is nested without end would take more memory than there is. No text in it has a bracket. */
function isDeeper(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) depth += 1;
    else if (code === 0x5d || code === 0x7d) depth -= 1;
    if (depth > DEPTH) return true;
  }
  return false;
}

function macOf(master: Buffer, unsigned: Omit<Manifest, 'mac'>): Buffer {
  const key = subkey(master, unsigned.vaultId, 'backup');
  const mac = createHmac('sha256', key)
    .update(canonical(unsigned as Json))
    .digest();
  key.fill(0);
  return mac;
}

export function signManifest(master: Buffer, unsigned: Omit<Manifest, 'mac'>): Manifest {
  return { ...unsigned, mac: macOf(master, unsigned).toString('hex') };
}

export function isAuthentic(master: Buffer, { mac, ...unsigned }: Manifest): boolean {
  return timingSafeEqual(macOf(master, unsigned), Buffer.from(mac, 'hex'));
}

/** What the system says of a file that it does not give out; any other error is thrown on. */
function unreadable(error: unknown): null {
  if (typeof (error as NodeJS.ErrnoException).code === 'string') return null;
  throw error;
}

/** Compares a backup with its list, byte for byte. @returns what is wrong, by file */
export async function compareFiles(backup: string, { files }: Manifest, signal?: AbortSignal): Promise<string[]> {
  const problems: string[] = [];
  for (const { path: name, size, sha256 } of files) {
    signal?.throwIfAborted();
    const file = path.join(backup, name);
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found?.isFile()) problems.push(`${name} is missing`);
    else if (found.size !== size) problems.push(`${name} is ${found.size} bytes long and should be ${size}`);
    else {
      const content = await sha256Of(file).catch(unreadable);
      if (content !== sha256) problems.push(`${name} ${content === null ? 'cannot be read' : 'is damaged'}`);
    }
  }
  const listed = new Set([MANIFEST, ...files.map(({ path: name }) => name)]);
  for (const entry of readdirSync(backup, { recursive: true, withFileTypes: true })) {
    const name = path.relative(backup, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/');
    if (!entry.isDirectory() && !listed.has(name)) problems.push(`${name} is no part of the backup`);
  }
  return problems;
}
