import { statSync } from 'node:fs';
import path from 'node:path';
import type { App } from '#main/app.ts';
import type { Query, VaultJob } from '#main/services.ts';
import { listBackups } from '#main/vault/backup.ts';
import { backUpBeside, drillBeside } from '#main/vault/guard.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { problem } from '#shared/problem.ts';

/** Where backups go and what lies there; when one was last proven; what is not in the newest. */
export async function backupState(app: App): Promise<Result<'backup.state'>> {
  const { vault, runner } = app.session!;
  const { backupFolder: folder = null, backupEvery } = await settingsOf(runner.db);
  const isReachable = folder !== null && isFolder(folder);
  const found = isReachable ? listBackups(vault.master, folder, vault.header.vaultId) : [];
  const proofs = await proofsOf(runner.db);
  const backups = found.map(({ dir, createdAt, manifest }) => ({
    name: path.basename(dir),
    createdAt,
    bytes: manifest.files.reduce((sum, { size }) => sum + size, 0),
    proof: proofs.get(createdAt) ?? null,
  }));
  const newest = backups[0]?.createdAt ?? '';
  const { count } = await runner.db
    .selectFrom('command')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('at', '>', newest)
    .executeTakeFirstOrThrow();
  const failed = await lastEntry(runner.db, 'backup.failed');
  const made = await lastEntry(runner.db, 'backup.run');
  return {
    folder,
    isReachable,
    every: backupEvery === '1' || backupEvery === '7' ? backupEvery : '0',
    backups,
    lastProvenAt:
      [...proofs.values()]
        .filter(({ ok }) => ok)
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? null,
    failedAt: failed && failed.at > (made?.at ?? '') ? failed.at : null,
    changesSince: count,
  };
}

/** Asks for the folder of the backups in a dialog of the system. */
export async function chooseBackupFolder(app: App) {
  const [folder] = await app.host.chooseFiles({ folder: true });
  if (folder === undefined) return null;
  if (`${folder}${path.sep}`.startsWith(`${app.session!.vault.dir}${path.sep}`))
    throw problem('backup-inside-vault', 'A backup inside the vault would be lost with it. Nothing was changed.', {
      hint: 'Choose a folder on another disk.',
    });
  await app.call('settings.set', { key: 'backupFolder', value: folder });
  return folder;
}

/** Makes a backup in the folder for them. */
export async function runBackup({ vault, db, note, clock, signal, report }: VaultJob): Promise<Result<'backup.run'>> {
  const { backupFolder } = await settingsOf(db);
  if (backupFolder === undefined)
    throw problem('no-backup-folder', 'No folder for backups is chosen yet. None was made.', {
      hint: 'Choose one, best on a disk that is not always plugged in.',
    });
  if (!isFolder(backupFolder))
    throw problem('backup-folder-away', 'The folder for backups is not there. None was made.', {
      hint: 'Plug in its disk, or choose another folder.',
    });
  try {
    const made = await backUpBeside(vault, backupFolder, clock.now(), { signal, onProgress: report });
    const { createdAt, bytes, blobs, copied, problems } = made;
    await note('backup.run', { createdAt, bytes, blobs, copied, problems: problems.length });
    return { name: path.basename(made.path), createdAt, bytes, copied, removed: made.removed.length, problems };
  } catch (error) {
    if (!signal.aborted) await note('backup.failed', {});
    throw error;
  }
}

/** Proves a backup: opens it by the secret, reads every file of it, and writes down what came of it. */
export async function drillBackup(
  { vault, db, note, signal, report }: VaultJob,
  { name, passphrase, recoveryKey }: Given<'backup.drill'>,
): Promise<Result<'backup.drill'>> {
  const { backupFolder = '' } = await settingsOf(db);
  const backup = listBackups(vault.master, backupFolder, vault.header.vaultId).find(
    ({ dir }) => path.basename(dir) === name,
  );
  if (!backup)
    throw problem('no-such-backup', 'This backup is not in the folder any more. Nothing was proven.', {
      hint: 'Plug in the disk that it is on.',
    });
  report({ unit: 'files', done: 0, total: backup.manifest.files.length });
  const by = recoveryKey === undefined ? 'passphrase' : 'recovery';
  const secret = recoveryKey === undefined ? { passphrase: passphrase ?? '' } : { recoveryKey };
  const { ok, createdAt, files, checked, problems } = await drillBeside(backup.dir, secret, { signal });
  await note('backup.drill', { backup: createdAt, ok, files, by });
  return { ok, createdAt, files, checked, problems };
}

const isFolder = (place: string) => statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;

async function settingsOf(db: Query['db']): Promise<{ backupFolder?: string; backupEvery?: string }> {
  const rows = await db.selectFrom('setting').selectAll().where('id', 'like', 'backup%').execute();
  return Object.fromEntries(rows.map(({ id, value }) => [id, value]));
}

function lastEntry(db: Query['db'], action: string) {
  return db
    .selectFrom('auditEntry')
    .select('at')
    .where('action', '=', action)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** What the log says of drills, by the moment that the backup was made at. */
async function proofsOf(
  db: Query['db'],
): Promise<Map<string, { at: string; ok: boolean; by: 'passphrase' | 'recovery' }>> {
  const entries = await db
    .selectFrom('auditEntry')
    .select(['at', 'detail'])
    .where('action', '=', 'backup.drill')
    .orderBy('seq')
    .execute();
  return new Map(
    entries.map(({ at, detail }) => {
      const { backup, ok, by } = JSON.parse(detail ?? '{}') as { backup: string; ok: boolean; by: string };
      return [backup, { at, ok, by: by === 'recovery' ? 'recovery' : 'passphrase' }];
    }),
  );
}
