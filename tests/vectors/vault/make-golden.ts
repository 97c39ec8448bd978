/**
 * Made the golden vault of format 1: `node tests/vectors/vault/make-golden.ts FOLDER`. What it made is kept for ever in
 * tests/fixtures/vault-1; a new format gets a new golden vault beside it.
 */
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createApp } from '#main/create-app.ts';
import { seedMatters } from '#main/intake/seed.ts';
import { openSession } from '#main/session/lifecycle.ts';
import { createVault } from '#main/vault/vault.ts';

const PASSPHRASE = 'café پاک lanterns';
const folder = process.argv[2]!;
const dir = path.join(folder, 'Golden.misl');
const { vault, recoveryKey } = await createVault(dir, { passphrase: PASSPHRASE, kdf: 'floor' });
const never = () => Promise.reject(new Error('There is no window'));
const host = { publish() {}, chooseFiles: never, chooseTarget: never, copy: never, confirm: never, reveal() {} };
const clock = { now: () => '2026-11-23T05:00:00.000Z', today: () => '2026-11-23' };
const app = createApp({ clock, host, resources: path.resolve('resources'), handlers: {} as never });
openSession(app, vault);
await seedMatters(app, { matters: 2, seed: 1 });
const content = Buffer.from('An invented note. '.repeat(4000));
async function* source() {
  yield content;
}
const blob = await vault.blobs.write(source(), { mime: 'text/plain' });
await app.session!.runner.run({ name: 'golden', undoable: false }, ({ db }) =>
  vault.blobs.record(db, blob, clock.now()),
);
const expected = {
  passphrase: PASSPHRASE,
  recoveryKey,
  master: vault.master.toString('hex'),
  vaultId: vault.header.vaultId,
  blob: blob.id,
  contentSha256: createHash('sha256').update(content).digest('hex'),
  contentBytes: content.length,
  matters: vault.db.prepare('SELECT title FROM matter ORDER BY id').pluck().all(),
  auditEntries: vault.db.prepare('SELECT count(*) FROM audit_entry').pluck().get(),
};
vault.close();
for (const name of ['lock', 'db/main.db-wal', 'db/main.db-shm']) rmSync(path.join(dir, name), { force: true });
writeFileSync(path.join(folder, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
