import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { App } from '#main/app.ts';
import { createApp } from '#main/create-app.ts';
import { createSampleVault } from '#main/intake/sample.ts';
import { handlers } from '#main/registry.ts';
import { openSession } from '#main/session/lifecycle.ts';
import type { Input } from '#shared/contract/index.ts';

/** The program on an empty vault in a folder of its own, with the day that a test sets. */
export async function appOn(today: string): Promise<{ app: App; close(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'misl-law-'));
  const no = () => Promise.reject(new Error('there is no window'));
  const app = createApp({
    clock: { now: () => `${today}T08:00:00.000Z`, today: () => today },
    host: { publish() {}, chooseFiles: no, chooseTarget: no, copy: no, confirm: no, reveal() {} },
    resources: path.join(import.meta.dirname, '../../../resources'),
    handlers,
  });
  const vault = await createSampleVault(path.join(folder, 'V.misl'));
  openSession(app, vault);
  return {
    app,
    async close() {
      app.session = null;
      await vault.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export const matter = (reference: string): Input<'matters.open'> => ({
  reference,
  title: 'H. Qadir v. T. Baloch',
  titleNative: null,
  clientRole: 'complainant',
  pack: 'pk-punjab',
  kind: 'workplace-harassment',
  summary: null,
  organisation: 'Saffron Studios',
  incidentFrom: '2026-09-06',
  incidentTo: '2026-09-06',
  openedOn: '2026-09-10',
  closedOn: null,
  notes: null,
  parties: [],
});

export const proceeding = (matterId: string, more: object = {}): Input<'proceedings.add'> => ({
  matterId,
  forum: 'ombudsperson',
  forumName: 'Ombudsperson Punjab',
  seat: 'Lahore',
  type: 'complaint',
  numberText: 'Complaint 9/2026',
  year: 2026,
  side: 'ours',
  ourRole: 'complainant',
  title: null,
  stage: null,
  bench: null,
  provision: 's. 8',
  filedOn: '2026-09-20',
  relief: null,
  notes: null,
  links: [],
  ...more,
});

export const order = (proceedingId: string, more: object = {}): Input<'orders.enter'> => ({
  proceedingId,
  hearingId: null,
  date: '2026-11-12',
  kind: 'disposal',
  summary: null,
  judge: null,
  communicatedOn: null,
  disposal: 'not-entertained',
  ground: 'JUR-PERS',
  merits: 'no',
  finality: 'open',
  effect: 'open',
  detail: null,
  favours: 'them',
  interimKind: null,
  interimUntil: null,
  interimEndedOn: null,
  costsMinor: null,
  exhibitId: null,
  ...more,
});
