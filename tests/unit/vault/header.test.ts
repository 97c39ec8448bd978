import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canonical, type Json } from '#main/vault/canonical.ts';
import { type Header, parseHeader, readHeader, verifyHeader, writeHeader } from '#main/vault/header.ts';
import { openVault } from '#main/vault/vault.ts';
import { verifyVault } from '#main/vault/verify.ts';
import { codeOf, newVault, PASSPHRASE, scratch } from './helpers.ts';

const { folder, remove } = scratch();
let dir: string;
let text: string;
let master: Buffer;

beforeAll(async () => {
  const { vault } = await newVault(folder);
  dir = vault.dir;
  master = Buffer.from(vault.master);
  vault.close();
  text = readFileSync(path.join(dir, 'vault.json'), 'utf8');
});
beforeEach(() => {
  writeFileSync(path.join(dir, 'vault.json'), text);
  writeFileSync(path.join(dir, 'vault.json.bak'), text);
});
afterAll(remove);

/** A header that somebody without the keys changed: its sum comes out again, its MAC cannot. */
function forged(change: (header: Record<string, never> & Header) => void): string {
  const { sum: _sum, mac, ...rest } = JSON.parse(text);
  change(rest);
  const sum = createHash('sha256')
    .update(canonical(rest as Json))
    .digest('hex');
  return canonical({ ...rest, sum, mac });
}

const passphraseSlot = (header: Header) => {
  const slot = header.slots[0]!;
  if (slot.kind !== 'passphrase') throw new Error('The first slot is the passphrase’s');
  return slot;
};

describe('header', () => {
  it('is canonical JSON of less than 64 KiB, whole in both files', () => {
    expect(canonical(JSON.parse(text))).toBe(text);
    expect(text.length).toBeLessThan(65_536);
    expect(parseHeader(text).slots.map(({ kind }) => kind)).toEqual(['passphrase', 'recovery']);
    expect(() => verifyHeader(master, parseHeader(text))).not.toThrow();
  });

  it.each([
    [
      'memory below the floor',
      (h: Header) => {
        passphraseSlot(h).kdf.m = 65_535;
      },
    ],
    [
      'memory above the ceiling',
      (h: Header) => {
        passphraseSlot(h).kdf.m = 1_048_577;
      },
    ],
    [
      'memory beyond all bounds',
      (h: Header) => {
        passphraseSlot(h).kdf.m = 2 ** 40;
      },
    ],
    [
      'too few passes',
      (h: Header) => {
        passphraseSlot(h).kdf.t = 2;
      },
    ],
    [
      'too many passes',
      (h: Header) => {
        passphraseSlot(h).kdf.t = 11;
      },
    ],
    [
      'no lanes',
      (h: Header) => {
        passphraseSlot(h).kdf.p = 0;
      },
    ],
    [
      'too many lanes',
      (h: Header) => {
        passphraseSlot(h).kdf.p = 9;
      },
    ],
    [
      'a number as text',
      (h: Header) => {
        passphraseSlot(h).kdf.m = '65536' as never;
      },
    ],
    [
      'a short salt',
      (h: Header) => {
        passphraseSlot(h).kdf.salt = '00';
      },
    ],
    [
      'another algorithm',
      (h: Header) => {
        passphraseSlot(h).kdf.alg = 'argon2d' as never;
      },
    ],
    [
      'an older Argon2',
      (h: Header) => {
        passphraseSlot(h).kdf.v = 16 as never;
      },
    ],
    ['three passphrase slots', (h: Header) => void h.slots.push(h.slots[0]!, h.slots[0]!)],
    ['nine slots', (h: Header) => void h.slots.push(...Array.from({ length: 8 }, () => h.slots[1]!))],
    [
      'no slots',
      (h: Header) => {
        h.slots = [];
      },
    ],
    ['an unknown field', (h: Header) => void Object.assign(h, { extra: 1 })],
    ['an unknown field of a slot', (h: Header) => void Object.assign(h.slots[0]!, { hint: 'my dog' })],
    [
      'another suite',
      (h: Header) => {
        h.suite = 'none' as never;
      },
    ],
    [
      'version 0',
      (h: Header) => {
        h.version = 0 as never;
      },
    ],
    [
      'a wrapped key too long',
      (h: Header) => {
        h.slots[0]!.wrap.ct += '00';
      },
    ],
  ])('refuses %s before any work, even where its sum comes out', async (_what, change) => {
    expect(await codeOf(() => parseHeader(forged(change as never)))).toBe('vault-damaged');
  });

  it('refuses what was altered and summed again, where the passphrase is right', async () => {
    const altered = forged((header) => {
      header.createdAt = '2020-01-01T00:00:00.000Z';
    });
    writeFileSync(path.join(dir, 'vault.json'), altered);
    expect(await codeOf(() => openVault(dir, { passphrase: PASSPHRASE }))).toBe('vault-altered');
  });

  it('names a newer format as such, and does not fall back to the copy', async () => {
    writeFileSync(
      path.join(dir, 'vault.json'),
      forged((header) => {
        header.version = 2 as never;
      }),
    );
    expect(await codeOf(() => readHeader(dir))).toBe('vault-newer');
  });

  it('is found damaged wherever a byte of it is flipped, and opens by its copy', () => {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Buffer.from(bytes);
      flipped[at]! ^= 1 << (at % 8);
      let header: Header | undefined;
      try {
        header = parseHeader(flipped.toString('utf8'));
      } catch (error) {
        expect((error as { problem: { code: string } }).problem.code).toBe('vault-damaged');
      }
      // Only the MAC is outside the sum: it fails by itself.
      if (header) expect(() => verifyHeader(master, header)).toThrow(/altered/);
    }
    bytes[text.indexOf('"slots"')]! ^= 1;
    writeFileSync(path.join(dir, 'vault.json'), bytes);
    expect(readHeader(dir)).toMatchObject({ fromBackup: true });
  });

  it('whose MAC alone is damaged opens by its copy, and is reported', async () => {
    const bytes = Buffer.from(text);
    const at = text.indexOf('"mac":"') + 10;
    bytes[at] = bytes[at] === 0x30 ? 0x31 : 0x30;
    writeFileSync(path.join(dir, 'vault.json'), bytes);
    const vault = await openVault(dir, { passphrase: PASSPHRASE }, { readonly: true });
    expect(verifyVault(vault).problems).toEqual([expect.stringMatching(/^vault\.json: .*altered/)]);
    vault.close();
    writeFileSync(path.join(dir, 'vault.json.bak'), bytes);
    expect(await codeOf(() => openVault(dir, { passphrase: PASSPHRASE }))).toBe('vault-altered');
  });

  it('never calls damage a wrong passphrase', async () => {
    for (const each of ['vault.json', 'vault.json.bak']) writeFileSync(path.join(dir, each), text.slice(0, -9));
    expect(await codeOf(() => openVault(dir, { passphrase: 'wrong' }))).toBe('vault-damaged');
    expect(await codeOf(() => openVault(dir, { passphrase: PASSPHRASE }))).toBe('vault-damaged');
  });

  it('refuses every truncation, what is empty, what is too long, and what is no header', async () => {
    for (let length = 0; length < text.length; length++) {
      expect(await codeOf(() => parseHeader(text.slice(0, length)))).toBe('vault-damaged');
    }
    for (const odd of [
      'null',
      '[]',
      '0',
      '"x"',
      '{}',
      `${text}{}`,
      '{"__proto__":{"version":1}}',
      text.replace('"epoch":1', '"epoch":1.5'),
      '\u0000'.repeat(100),
    ])
      expect(await codeOf(() => parseHeader(odd))).toBe('vault-damaged');
    for (const each of ['vault.json', 'vault.json.bak'])
      writeFileSync(path.join(dir, each), `${text}${' '.repeat(65_536)}`);
    expect(await codeOf(() => readHeader(dir))).toBe('vault-damaged');
  });

  it('opens by the copy where the first is missing, a folder, or cut off; and says that there is none', async () => {
    const file = path.join(dir, 'vault.json');
    rmSync(file);
    expect(readHeader(dir).fromBackup).toBe(true);
    mkdirSync(file);
    expect(readHeader(dir).fromBackup).toBe(true);
    rmSync(file, { recursive: true });
    writeFileSync(file, '');
    expect(readHeader(dir).fromBackup).toBe(true);
    rmSync(file);
    rmSync(`${file}.bak`);
    expect(await codeOf(() => readHeader(dir))).toBe('not-a-vault');
    expect(await codeOf(() => readHeader(path.join(dir, 'nowhere')))).toBe('not-a-vault');
  });

  it('is written over a damaged one without losing the whole copy first', () => {
    const file = path.join(dir, 'vault.json');
    writeFileSync(file, 'damaged');
    writeHeader(dir, parseHeader(text));
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(readFileSync(`${file}.bak`, 'utf8')).toBe(text);
    copyFileSync(file, `${file}.bak`);
  });

  it('meets 2,000 mutations with a problem by name or the same header, never another error', () => {
    const edit = fc.record({
      at: fc.nat(text.length),
      gone: fc.nat(6),
      put: fc.string({ maxLength: 6, unit: 'binary' }),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let mutated = text;
        for (const { at, gone, put } of edits) mutated = mutated.slice(0, at) + put + mutated.slice(at + gone);
        try {
          const header = parseHeader(mutated);
          if (header.mac === (JSON.parse(text) as Header).mac) expect(canonical(header as Json)).toBe(text);
        } catch (error) {
          expect(['vault-damaged', 'vault-newer']).toContain((error as { problem?: { code: string } }).problem?.code);
        }
      }),
      { seed: 42, numRuns: 2000 },
    );
  });
});
