import type { StatusOrder, StatusProceeding, StatusRecords } from '#shared/domain/status/records.ts';

export const proceeding = (id: string, more: Partial<StatusProceeding> = {}): StatusProceeding => ({
  id,
  forum: 'ombudsperson',
  forumName: 'Ombudsperson Punjab',
  forumNative: 'محتسب',
  seat: null,
  type: 'Complaint',
  typeNative: 'شکایت',
  numberText: `No. ${id}/2026`,
  provision: null,
  side: 'ours',
  filedOn: '2026-01-05',
  stage: null,
  ...more,
});

export const order = (
  id: string,
  proceedingId: string,
  date: string,
  more: Partial<StatusOrder> = {},
): StatusOrder => ({
  id,
  proceedingId,
  date,
  kind: 'disposal',
  disposal: 'dismissed',
  ground: 'JUR-PERS',
  merits: 'no',
  finality: 'unknown',
  effect: 'open',
  detail: null,
  summary: null,
  interimKind: null,
  interimUntil: null,
  interimEndedOn: null,
  shownBy: null,
  ...more,
});

export const records = (more: Partial<StatusRecords>): StatusRecords => ({
  matter: { id: 'm', title: 'A v. B', kind: 'workplace-harassment' },
  proceedings: [],
  links: [],
  orders: [],
  hearings: [],
  findings: [],
  ways: [],
  ...more,
});

/** A complaint that was refused, upheld twice on the same ground, and has leave to appeal. */
export const ladder = records({
  proceedings: [
    proceeding('1', { detail: null } as never),
    proceeding('2', { forum: 'governor', forumName: 'Governor of the Punjab', filedOn: '2026-03-01' }),
    proceeding('3', { forum: 'high-court', forumName: 'Lahore High Court', filedOn: '2026-05-01' }),
    proceeding('4', { forum: 'supreme-court', forumName: 'Supreme Court of Pakistan', filedOn: '2026-09-01' }),
  ],
  links: [
    { fromId: '2', toId: '1', kind: 'representation-against', orderId: 'o1' },
    { fromId: '3', toId: '2', kind: 'writ-against', orderId: 'o2' },
    { fromId: '4', toId: '3', kind: 'leave-against', orderId: 'o3' },
  ],
  orders: [
    order('o1', '1', '2026-02-10', { disposal: 'not-entertained', detail: 'not an ‘employee’, s. 2(f)' }),
    order('o2', '2', '2026-04-10', { disposal: 'refused' }),
    order('o3', '3', '2026-08-10'),
    order('o4', '4', '2026-10-20', { kind: 'interim', disposal: null, ground: null, interimKind: 'leave-granted' }),
  ],
  ways: [
    { orderId: 'o1', title: 'Representation to the Governor', titleNative: null, due: '2026-03-12', citation: 's. 9' },
  ],
});
