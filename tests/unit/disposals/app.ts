import type { Input } from '#shared/contract/index.ts';
import { emptyVault, matterOf } from '../fixtures/vault.ts';

/** The program on an empty vault in a folder of its own, with the day that a test sets. */
export const appOn = (today: string) =>
  emptyVault({ clock: { now: () => `${today}T08:00:00.000Z`, today: () => today } });

export const matter = (reference: string): Input<'matters.open'> =>
  matterOf({
    reference,
    title: 'H. Qadir v. T. Baloch',
    kind: 'workplace-harassment',
    organisation: 'Saffron Studios',
    incidentFrom: '2026-09-06',
    incidentTo: '2026-09-06',
    openedOn: '2026-09-10',
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
