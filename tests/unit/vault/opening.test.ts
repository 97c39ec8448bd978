import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeLock } from '#main/vault/lock-file.ts';
import { whyReadOnly } from '#main/vault/place.ts';
import { changePassphrase, setPassphrase } from '#main/vault/service.ts';
import { countTry, delayAfter } from '#main/vault/tries.ts';
import { createVault, type OpenVault, openVault } from '#main/vault/vault.ts';
import { verifyVault } from '#main/vault/verify.ts';
import { codeOf, newVault, PASSPHRASE, scratch } from './helpers.ts';

const { folder, remove } = scratch();
let whole: string;
let recoveryKey: string;
beforeAll(async () => {
  const made = await newVault(folder, 'Whole.misl');
  ({ recoveryKey } = made);
  made.vault.close();
  whole = made.vault.dir;
});
afterAll(remove);

let copies = 0;
function copyOfWhole(): string {
  const dir = path.join(folder, `Copy ${copies++}.misl`);
  cpSync(whole, dir, { recursive: true });
  return dir;
}

async function opened<R>(dir: string, act: (vault: OpenVault) => R | Promise<R>, options = {}): Promise<R> {
  const vault = await openVault(dir, { passphrase: PASSPHRASE }, options);
  try {
    return await act(vault);
  } finally {
    vault.close();
  }
}

describe('opening', () => {
  it('goes by passphrase and by recovery key, and tells a wrong one from a mistyped one', async () => {
    await opened(whole, (vault) => expect(verifyVault(vault)).toMatchObject({ ok: true, problems: [] }));
    (await openVault(whole, { recoveryKey: recoveryKey.toLowerCase() })).close();
    expect(await codeOf(() => openVault(whole, { passphrase: `${PASSPHRASE} ` }))).toBe('wrong-passphrase');
    expect(await codeOf(() => openVault(whole, { passphrase: '' }))).toBe('wrong-passphrase');
    const foreign = (await newVault(folder, 'Other.misl')).recoveryKey;
    expect(await codeOf(() => openVault(whole, { recoveryKey: foreign }))).toBe('wrong-recovery-key');
    expect(await codeOf(() => openVault(whole, { recoveryKey: 'ABCD' }))).toBe('wrong-recovery-key');
  });

  it('forgets its keys on closing', async () => {
    const vault = await openVault(whole, { passphrase: PASSPHRASE });
    const { master, auditKey } = vault;
    expect(master.some((byte) => byte !== 0)).toBe(true);
    vault.close();
    vault.close();
    expect([...master, ...auditKey].every((byte) => byte === 0)).toBe(true);
  });

  it('makes no vault over something, without a passphrase, or in a synchronised folder; and leaves nothing', async () => {
    const again = { passphrase: PASSPHRASE, kdf: 'floor' } as const;
    expect(await codeOf(() => createVault(whole, again))).toBe('not-empty');
    expect(await codeOf(() => createVault(path.join(whole, 'vault.json'), again))).toBe('not-empty');
    const empty = path.join(folder, 'Empty.misl');
    expect(await codeOf(() => createVault(empty, { passphrase: ' \t', kdf: 'floor' }))).toBe('empty-passphrase');
    expect(existsSync(empty)).toBe(false);
    const synced = path.join(folder, 'Dropbox', 'Mine.misl');
    expect(await codeOf(() => createVault(synced, again))).toBe('place-not-safe');
    expect(existsSync(synced)).toBe(false);
  });

  it('never makes a database where one is missing', async () => {
    const dir = copyOfWhole();
    rmSync(path.join(dir, 'db', 'main.db'));
    expect(await codeOf(() => openVault(dir, { passphrase: PASSPHRASE }))).toBe('vault-damaged');
    writeFileSync(path.join(dir, 'db', 'main.db'), '');
    expect(await codeOf(() => openVault(dir, { passphrase: PASSPHRASE }))).toBe('vault-damaged');
  });

  it('refuses the database of another vault, random bytes, and a plain SQLite file', async () => {
    const dir = copyOfWhole();
    const file = path.join(dir, 'db', 'main.db');
    const { vault } = await newVault(folder, 'Foreign.misl');
    vault.close();
    copyFileSync(path.join(vault.dir, 'db', 'main.db'), file);
    expect(await codeOf(() => openVault(dir, { passphrase: PASSPHRASE }))).toBe('wrong-database-key');
    writeFileSync(file, Buffer.alloc(8192, 5));
    expect(await codeOf(() => openVault(dir, { passphrase: PASSPHRASE }))).toBe('wrong-database-key');
    rmSync(file);
    new Database(file).exec('CREATE TABLE t (x)').close();
    expect(await codeOf(() => openVault(dir, { passphrase: PASSPHRASE }))).toBe('wrong-database-key');
    expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  it('verifies page by page: no flipped byte of the database goes unnoticed', async () => {
    const dir = copyOfWhole();
    const file = path.join(dir, 'db', 'main.db');
    const right = readFileSync(file);
    for (let page = 0; page * 4096 < right.length; page += 7) {
      const flipped = Buffer.from(right);
      flipped[page * 4096 + 1000]! ^= 1;
      writeFileSync(file, flipped);
      rmSync(path.join(dir, 'tries'), { force: true });
      let found: string[];
      try {
        found = await opened(dir, (vault) => verifyVault(vault).problems, { readonly: true });
      } catch (error) {
        found = [(error as Error).message];
      }
      expect(found.length).toBeGreaterThan(0);
    }
  });
});

describe('slots', () => {
  it('are replaced alone: the old passphrase is out, the recovery key and the data stay', async () => {
    const dir = copyOfWhole();
    const before = readFileSync(path.join(dir, 'db', 'main.db')).subarray(0, 16);
    await opened(dir, async (vault) => {
      expect(await codeOf(() => changePassphrase(vault, 'wrong', 'next'))).toBe('wrong-passphrase');
      await changePassphrase(vault, PASSPHRASE, 'eight lanterns over the canal');
      expect(vault.header.epoch).toBe(2);
    });
    expect(await codeOf(() => openVault(dir, { passphrase: PASSPHRASE }))).toBe('wrong-passphrase');
    // Nor does the copy of the header keep the old one.
    rmSync(path.join(dir, 'vault.json'));
    expect(await codeOf(() => openVault(dir, { passphrase: PASSPHRASE }))).toBe('wrong-passphrase');
    (await openVault(dir, { passphrase: 'eight lanterns over the canal' })).close();
    (await openVault(dir, { recoveryKey })).close();
    expect(
      readFileSync(path.join(dir, 'db', 'main.db'))
        .subarray(0, 16)
        .equals(before),
    ).toBe(true);
  });

  it('of an older header put back are reported, and a new passphrase ends it', async () => {
    const dir = copyOfWhole();
    await opened(dir, (vault) => setPassphrase(vault, 'another one'));
    for (const name of ['vault.json', 'vault.json.bak']) copyFileSync(path.join(whole, name), path.join(dir, name));
    await opened(dir, async (vault) => {
      expect(verifyVault(vault).problems).toEqual([expect.stringMatching(/older one \(1 of 2\)/)]);
      await setPassphrase(vault, PASSPHRASE);
      expect(vault.header.epoch).toBe(3);
      expect(verifyVault(vault).ok).toBe(true);
    });
  });
});

describe('reading only', () => {
  it('writes nothing into a synchronised folder, says why, and reads what the database holds', async () => {
    const dir = path.join(folder, 'OneDrive - Chambers', 'Mine.misl');
    cpSync(whole, dir, { recursive: true });
    const temporary = () => readdirSync(os.tmpdir()).filter((name) => name.startsWith('misl-read-')).length;
    const before = temporary();
    const listing = readdirSync(dir, { recursive: true }).sort();
    await opened(dir, async (vault) => {
      expect(vault.readOnly?.reason).toContain('OneDrive - Chambers');
      expect(verifyVault(vault).ok).toBe(true);
      expect(() => vault.db.exec("INSERT INTO meta (key, value) VALUES ('x', 'y')")).toThrow(/readonly/);
      expect(await codeOf(() => setPassphrase(vault, 'next'))).toBe('read-only');
      expect(readdirSync(path.join(dir, 'db'))).toEqual(['main.db']);
    });
    expect(temporary()).toBe(before);
    expect(readdirSync(dir, { recursive: true }).sort()).toEqual(listing);
  });

  it('goes beside a writer, and sees what it has committed', async () => {
    await opened(whole, async (writer) => {
      writer.db.exec("INSERT INTO meta (key, value) VALUES ('seen', 'yes')");
      await opened(
        whole,
        (reader) => {
          expect(reader.readOnly).not.toBeNull();
          expect(reader.db.prepare("SELECT value FROM meta WHERE key = 'seen'").pluck().get()).toBe('yes');
        },
        { readonly: true },
      );
    });
  });
});

describe('the lock file', () => {
  const HOLD = `import { takeLock } from '#main/vault/lock-file.ts'; takeLock(process.argv[1]); console.log('held'); setInterval(() => {}, 1000);`;

  async function holder(dir: string) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', HOLD, dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    return child;
  }

  it('keeps a second writer out and names the first; a crash of the first locks nobody out, and is noticed', async () => {
    const dir = copyOfWhole();
    const child = await holder(dir);
    const message = await openVault(dir, { passphrase: PASSPHRASE }).catch((error) => error.problem);
    expect(message).toMatchObject({ code: 'vault-in-use' });
    expect(message.message).toContain(`program ${child.pid} on ${os.hostname()}`);
    await opened(dir, (vault) => expect(vault.readOnly).not.toBeNull(), { readonly: true });
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = takeLock(dir);
    expect(lock.unclean).toBe(true);
    lock.release();
    lock.release();
    const next = takeLock(dir);
    expect(next.unclean).toBe(false);
    next.release();
  });

  it('left by a crash on another computer keeps nobody out; and a damaged one is made anew', async () => {
    const dir = copyOfWhole();
    const file = path.join(dir, 'lock');
    const left = new Database(file);
    left.exec("INSERT INTO holder VALUES (4711, 'other-computer', '2026-01-01T00:00:00.000Z')");
    left.close();
    await opened(dir, (vault) => expect(vault.readOnly).toBeNull());
    writeFileSync(file, Buffer.alloc(5000, 9));
    await opened(dir, (vault) => expect(vault.readOnly).toBeNull());
    rmSync(file);
    mkdirSync(file);
    expect(await codeOf(() => openVault(dir, { passphrase: PASSPHRASE }))).toBe('cannot-lock');
    await opened(dir, (vault) => expect(vault.readOnly).not.toBeNull(), { readonly: true });
  });

  it('after an unclean end has the database checked: a damaged one opens for reading only', async () => {
    const dir = copyOfWhole();
    const file = path.join(dir, 'db', 'main.db');
    const bytes = readFileSync(file);
    bytes[bytes.length - 2000]! ^= 1;
    writeFileSync(file, bytes);
    const left = new Database(path.join(dir, 'lock'));
    left.exec("INSERT INTO holder VALUES (4711, 'here', '2026-01-01T00:00:00.000Z')");
    left.close();
    await opened(dir, (vault) => expect(vault.readOnly?.reason).toContain('found damaged'));
  });

  it('and what was left half-written is swept', async () => {
    const dir = copyOfWhole();
    mkdirSync(path.join(dir, 'tmp', 'job'));
    writeFileSync(path.join(dir, 'tmp', 'job', 'half.part'), 'x');
    await opened(dir, () => expect(readdirSync(path.join(dir, 'tmp'))).toEqual([]));
  });
});

describe('wrong tries', () => {
  it('are delayed after five, doubling to a minute, whatever the clock says', () => {
    expect([0, 4].map((count) => delayAfter({ count, last: 1000 }, 1000))).toEqual([0, 0]);
    expect([5, 6, 7, 10, 11, 500].map((count) => delayAfter({ count, last: 1000 }, 1000))).toEqual([
      1000, 2000, 4000, 32_000, 60_000, 60_000,
    ]);
    expect(delayAfter({ count: 6, last: 1000 }, 2500)).toBe(500);
    expect(delayAfter({ count: 6, last: 1000 }, 9000)).toBe(0);
    expect(delayAfter({ count: 6, last: 10 ** 14 }, 1000)).toBe(2000);
  });

  it('are counted in the vault’s folder, so that a restart does not skip the delay; the right one forgets them', async () => {
    const dir = copyOfWhole();
    for (let i = 0; i < 12; i++) countTry(dir, i * 100_000);
    const before = readFileSync(path.join(dir, 'tries'), 'utf8');
    writeFileSync(path.join(dir, 'tries'), JSON.stringify({ ...JSON.parse(before), last: Date.now() }));
    expect(await codeOf(() => openVault(dir, { passphrase: PASSPHRASE }))).toBe('too-many-tries');
    writeFileSync(path.join(dir, 'tries'), before);
    expect(await codeOf(() => openVault(dir, { passphrase: 'wrong' }))).toBe('wrong-passphrase');
    expect(JSON.parse(readFileSync(path.join(dir, 'tries'), 'utf8')).count).toBe(13);
    writeFileSync(path.join(dir, 'tries'), before);
    await opened(dir, () => {});
    expect(existsSync(path.join(dir, 'tries'))).toBe(false);
  });

  it.each(['', '{', '{"count":-1,"last":0}', '{"count":9e99,"last":0}', 'x'.repeat(5000)])(
    'in a file that is no count (%#) keep nobody out',
    async (text) => {
      const dir = copyOfWhole();
      writeFileSync(path.join(dir, 'tries'), text);
      await opened(dir, () => {});
    },
  );
});

describe('the place', () => {
  const mounts = (type: string) =>
    `rootfs / ext4 rw 0 0\nserver:/x ${folder.replaceAll(' ', '\\040')} ${type} rw 0 0\n`;
  it.each(['nfs4', 'cifs', 'fuse.sshfs', '9p'])('on %s is for reading only', (type) => {
    expect(whyReadOnly(whole, mounts(type))?.reason).toContain(type);
  });
  it.each(['ext4', 'tmpfs', 'btrfs', 'fuseblk'])('on %s may be written', (type) => {
    expect(whyReadOnly(whole, mounts(type))).toBeNull();
  });
  it('is judged by the mount that holds it, not by one whose name begins like it', () => {
    expect(
      whyReadOnly(whole, `a / ext4 rw 0 0\nb ${folder}x nfs rw 0 0\nc ${whole.slice(0, -3)} nfs rw 0 0\n`),
    ).toBeNull();
    expect(whyReadOnly(whole, undefined)).toBeNull();
    expect(whyReadOnly(whole, 'nonsense\n\n  \n')).toBeNull();
  });
});
