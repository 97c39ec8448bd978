import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App, Session } from '#main/app.ts';
import { createApp } from '#main/create-app.ts';
import type { Handlers } from '#main/handlers.ts';
import { matterHandlers } from '#main/matters/handlers.ts';
import { isDue } from '#main/session/backup-schedule.ts';
import { sessionHandlers } from '#main/session/handlers.ts';
import { lock, openSession } from '#main/session/lifecycle.ts';
import { forgetTries } from '#main/vault/tries.ts';
import { openVault } from '#main/vault/vault.ts';
import type { JobEvent } from '#shared/contract/events.ts';
import { type CallName, contract, specOf } from '#shared/contract/index.ts';
import { isSecretAct, mayAsk, SECRET_PURPOSES, type SecretPurpose } from '#shared/contract/secret-window.ts';
import { codeOf, newVault, PASSPHRASE, scratch } from '../vault/helpers.ts';

const { folder, remove } = scratch();
const backups = path.join(folder, 'Backups');
const jobs: JobEvent[] = [];
const chosen: string[] = [];
const targets: string[] = [];
let answers: boolean[] = [];
let lockWhileAsked = false;
let now = '2026-11-23T09:00:00.000Z';
let app: App;
let vaultDir: string;
let recoveryKey: string;
let session: Session;

beforeAll(async () => {
  const no = () => Promise.reject(new Error('no window'));
  app = createApp({
    clock: { now: () => now, today: () => now.slice(0, 10) },
    host: {
      publish: (name, payload) => {
        if (name === 'job') jobs.push(payload as JobEvent);
      },
      chooseFiles: async () => chosen.splice(0, 1),
      chooseTarget: async () => targets.shift() ?? null,
      copy: no,
      async confirm() {
        if (lockWhileAsked) await lock(app, 'suspend');
        return answers.shift() ?? false;
      },
      reveal() {},
    },
    resources: path.join(import.meta.dirname, '../../../resources'),
    handlers: { ...sessionHandlers, ...matterHandlers } as unknown as Handlers<CallName>,
  });
  const made = await newVault(folder);
  recoveryKey = made.recoveryKey;
  vaultDir = made.vault.dir;
  mkdirSync(backups);
  openSession(app, made.vault);
  session = app.session!;
});
afterAll(async () => {
  await lock(app, 'asked');
  remove();
});

const actions = async () => (await app.call('log.list', { limit: 20 })).map(({ action }) => action);

describe('backups', () => {
  it('go nowhere until a folder is chosen, and never into the vault', async () => {
    expect(await app.call('backup.state', {})).toMatchObject({ folder: null, isReachable: false, backups: [] });
    expect(await codeOf(() => app.call('backup.run', {}))).toBe('no-backup-folder');
    chosen.push(path.join(vaultDir, 'inside'));
    expect(await codeOf(() => app.call('backup.chooseFolder', {}))).toBe('backup-inside-vault');
    expect(await app.call('backup.chooseFolder', {})).toBeNull();
    chosen.push(backups);
    expect(await app.call('backup.chooseFolder', {})).toBe(backups);
    expect(await app.call('backup.state', {})).toMatchObject({ folder: backups, isReachable: true, every: '0' });
  });

  it('are made in a thread, told of while they are made, and count what came after', async () => {
    jobs.length = 0;
    const made = await app.call('backup.run', {});
    expect(made).toMatchObject({ createdAt: now, problems: [] });
    expect(existsSync(path.join(backups, made.name, 'db', 'main.db'))).toBe(true);
    expect(jobs.map(({ state }) => state)).toEqual(expect.arrayContaining(['running', 'done']));
    now = '2026-11-23T10:00:00.000Z';
    await app.call('settings.set', { key: 'backupEvery', value: '7' });
    const state = await app.call('backup.state', {});
    expect(state).toMatchObject({ every: '7', lastProvenAt: null, failedAt: null, changesSince: 1 });
    expect(state.backups).toMatchObject([{ name: made.name, proof: null }]);
    expect(await actions()).toContain('backup.run');
  });

  it('are proven by a drill with either secret, and a damaged one is not', async () => {
    const { name } = (await app.call('backup.state', {})).backups[0]!;
    expect(await codeOf(() => app.call('backup.drill', { name, passphrase: 'not this one' }))).toBe('wrong-passphrase');
    expect(await codeOf(() => app.call('backup.drill', { name: '../elsewhere', passphrase: PASSPHRASE }))).toBe(
      'no-such-backup',
    );
    expect(await app.call('backup.drill', { name, passphrase: PASSPHRASE })).toMatchObject({ ok: true, problems: [] });
    now = '2026-11-23T11:00:00.000Z';
    expect(await app.call('backup.drill', { name, recoveryKey })).toMatchObject({ ok: true });
    const proven = await app.call('backup.state', {});
    expect(proven.lastProvenAt).toBe(now);
    expect(proven.backups[0]?.proof).toEqual({ at: now, ok: true, by: 'recovery' });
    writeFileSync(path.join(backups, name, 'added.txt'), 'not ours');
    now = '2026-11-23T12:00:00.000Z';
    const spoilt = await app.call('backup.drill', { name, passphrase: PASSPHRASE });
    expect(spoilt.ok).toBe(false);
    expect((await app.call('backup.state', {})).backups[0]?.proof).toMatchObject({ ok: false });
    rmSync(path.join(backups, name, 'added.txt'));
  });

  it('that could not be made are remembered until one is made', async () => {
    const away = path.join(folder, 'Away');
    await app.call('settings.set', { key: 'backupFolder', value: away });
    expect(await codeOf(() => app.call('backup.run', {}))).toBe('backup-folder-away');
    writeFileSync(away, 'a file where a folder should be');
    expect(await codeOf(() => app.call('backup.run', {}))).toBe('backup-folder-away');
    await app.call('settings.set', { key: 'backupFolder', value: backups });
    const [{ name } = { name: '' }] = (await app.call('backup.state', {})).backups;
    mkdirSync(path.join(backups, name.replace('090000', '120000')));
    expect(await codeOf(() => app.call('backup.run', {}))).toBe('file-exists');
    expect((await app.call('backup.state', {})).failedAt).toBe(now);
    now = '2026-11-23T13:00:00.000Z';
    await app.call('backup.run', {});
    expect((await app.call('backup.state', {})).failedAt).toBeNull();
  });

  it('that are cancelled leave nothing behind', async () => {
    const before = readdirSync(backups);
    now = '2026-11-23T14:00:00.000Z';
    const cancel = new AbortController();
    const running = app.call('backup.run', {}, cancel.signal);
    cancel.abort();
    expect(await codeOf(() => running)).toBe('cancelled');
    expect(readdirSync(backups)).toEqual(before);
  });

  it.each([
    [0, null, false],
    [1, null, true],
    [1, '2026-11-22T09:00:00.001Z', false],
    [1, '2026-11-22T09:00:00.000Z', true],
    [7, '2026-11-20T09:00:00.000Z', false],
  ])('every %i days after %s are due: %s', (every, newest, due) => {
    expect(isDue(every, newest, '2026-11-23T09:00:00.000Z')).toBe(due);
  });
});

describe('keys', () => {
  it('are changed only with the passphrase and a yes in the dialog of the system', async () => {
    const epoch = session.vault.header.epoch;
    expect(await codeOf(() => app.call('vault.changePassphrase', { current: 'wrong', next: 'eight owls' }))).toBe(
      'wrong-passphrase',
    );
    answers = [false];
    expect(await codeOf(() => app.call('vault.changePassphrase', { current: PASSPHRASE, next: 'eight owls' }))).toBe(
      'cancelled',
    );
    expect(session.vault.header.epoch).toBe(epoch);
  });

  it('a new recovery key puts the old one out', async () => {
    expect(await codeOf(() => app.call('vault.renewRecoveryKey', { passphrase: 'wrong' }))).toBe('wrong-passphrase');
    answers = [true];
    const renewed = await app.call('vault.renewRecoveryKey', { passphrase: PASSPHRASE });
    expect(renewed.recoveryKey).toMatch(/^([0-9A-Z]{4}-){13}[0-9A-Z]{4}$/);
    expect(await actions()).toContain('vault.renewRecoveryKey');
    await lock(app, 'asked');
    expect(await codeOf(() => app.call('vault.unlock', { dir: vaultDir, recoveryKey }))).toBe('wrong-recovery-key');
    await app.call('vault.unlock', { dir: vaultDir, recoveryKey: renewed.recoveryKey });
  });
});

describe('the log', () => {
  it('says how the vault was opened and why it was locked, and is whole', async () => {
    const [unlocked, locked] = await app.call('log.list', { limit: 2 });
    expect(unlocked).toMatchObject({ action: 'vault.unlock', detail: '{"by":"recovery"}' });
    expect(locked).toMatchObject({ action: 'vault.lock', detail: '{"reason":"asked"}' });
    const { entries, problems } = await app.call('log.verify', {});
    expect(problems).toEqual([]);
    expect(entries).toBeGreaterThan(5);
    app.session!.vault.db.prepare("UPDATE audit_entry SET action = 'nothing' WHERE seq = 2").run();
    expect((await app.call('log.verify', {})).problems).toEqual(['audit entry 2 was altered']);
  });

  it('leaves as a table or as JSON where the user says, whole or in part, and says that it left', async () => {
    expect(await app.call('log.export', { format: 'csv' })).toBeNull();
    const [table, list] = [path.join(folder, 'log.csv'), path.join(folder, 'log.json')];
    targets.push(table, list);
    const before = (await app.call('log.verify', {})).entries;
    expect(await app.call('log.export', { format: 'csv' })).toEqual({ entries: before });
    const lines = readFileSync(table, 'utf8').trimEnd().split('\n');
    expect(lines[0]).toBe('\ufeffseq,at,actor,action,entity,entityId,matterId,detail');
    expect(lines).toHaveLength(before + 1);
    expect((await app.call('log.list', { left: true, limit: 5 })).map(({ action }) => action)).toEqual(['log.export']);

    const which = { action: 'backup.', from: '2026-11-23', to: '2026-11-23' };
    const shown = await app.call('log.list', { ...which, limit: 500 });
    expect(shown.length).toBeGreaterThan(1);
    expect(await app.call('log.export', { ...which, format: 'json' })).toEqual({ entries: shown.length });
    const written = JSON.parse(readFileSync(list, 'utf8')) as { seq: number; detail: object }[];
    expect(written.map(({ seq }) => seq)).toEqual(shown.map(({ seq }) => seq).reverse());
    expect(typeof written[0]!.detail).toBe('object');
    expect(await app.call('log.list', { ...which, to: '2026-11-22', from: '2026-11-22', limit: 5 })).toEqual([]);
    expect(await app.call('log.list', { matterId: 'nobody', limit: 5 })).toEqual([]);
  });

  it('calls the user by the name in the settings from the next opening on', async () => {
    await app.call('settings.set', { key: 'actor', value: 'A. Pleader' });
    await lock(app, 'asked');
    await app.call('vault.unlock', { dir: vaultDir, passphrase: PASSPHRASE });
    expect((await app.call('log.list', { limit: 1 }))[0]).toMatchObject({ actor: 'A. Pleader' });
  });
});

describe('ways to open it', () => {
  it('are taken away one by one, but never the passphrase', async () => {
    const { slots } = await app.call('vault.info', {});
    const [passphrase, recovery] = slots;
    const remove = (id: string) => app.call('vault.removeSlot', { passphrase: PASSPHRASE, id });
    answers = [true, true, false, true];
    expect(await codeOf(() => remove(passphrase!.id))).toBe('last-passphrase');
    expect(await codeOf(() => remove('0011223344556677'))).toBe('no-such-slot');
    expect(await codeOf(() => remove(recovery!.id))).toBe('cancelled');
    expect((await app.call('vault.info', {})).slots).toEqual(slots);
    await remove(recovery!.id);
    expect((await app.call('vault.info', {})).slots.map(({ kind }) => kind)).toEqual(['passphrase']);
    expect(await actions()).toContain('vault.removeSlot');
    answers = [true];
    ({ recoveryKey } = await app.call('vault.renewRecoveryKey', { passphrase: PASSPHRASE }));
    expect((await app.call('vault.info', {})).slots.map(({ kind }) => kind)).toEqual(['passphrase', 'recovery']);
  });

  it('are asked for where there is a window, and not in the page of the case files', async () => {
    expect(await codeOf(() => app.call('vault.askSecret', { purpose: 'passphrase' }))).toBe('no-window');
    for (const [purpose, calls] of Object.entries(SECRET_PURPOSES)) {
      for (const name of calls) expect(Object.hasOwn(contract, name), name).toBe(true);
      expect(specOf(calls[0]).secret, purpose).toBe(true);
      expect([isSecretAct(calls[0]), mayAsk(purpose as SecretPurpose, calls[0])]).toEqual([true, true]);
      expect(mayAsk(purpose as SecretPurpose, 'matters.list')).toBe(false);
    }
    expect(mayAsk('passphrase', 'vault.delete')).toBe(false);
    expect(['vault.unlock', 'vault.create', 'vault.lock'].some(isSecretAct)).toBe(false);
  });
});

describe('an export of everything', () => {
  it('asks for the passphrase, a yes and a folder, and is told of as work', async () => {
    expect(await codeOf(() => app.call('vault.exportAll', { passphrase: 'wrong' }))).toBe('wrong-passphrase');
    answers = [true];
    expect(await app.call('vault.exportAll', { passphrase: PASSPHRASE })).toBeNull();
    jobs.length = 0;
    answers = [true];
    chosen.push(folder);
    const written = await app.call('vault.exportAll', { passphrase: PASSPHRASE });
    expect(written?.problems).toEqual([]);
    expect(existsSync(path.join(folder, 'Chamber 2026-11-23', 'SHA256SUMS'))).toBe(true);
    expect(jobs.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'vault.exportAll running',
      'vault.exportAll done',
    ]);
    expect(app.jobs.size).toBe(0);
  });
});

describe('a dialog of the system that outlasts a lock', () => {
  it('does nothing for whoever answers it then', async () => {
    lockWhileAsked = true;
    const next = 'eight lanterns over the river';
    const calls = [
      () => app.call('vault.changePassphrase', { current: PASSPHRASE, next }),
      () => app.call('vault.renewRecoveryKey', { passphrase: PASSPHRASE }),
      () => app.call('vault.exportAll', { passphrase: PASSPHRASE }),
      () => app.call('vault.delete', { passphrase: PASSPHRASE }),
    ];
    for (const call of calls) {
      answers = [true];
      expect(await codeOf(call)).toBe('locked');
      openSession(app, await openVault(vaultDir, { passphrase: PASSPHRASE }));
      expect(await codeOf(() => openVault(vaultDir, { passphrase: next }))).toBe('wrong-passphrase');
      forgetTries(vaultDir);
    }
    lockWhileAsked = false;
    (await openVault(vaultDir, { recoveryKey }, { readonly: true })).close();
  });
});

describe('the end of a vault', () => {
  it('asks for the passphrase and a yes; wrong ones are delayed as at the opening', async () => {
    for (let n = 0; n < 5; n++)
      expect(await codeOf(() => app.call('vault.delete', { passphrase: 'a wrong guess' }))).toBe('wrong-passphrase');
    expect(await codeOf(() => app.call('vault.delete', { passphrase: PASSPHRASE }))).toBe('too-many-tries');
    forgetTries(vaultDir);
    answers = [false];
    expect(await codeOf(() => app.call('vault.delete', { passphrase: PASSPHRASE }))).toBe('cancelled');
    expect((await app.call('vault.state', {})).state).toBe('open');
  });

  it('takes all that is its own, and leaves what somebody else put beside it', async () => {
    const kept = readdirSync(backups);
    writeFileSync(path.join(vaultDir, 'note.txt'), 'not of the vault');
    answers = [true];
    await app.call('vault.delete', { passphrase: PASSPHRASE });
    expect(readdirSync(vaultDir)).toEqual(['note.txt']);
    expect(await app.call('vault.state', {})).toMatchObject({ state: 'locked', vault: null });
    expect(await codeOf(() => openVault(vaultDir, { passphrase: PASSPHRASE }))).toBe('not-a-vault');
    expect(readdirSync(backups)).toEqual(kept);
  });
});
