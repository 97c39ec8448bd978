// A process that works in a vault until it is killed. Each thing that it acknowledges on standard output must be there
// afterwards. Arguments: the vault's folder, a folder for backups, a seed, the recovery key, which passphrase holds.
import { createHash } from 'node:crypto';
import { uuidv7 } from '#main/store/ids.ts';
import { createRunner } from '#main/store/runner.ts';
import { appendAudit } from '#main/vault/audit.ts';
import { backUp } from '#main/vault/backup.ts';
import { changePassphrase } from '#main/vault/service.ts';
import { openVault } from '#main/vault/vault.ts';
import { content, streamOf } from '../helpers.ts';

const [dir = '', backups = '', seed = '1', recoveryKey = '', held = '0'] = process.argv.slice(2);
const PASSPHRASES = ['seven lanterns over the canal', 'eight lanterns over the canal'];

/** A second for each millisecond, so that no two backups of all that are made by one process after another have one name. */
const instant = () => new Date(2e12 + (Date.now() % 1e8) * 1000).toISOString();

/** Acknowledged only when it is out of this process, which may end at any moment. */
const acknowledge = (line: string) => process.stdout.write(`${line}\n`);

// By the recovery key, which costs no derivation; which passphrase holds now is said by who starts this.
const vault = await openVault(dir, { recoveryKey });
let current = Number(held);
const runner = createRunner(vault.db, {
  clock: { now: () => new Date().toISOString(), today: () => '2026-11-23' },
  services: {},
  actor: 'crash test',
  audit: (db, entry) => appendAudit(db, vault.auditKey, entry),
  onChange() {},
});
acknowledge('ready');

for (let n = 0; ; n++) {
  const kind = (Number(seed) + n) % 7;
  if (kind === 5) {
    const next = 1 - current;
    await changePassphrase(vault, PASSPHRASES[current]!, PASSPHRASES[next]!, 'floor');
    current = next;
    acknowledge(`passphrase ${current}`);
  } else if (kind === 6) {
    const made = await backUp(vault, backups, { now: instant() });
    acknowledge(`backup ${made.path}`);
  } else if (kind % 2 === 0) {
    const bytes = content(1 + ((Number(seed) * 7919 + n * 104_729) % 150_000), Number(seed) * 1000 + n);
    const blob = await vault.blobs.write(streamOf(bytes), { mime: 'application/octet-stream' });
    await runner.run({ name: 'crash.blob', undoable: false, touches: ['blob'] }, (context) =>
      vault.blobs.record(context.db, blob, context.clock.now()),
    );
    acknowledge(`blob ${blob.id} ${createHash('sha256').update(bytes).digest('hex')}`);
  } else {
    const id = uuidv7();
    await runner.run({ name: 'crash.edit', undoable: true, touches: ['matter'] }, async ({ db, clock }) => {
      await db
        .insertInto('matter')
        .values({
          id,
          reference: id,
          title: `Matter ${n}`,
          clientRole: 'complainant',
          pack: 'pk',
          openedOn: '2026-11-23',
          createdAt: clock.now(),
          updatedAt: clock.now(),
        })
        .execute();
    });
    acknowledge(`matter ${id}`);
  }
}
