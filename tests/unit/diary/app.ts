import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { App } from '#main/app.ts';
import { createApp } from '#main/create-app.ts';
import { handlers } from '#main/registry.ts';
import { openSession } from '#main/session/lifecycle.ts';
import { newVault } from '../vault/helpers.ts';

/** The program on a new vault, with a clock that a test sets; dialogs answer with `target`. */
export interface Trial {
  app: App;
  folder: string;
  /** `YYYY-MM-DDTHH:MM` in UTC. */
  setClock(at: string): void;
  setTarget(path: string | null): void;
  /** Moves every matter to the bin and sets the clock back, so that the next test finds nothing. */
  clear(): Promise<void>;
  close(): void;
}

const START = '2026-11-23T05:00';

export async function trial(): Promise<Trial> {
  const folder = mkdtempSync(path.join(tmpdir(), 'misl-diary-'));
  let now = START;
  let target: string | null = null;
  const no = () => Promise.reject(new Error('no window'));
  const app = createApp({
    clock: { now: () => `${now}:00.000Z`, today: () => now.slice(0, 10) },
    host: { publish() {}, chooseFiles: no, chooseTarget: async () => target, copy: no, confirm: no, reveal() {} },
    resources: path.join(import.meta.dirname, '../../../resources'),
    handlers,
  });
  const { vault } = await newVault(folder);
  openSession(app, vault);
  return {
    app,
    folder,
    setClock: (at) => {
      now = at;
    },
    setTarget: (chosen) => {
      target = chosen;
    },
    async clear() {
      for (const { id } of await app.call('matters.list', {})) await app.call('matters.remove', { id });
      now = START;
    },
    close() {
      vault.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface CaseGiven {
  title?: string;
  pack?: string;
  forum?: 'high-court' | 'district-court' | 'us-district-court' | 'employment-tribunal';
  forumName?: string;
  numberText?: string;
}

let serial = 0;

/** A matter with one proceeding. */
export async function openCase(app: App, given: CaseGiven = {}) {
  serial += 1;
  const { id: matterId } = await app.call('matters.open', {
    reference: `T-${serial}`,
    title: given.title ?? 'R. Qadir v. Hill College',
    titleNative: null,
    clientRole: 'petitioner',
    pack: given.pack ?? 'pk-punjab',
    kind: null,
    summary: null,
    organisation: null,
    incidentFrom: null,
    incidentTo: null,
    openedOn: '2026-01-05',
    closedOn: null,
    notes: null,
    parties: [],
  });
  const { id: proceedingId } = await app.call('proceedings.add', {
    matterId,
    forum: given.forum ?? 'high-court',
    forumName: given.forumName ?? 'Lahore High Court',
    seat: 'Lahore',
    type: 'writ',
    numberText: given.numberText ?? `W.P. ${100 + serial}/2026`,
    year: 2026,
    side: 'ours',
    ourRole: 'petitioner',
    title: null,
    stage: null,
    bench: null,
    provision: null,
    filedOn: '2026-01-06',
    relief: null,
    notes: null,
    links: [],
  });
  return { matterId, proceedingId };
}

export async function list(app: App, proceedingId: string, date: string, more: object = {}): Promise<string> {
  const { id } = await app.call('hearings.add', {
    proceedingId,
    date,
    time: null,
    room: null,
    bench: null,
    purpose: null,
    outcome: null,
    whatHappened: null,
    adjournedBy: null,
    adjournmentReason: null,
    nextOn: null,
    nextPurpose: null,
    ...more,
  });
  return id;
}
