import { createHash, createHmac } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '#main/vault/canonical.ts';
import { openVault } from '#main/vault/vault.ts';
import { verifyVault } from '#main/vault/verify.ts';
import {
  decryptDatabase,
  type Header,
  hkdf,
  jcs,
  masterByPassphrase,
  masterByRecoveryKey,
  readBlob,
  readHeader,
  readPage,
  subkeyOf,
} from './reader.ts';

const golden = path.join(import.meta.dirname, '../../fixtures/vault-1');
const dir = path.join(golden, 'Golden.misl');
const expected = JSON.parse(readFileSync(path.join(golden, 'expected.json'), 'utf8'));
const database = readFileSync(path.join(dir, 'db', 'main.db'));
const blobFile = readFileSync(path.join(dir, 'blobs', expected.blob.slice(0, 2), expected.blob));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'misl-golden-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the golden vault of format 1, by a reader that knows only the document', () => {
  let header: Header;
  let master: Buffer;
  beforeAll(async () => {
    header = readHeader(dir);
    master = await masterByPassphrase(header, expected.passphrase);
  });
  const sub = (purpose: string, length?: number) => subkeyOf(master, header, `misl/v1/${purpose}`, length);

  it('gives the same master key by passphrase, by recovery key and by the copy of the header', async () => {
    expect(master.toString('hex')).toBe(expected.master);
    expect(masterByRecoveryKey(header, expected.recoveryKey).equals(master)).toBe(true);
    expect(await masterByPassphrase(readHeader(dir, 'vault.json.bak'), expected.passphrase)).toEqual(master);
    await expect(masterByPassphrase(header, 'wrong')).rejects.toThrow();
  });

  it('has a database in SQLCipher 4 format, whose every page is authentic', () => {
    const key = sub('db');
    expect(database.subarray(0, 16).equals(sub('db-salt', 16))).toBe(true);
    const plain = path.join(folder, 'plain.db');
    writeFileSync(plain, decryptDatabase(database, key));
    const db = new Database(plain);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.prepare('SELECT title FROM matter ORDER BY id').pluck().all()).toEqual(expected.matters);
    expect(db.prepare('SELECT sha256, size FROM blob WHERE id = ?').get(expected.blob)).toEqual({
      sha256: expected.contentSha256,
      size: expected.contentBytes,
    });
    db.close();
    const flipped = Buffer.from(database);
    flipped[4096 + 7]! ^= 1;
    expect(() => readPage(flipped, 2, key)).toThrow('page 2 is damaged');
  });

  it('has a blob with the content that its row says, found again by its keyed hash', () => {
    const content = readBlob(blobFile, expected.blob, sub('blob'));
    const sha256 = createHash('sha256').update(content).digest();
    expect(sha256.toString('hex')).toBe(expected.contentSha256);
    const db = new Database(path.join(folder, 'plain.db'), { readonly: true });
    const dedup = createHmac('sha256', sub('dedup')).update(sha256).digest();
    expect(db.prepare('SELECT id FROM blob WHERE dedup = ?').pluck().get(dedup)).toBe(expected.blob);
    db.close();
    for (const end of [84 + 65_552, blobFile.length - 1]) {
      expect(() => readBlob(blobFile.subarray(0, end), expected.blob, sub('blob'))).toThrow();
    }
  });

  it('has an audit log whose chain comes out', () => {
    const db = new Database(path.join(folder, 'plain.db'), { readonly: true });
    const mac = (...parts: (string | Buffer)[]) =>
      parts.reduce((sum, part) => sum.update(part), createHmac('sha256', sub('audit'))).digest();
    let previous: Buffer = Buffer.alloc(32);
    const rows = db
      .prepare(
        'SELECT seq, at, actor, action, entity, entity_id AS entityId, matter_id AS matterId, detail, mac FROM audit_entry ORDER BY seq',
      )
      .all() as { mac: Buffer }[];
    expect(rows).toHaveLength(expected.auditEntries);
    for (const { mac: written, ...entry } of rows) {
      expect(mac(previous, jcs(entry)).equals(written)).toBe(true);
      previous = written;
    }
    const head = mac(`head ${rows.length} `, previous).toString('hex');
    expect(db.prepare("SELECT value FROM meta WHERE key = 'audit.head'").pluck().get()).toBe(`${rows.length}:${head}`);
    db.close();
  });
});

describe('the golden vault of format 1, by the program of today', () => {
  it.each(['passphrase', 'recoveryKey'] as const)('opens by its %s, verifies, and gives its content', async (by) => {
    const copy = path.join(folder, `${by}.misl`);
    cpSync(dir, copy, { recursive: true });
    const vault = await openVault(
      copy,
      by === 'passphrase' ? { passphrase: expected.passphrase } : { recoveryKey: expected.recoveryKey },
    );
    expect(verifyVault(vault)).toMatchObject({ ok: true, problems: [], checked: { blobs: 1 } });
    expect(vault.db.prepare('SELECT title FROM matter ORDER BY id').pluck().all()).toEqual(expected.matters);
    const content = await vault.blobs.readAll(expected.blob);
    expect(createHash('sha256').update(content).digest('hex')).toBe(expected.contentSha256);
    vault.close();
  });
});

describe('primitives', () => {
  it('HKDF-SHA256 is that of RFC 5869, test case 1', () => {
    const okm = hkdf(
      Buffer.alloc(22, 0x0b),
      Buffer.from('000102030405060708090a0b0c', 'hex'),
      Buffer.from('f0f1f2f3f4f5f6f7f8f9', 'hex') as never,
      42,
    );
    expect(okm.toString('hex')).toBe(
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    );
  });

  it('canonical JSON orders keys by their UTF-16 units, in both', () => {
    const value = { '\u20ac': 1, '\r': 2, b: [3, { d: null, c: 'x"\n' }], '\ud83d\ude00': 4, '\u0080': 5, '\ufb33': 6 };
    const wanted = '{"\\r":2,"b":[3,{"c":"x\\"\\n","d":null}],"\u0080":5,"\u20ac":1,"\ud83d\ude00":4,"\ufb33":6}';
    expect([jcs(value), canonical(value)]).toEqual([wanted, wanted]);
  });
});
