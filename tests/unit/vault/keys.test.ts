import fc from 'fast-check';
import { argon2id } from 'hash-wasm';
import { describe, expect, it } from 'vitest';
import { calibrate, derive, KDF_FLOOR, kdfParameters } from '#main/vault/kdf.ts';
import { databaseKey, seal, subkey, unseal } from '#main/vault/keys.ts';
import { readRecoveryKey, writeRecoveryKey } from '#main/vault/recovery-key.ts';
import { codeOf } from './helpers.ts';

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
const salt = '000102030405060708090a0b0c0d0e0f';

describe('recovery key', () => {
  it('is read again as it was written, in any case, grouping and with confusable letters', () => {
    fc.assert(
      fc.property(
        bytes32,
        fc.array(fc.constantFrom('', ' ', '-', '\t', '–', '\n'), { minLength: 55, maxLength: 55 }),
        (key, gaps) => {
          const written = writeRecoveryKey(key);
          expect(written).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
          const letters = [...written.replaceAll('-', '')];
          const typed = letters.map((letter, i) => letter + (gaps[i] ?? '')).join('');
          for (const each of [written, written.toLowerCase(), typed, `  ${written}\n`])
            expect(readRecoveryKey(each).equals(key)).toBe(true);
          const confused = written.replaceAll('0', 'o').replaceAll('1', 'l');
          expect(readRecoveryKey(confused).equals(key)).toBe(true);
          expect(readRecoveryKey(written.replaceAll('0', 'O').replaceAll('1', 'I')).equals(key)).toBe(true);
          // As an East Asian keyboard writes them.
          const wide = written.replace(/[0-9A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
          expect(readRecoveryKey(wide).equals(key)).toBe(true);
        },
      ),
      { seed: 42, numRuns: 200 },
    );
  });

  it('with two letters swapped or one changed is told from a wrong key', async () => {
    const key = Buffer.from('a1'.repeat(32), 'hex');
    const letters = [...writeRecoveryKey(key).replaceAll('-', '')];
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    let passed = 0;
    let tried = 0;
    for (const [i, letter] of letters.entries()) {
      for (const other of alphabet) {
        if (other === letter) continue;
        tried += 1;
        try {
          readRecoveryKey(letters.with(i, other).join(''));
          passed += 1;
        } catch (error) {
          expect((error as { problem: { code: string } }).problem.code).toBe('wrong-recovery-key');
        }
      }
    }
    // The check has 20 bits: of these 1,736 typing mistakes none comes through.
    expect([tried, passed]).toEqual([56 * 31, 0]);
  });

  it.each([
    ['nothing', ''],
    ['a group too few', 'AAAA-'.repeat(13).slice(0, -1)],
    ['a group too many', 'AAAA-'.repeat(15).slice(0, -1)],
    ['a letter that is not in the alphabet', `${'AAAA-'.repeat(13)}AAAU`],
    ['letters of two units', '𝔸'.repeat(10)],
    ['a long text', 'A'.repeat(100_000)],
    ['a zero byte', `\u0000${'A'.repeat(55)}`],
    ['all ones, whose spare bits are no part of a key', 'Z'.repeat(56)],
  ])('refuses %s', async (_what, typed) => {
    expect(await codeOf(() => readRecoveryKey(typed))).toBe('wrong-recovery-key');
  });
});

describe('derivation', () => {
  it('is Argon2id as a second implementation has it', async () => {
    for (const password of ['seven lanterns', 'پاک سرزمین', 'ü', ' ', 'x'.repeat(1000)]) {
      const ours = await derive(password, { alg: 'argon2id', v: 19, ...KDF_FLOOR, salt });
      const theirs = await argon2id({
        password: password.normalize('NFKC'),
        salt: Buffer.from(salt, 'hex'),
        memorySize: KDF_FLOOR.m,
        iterations: KDF_FLOOR.t,
        parallelism: KDF_FLOOR.p,
        hashLength: 32,
        outputType: 'hex',
      });
      expect(ours.toString('hex')).toBe(theirs);
    }
  });

  it('gives the same key for the same words from another keyboard', async () => {
    const kdf = { alg: 'argon2id', v: 19, ...KDF_FLOOR, salt } as const;
    const key = async (typed: string) => (await derive(typed, kdf)).toString('hex');
    // Composed and decomposed; Arabic presentation forms and the letters themselves; a ligature.
    expect(await key('caf\u00e9')).toBe(await key('cafe\u0301'));
    expect(await key('\ufefb')).toBe(await key('\u0644\u0627'));
    expect(await key('o\ufb03ce')).toBe(await key('office'));
    expect(await key('Cafe')).not.toBe(await key('cafe'));
  });

  it('is calibrated within the bounds that reading enforces, at most 256 MiB', async () => {
    const parameters = await calibrate();
    expect(kdfParameters.safeParse({ ...parameters, salt }).success).toBe(true);
    expect(parameters.m).toBeGreaterThanOrEqual(KDF_FLOOR.m);
    expect(parameters.m).toBeLessThanOrEqual(262_144);
  });
});

describe('subkeys', () => {
  const master = Buffer.alloc(32, 1);
  const vault = '00'.repeat(16);

  it('differ by purpose, vault and master key', () => {
    const purposes = ['header', 'db', 'dbSalt', 'blob', 'audit', 'dedup', 'backup'] as const;
    const all = purposes.flatMap((purpose) => [
      subkey(master, vault, purpose),
      subkey(master, '01'.repeat(16), purpose),
      subkey(Buffer.alloc(32, 2), vault, purpose),
    ]);
    expect(new Set(all.map((key) => key.toString('hex'))).size).toBe(all.length);
    const { key, salt: dbSalt } = databaseKey(master, vault);
    expect([key.length, dbSalt.length]).toEqual([32, 16]);
  });

  it('open what they sealed, and nothing that was touched', () => {
    const key = subkey(master, vault, 'blob');
    const plain = Buffer.from('the master key');
    const aad = Buffer.from('bound');
    const { nonce, ct } = seal(key, plain, aad);
    expect(unseal(key, { nonce, ct }, aad)?.equals(plain)).toBe(true);
    for (let at = 0; at < ct.length; at++) {
      const touched = Buffer.from(ct);
      touched[at]! ^= 1;
      expect(unseal(key, { nonce, ct: touched }, aad)).toBeUndefined();
      expect(unseal(key, { nonce, ct: ct.subarray(0, at) }, aad)).toBeUndefined();
    }
    expect(unseal(key, { nonce, ct }, Buffer.from('other'))).toBeUndefined();
    expect(unseal(Buffer.alloc(32), { nonce, ct }, aad)).toBeUndefined();
  });
});
