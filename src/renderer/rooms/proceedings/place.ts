import { go } from '#renderer/app/place.ts';

const VIEWS = ['order', 'deadline', 'check', 'do'] as const;

/** What of a proceeding is looked at: the whole, an order as a disposal, the count of a deadline, its filing check. */
export interface Look {
  proceedingId: string | null;
  view: (typeof VIEWS)[number] | null;
  /** Of the order or deadline; with `do`, the action that is asked for. */
  recordId: string | null;
}

/** Reads the `itemId` of a place: `<proceeding>`, `<proceeding>/order/<order>`, `/do/orders.add` for whichever is first. */
export function readLook(itemId: string | undefined): Look {
  const [proceedingId, view, recordId] = (itemId ?? '').split('/');
  return {
    proceedingId: proceedingId || null,
    view: VIEWS.find((each) => each === view) ?? null,
    recordId: recordId || null,
  };
}

/** Goes to a proceeding, or to a part of it. */
export function look(matterId: string, proceedingId: string, ...part: string[]) {
  go({ room: 'matters', matterId, tab: 'proceedings', itemId: [proceedingId, ...part].join('/') });
}
