// The vault against named peers in the same run: taking in files, reading a part, backing up unchanged, opening.
// MISL_BENCH_MB sets how much is taken in (1000 where it is left out).
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRunner } from '#main/store/runner.ts';
import { appendAudit } from '#main/vault/audit.ts';
import { backUp } from '#main/vault/backup.ts';
import { backUpBeside } from '#main/vault/guard.ts';
import { derive, type KdfParameters } from '#main/vault/kdf.ts';
import { createVault, openVault } from '#main/vault/vault.ts';

const MEGABYTES = Number(process.env.MISL_BENCH_MB ?? 1000);
const FILES = 200;
const PASSPHRASE = 'seven lanterns over the canal';
const folder = mkdtempSync(path.join(tmpdir(), 'misl-bench-'));
const seconds = async (act: () => unknown) => {
  const start = performance.now();
  await act();
  return (performance.now() - start) / 1000;
};
const ratio = (ours: number, theirs: number) => (ours / theirs).toFixed(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const sources = path.join(folder, 'sources');
  mkdirSync(sources);
  const each = Math.floor((MEGABYTES * 1e6) / FILES);
  const bytes = Buffer.alloc(each);
  const names: string[] = [];
  for (let n = 0; n < FILES; n++) {
    for (let at = 0; at < each; at += 4096) bytes.writeUInt32LE((at * 2_654_435_761 + n) >>> 0, Math.min(at, each - 4));
    const name = path.join(sources, `${n}.bin`);
    const fd = openSync(name, 'w');
    writeSync(fd, bytes);
    names.push(name);
  }

  const { vault } = await createVault(path.join(folder, 'Bench.misl'), { passphrase: PASSPHRASE });
  const runner = createRunner(vault.db, {
    clock: { now: () => new Date().toISOString(), today: () => '2026-11-23' },
    services: {},
    actor: 'bench',
    audit: (db, entry) => appendAudit(db, vault.auditKey, entry),
    onChange() {},
  });

  const peer = await seconds(() => {
    for (const name of names) {
      execFileSync('sha256sum', [name]);
      execFileSync('openssl', [
        'enc',
        '-aes-256-ctr',
        '-K',
        '00'.repeat(32),
        '-iv',
        '00'.repeat(16),
        '-in',
        name,
        '-out',
        `${name}.enc`,
      ]);
    }
  });
  const before = process.memoryUsage().rss;
  let peak = before;
  const blobs: string[] = [];
  const ours = await seconds(async () => {
    for (const name of names) {
      const blob = await vault.blobs.write(name, { mime: 'application/octet-stream' });
      await runner.run({ name: 'bench', undoable: false }, ({ db, clock }) =>
        vault.blobs.record(db, blob, clock.now()),
      );
      blobs.push(blob.id);
      peak = Math.max(peak, process.memoryUsage().rss);
    }
  });
  say(
    `taking in ${MEGABYTES} MB in ${FILES} files, read back and made durable: ${ratio(peer, ours)} of the speed of sha256sum + openssl enc`,
  );
  say(
    `memory at most ${(peak / 2 ** 20).toFixed(0)} MiB, ${((peak - before) / 2 ** 20).toFixed(0)} MiB more than before`,
  );

  const big = path.join(folder, 'big.bin');
  execFileSync('sh', ['-c', `cat ${sources}/*.bin > ${big}`]);
  const whole = await vault.blobs.write(big, { mime: 'application/octet-stream' });
  await runner.run({ name: 'bench', undoable: false }, ({ db, clock }) => vault.blobs.record(db, whole, clock.now()));
  const part = Buffer.alloc(65_536);
  const times = 200;
  const plain = await seconds(() => {
    for (let n = 0; n < times; n++) {
      const fd = openSync(big, 'r');
      readSync(fd, part, 0, part.length, Math.floor(whole.size / 2) + n);
    }
  });
  const sealed = await seconds(() => {
    for (let n = 0; n < times; n++) {
      const reader = vault.blobs.open(whole.id);
      reader.read(part, 0, part.length, Math.floor(whole.size / 2) + n);
      reader.close();
    }
  });
  say(
    `64 KiB out of the middle of ${MEGABYTES} MB: ${ratio(sealed, plain)} times a plain read (${((sealed / times) * 1000).toFixed(2)} ms each)`,
  );

  const backups = path.join(folder, 'backups');
  await backUp(vault, backups, { now: '2026-11-23T09:00:00.000Z' });
  const unchanged = await seconds(() => backUp(vault, backups, { now: '2026-11-23T10:00:00.000Z' }));
  if (spawnSync('rsync', ['--version']).status === 0) {
    const copy = path.join(folder, 'copy');
    execFileSync('rsync', ['-a', `${vault.dir}/`, copy]);
    const rsync = await seconds(() => execFileSync('rsync', ['-a', '--checksum', `${vault.dir}/`, copy]));
    say(`backup of an unchanged vault, proved: ${ratio(unchanged, rsync)} times rsync --checksum of the same`);
  } else
    say(`backup of an unchanged vault, proved: ${unchanged.toFixed(1)} s (there is no rsync here to compare with)`);

  // A writer of small commands, alone and while a backup of all this is made for the first time beside it.
  let matters = 0;
  const longest = async (until: Promise<unknown>) => {
    let isRunning = true;
    const end = until.finally(() => {
      isRunning = false;
    });
    let most = 0;
    while (isRunning) {
      const wait = await seconds(() =>
        runner.run({ name: 'bench', undoable: true }, ({ db, clock }) =>
          db
            .insertInto('matter')
            .values({
              id: `bench-${matters}`,
              reference: `M-${matters++}`,
              title: 'A matter',
              clientRole: 'complainant',
              pack: 'pk',
              openedOn: '2026-11-23',
              createdAt: clock.now(),
              updatedAt: clock.now(),
            })
            .execute(),
        ),
      );
      most = Math.max(most, wait);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await end;
    return most;
  };
  const alone = await longest(new Promise((resolve) => setTimeout(resolve, 5000)));
  const beside = await longest(backUpBeside(vault, path.join(folder, 'other backups'), '2026-11-23T11:00:00.000Z', {}));
  say(
    `the longest that a writer waited: ${(beside * 1000).toFixed(0)} ms while all this was backed up beside it, ${(alone * 1000).toFixed(0)} ms alone`,
  );

  const { kdf } = vault.header.slots.find(({ kind }) => kind === 'passphrase')! as { kdf: KdfParameters };
  vault.close();
  await derive(PASSPHRASE, kdf);
  const derivation = await seconds(() => derive(PASSPHRASE, kdf));
  const opening = await seconds(async () =>
    (await openVault(path.join(folder, 'Bench.misl'), { passphrase: PASSPHRASE })).close(),
  );
  say(`opening takes ${ratio(opening, derivation)} times the key derivation alone`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
