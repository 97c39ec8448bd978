import path from 'node:path';
import type { App, LockReason, Session } from '#main/app.ts';
import { forgetDocuments } from '#main/documents/service.ts';
import { packShelf } from '#main/packs/service.ts';
import { createRunner } from '#main/store/runner.ts';
import { appendAudit } from '#main/vault/audit.ts';
import { createVault, type OpenVault, openVault } from '#main/vault/vault.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { problem } from '#shared/problem.ts';

const nameOf = (dir: string) => path.basename(dir).replace(/\.misl$/, '');

/** Makes an open vault the one that the program works on. */
export function openSession(app: App, vault: OpenVault) {
  const shelf = packShelf(path.join(app.resources, 'packs'), vault.db);
  const services = {
    get packs() {
      return shelf.library();
    },
    shelf,
    blobs: vault.blobs,
    tmp: path.join(vault.dir, 'tmp'),
  };
  const runner = createRunner(vault.db, {
    clock: app.clock,
    services,
    actor: actorOf(vault),
    audit: (db, entry) => appendAudit(db, vault.auditKey, entry),
    onChange(touched) {
      if (touched.includes('user_pack')) shelf.forget();
      app.host.publish('changed', { touched });
    },
    // Neither the journal nor the folder of contents keeps what was removed for good.
    onPurged() {
      vault.blobs.sweep();
      vault.db.pragma('wal_checkpoint(TRUNCATE)');
    },
  });
  app.session = { vault, runner, services };
  app.lastVault = { dir: vault.dir, name: nameOf(vault.dir) };
}

/** Who the log says it was: the name from the settings, as it was when the vault was opened. */
function actorOf({ db }: OpenVault): string {
  const name = db.prepare("SELECT value FROM setting WHERE id = 'actor'").pluck().get() as string | undefined;
  return name?.trim() || 'advocate';
}

export async function state(app: App): Promise<Result<'vault.state'>> {
  const { session } = app;
  const sample =
    session &&
    (await session.runner.db.selectFrom('matter').select('id').where('isSample', '=', 1).limit(1).executeTakeFirst());
  return {
    state: session ? 'open' : 'locked',
    vault: app.lastVault,
    lockReason: app.lockReason,
    readOnly: session?.vault.readOnly?.reason ?? null,
    isSample: Boolean(sample),
    today: app.clock.today(),
  };
}

export async function create(app: App, { dir, name, passphrase }: Given<'vault.create'>) {
  if (app.session) throw problem('vault-open', 'A vault is open already.', { hint: 'Lock it first.' });
  const folder = path.join(dir, `${name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ').trim() || 'Cases'}.misl`);
  const { vault, recoveryKey } = await createVault(folder, { passphrase });
  openSession(app, vault);
  return { recoveryKey };
}

export async function unlock(app: App, { dir, passphrase, recoveryKey, readOnly = false }: Given<'vault.unlock'>) {
  if (app.session) return null;
  const secret = recoveryKey === undefined ? { passphrase: passphrase ?? '' } : { recoveryKey };
  openSession(app, await openVault(dir, secret, { readonly: readOnly }));
  await note(app.session!, 'vault.unlock', { by: recoveryKey === undefined ? 'passphrase' : 'recovery' });
  return null;
}

/** Writes down that the vault was opened or locked, where it may be written in; it is never kept from either. */
async function note({ vault, runner }: Session, action: string, detail: Record<string, string>) {
  if (vault.readOnly) return;
  const entry = { action, entity: null, entityId: null, matterId: null, detail: JSON.stringify(detail) };
  await runner.note(entry).catch(() => {});
}

/** Vaults that are being closed: whoever asks to lock a second time waits for the first. */
const closing = new WeakMap<App, Promise<void>>();

/** Ends what is running, closes the database, drops the keys and tells the page, whose process the shell then ends. */
export async function lock(app: App, reason: LockReason) {
  const { session } = app;
  if (!session) return closing.get(app);
  for (const job of app.jobs.values()) job.abort();
  app.session = null;
  app.lockReason = reason;
  const closed = note(session, 'vault.lock', { reason }).finally(() => {
    session.vault.close();
    forgetDocuments();
    app.host.publish('locked', { reason });
  });
  closing.set(app, closed);
  await closed;
}
