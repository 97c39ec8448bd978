import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { App, HostPort } from '#main/app.ts';
import { createApp } from '#main/create-app.ts';
import { evidenceHandlers } from '#main/evidence/handlers.ts';
import type { Handlers } from '#main/handlers.ts';
import { matterHandlers } from '#main/matters/handlers.ts';
import { openSession } from '#main/session/lifecycle.ts';
import type { CallName } from '#shared/contract/index.ts';
import { newVault } from '../vault/helpers.ts';

export const SAMPLES = path.join(import.meta.dirname, '../../../resources/sample/files');

export interface Fixture {
  app: App;
  matterId: string;
  folder: string;
  /** What was told of jobs, in order. */
  jobs: { state: string; unit: string; done: number; total: number | null }[];
  host: { target: string | null };
  /** Writes a file into the folder and gives its path. */
  file(name: string, content: string | Uint8Array): string;
  close(): void;
}

/** A vault with one matter, and the calls of the rooms of matters and evidence. */
export async function fixture(): Promise<Fixture> {
  const folder = mkdtempSync(path.join(tmpdir(), 'misl-evidence-'));
  const jobs: Fixture['jobs'] = [];
  const asked = { target: null as string | null };
  const no = () => Promise.reject(new Error('no window'));
  const host: HostPort = {
    publish: (name, payload) => void (name === 'job' && jobs.push(payload as never)),
    chooseFiles: no,
    chooseTarget: async () => asked.target,
    copy: no,
    confirm: no,
    reveal() {},
  };
  const app = createApp({
    clock: { now: () => '2026-11-23T09:00:00.000Z', today: () => '2026-11-23' },
    host,
    resources: path.join(import.meta.dirname, '../../../resources'),
    handlers: { ...matterHandlers, ...evidenceHandlers } as Handlers<CallName>,
  });
  const { vault } = await newVault(folder);
  openSession(app, vault);
  const { id: matterId } = await app.call('matters.open', {
    title: 'R. Qadir v. S. Baloch',
    titleNative: null,
    reference: 'M-1',
    pack: 'pk-punjab',
    clientRole: 'complainant',
    kind: null,
    organisation: null,
    incidentFrom: null,
    incidentTo: null,
    openedOn: '2026-11-23',
    closedOn: null,
    summary: null,
    notes: null,
    parties: [],
  });
  return {
    app,
    matterId,
    folder,
    jobs,
    host: asked,
    file(name, content) {
      const target = path.join(folder, name);
      writeFileSync(target, content);
      return target;
    },
    close() {
      app.session?.vault.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
