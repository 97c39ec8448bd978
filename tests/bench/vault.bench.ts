// The vault against named peers in the same run: taking in files, reading a part, backing up unchanged, opening; what
// others wait for meanwhile; and the memory of a program that does each, built as the package is, for one file of 50 MB and
// for one as large as all. MISL_BENCH_MB sets how much is taken in (1000 where it is left out).
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { createRunner } from '#main/store/runner.ts';
import { appendAudit } from '#main/vault/audit.ts';
import { backUp } from '#main/vault/backup.ts';
import { derive, type KdfParameters } from '#main/vault/kdf.ts';
import { createVault, openVault } from '#main/vault/vault.ts';
import { compareWaits } from './vault-waits.ts';

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
/** Inside the checkout, so that what is built finds its packages. */
const built = path.join(import.meta.dirname, '../../out', `bench-${process.pid}`);

async function buildOnce(): Promise<void> {
  const input = {
    'vault-once': path.join(import.meta.dirname, 'vault-once.ts'),
    'workers/copy-database': path.join(import.meta.dirname, '../../src/main/workers/copy-database.ts'),
  };
  const output = { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' };
  const root = path.join(import.meta.dirname, '../..');
  const rolldownOptions = { input, output };
  await build({ root, configFile: false, logLevel: 'warn', build: { ssr: true, outDir: built, rolldownOptions } });
}

/** One thing done by a program of its own. @returns seconds of the work alone, and the most memory ever, in MiB */
function once(...args: string[]): { seconds: number; memory: number } {
  const line = ['--disable-warning=ExperimentalWarning', path.join(built, 'vault-once.js'), ...args];
  return JSON.parse(execFileSync(process.execPath, line, { encoding: 'utf8' }));
}

/** Memory of each kind of work on a vault that holds one file of so many bytes. */
async function memoryOf(megabytes: number, from: string): Promise<void> {
  const place = path.join(folder, `one of ${megabytes}`);
  mkdirSync(place);
  const file = path.join(place, 'one.bin');
  execFileSync('sh', ['-c', 'head -c "$1" "$2" > "$3"', 'sh', String(megabytes * 1e6), from, file]);
  writeFileSync(path.join(place, 'list'), `${file}\n`);
  const dir = path.join(place, 'One.misl');
  const { vault, recoveryKey } = await createVault(dir, { passphrase: PASSPHRASE, kdf: 'floor' });
  vault.close();
  const used = [
    ['nothing', once('nothing', dir, recoveryKey)],
    ['taking in', once('import', dir, recoveryKey, path.join(place, 'list'))],
    ['checking', once('verify', dir, recoveryKey)],
    ['backing up', once('backup', dir, recoveryKey, path.join(place, 'backups'))],
    [
      'restoring',
      once(
        'restore',
        path.join(place, 'backups', 'One 2026-11-23 090000.mislbak'),
        recoveryKey,
        path.join(place, 'Again.misl'),
      ),
    ],
  ] as const;
  say(
    `one file of ${megabytes} MB: ${used.map(([what, { memory }]) => `${what} ${memory.toFixed(0)} MiB`).join(', ')}`,
  );
  rmSync(place, { recursive: true });
}

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
    closeSync(fd);
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
  await buildOnce();
  const list = path.join(folder, 'list');
  writeFileSync(list, names.join('\n'));
  const taking = await createVault(path.join(folder, 'Taking.misl'), { passphrase: PASSPHRASE, kdf: 'floor' });
  taking.vault.close();
  const ours = once('import', taking.vault.dir, taking.recoveryKey, list);
  say(
    `taking in ${MEGABYTES} MB in ${FILES} files, read back and made durable: ${ratio(peer, ours.seconds)} of the speed of sha256sum + openssl enc; memory at most ${ours.memory.toFixed(0)} MiB`,
  );
  rmSync(taking.vault.dir, { recursive: true });
  // What the other parts look at.
  for (const name of names) {
    const blob = await vault.blobs.write(name, { mime: 'application/octet-stream' });
    await runner.run({ name: 'bench', undoable: false }, ({ db, clock }) => vault.blobs.record(db, blob, clock.now()));
  }

  const big = path.join(folder, 'big.bin');
  execFileSync('sh', ['-c', `cat ${sources}/*.bin > ${big}`]);
  for (const megabytes of [50, MEGABYTES]) await memoryOf(megabytes, big);
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

  let matters = 0;
  const addMatter = () =>
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
    );
  await compareWaits(vault, folder, addMatter, say);

  const { kdf } = vault.header.slots.find(({ kind }) => kind === 'passphrase')! as { kdf: KdfParameters };
  vault.close();
  await derive(PASSPHRASE, kdf);
  const derivation = await seconds(() => derive(PASSPHRASE, kdf));
  const opening = await seconds(async () =>
    (await openVault(path.join(folder, 'Bench.misl'), { passphrase: PASSPHRASE })).close(),
  );
  say(`opening takes ${ratio(opening, derivation)} times the key derivation alone`);
} finally {
  for (const each of [folder, built]) rmSync(each, { recursive: true, force: true });
}
