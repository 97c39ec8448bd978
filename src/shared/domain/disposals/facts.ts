/**
 * The words in which an order is recorded. A disposal is five facts (what was done, on which ground, whether the merits
 * were reached, how final it is, what it does to a fresh action), and never the one word “dismissed”.
 */

/** How a proceeding ended. */
export const DISPOSALS = [
  'allowed',
  'partly-allowed',
  'dismissed',
  'rejected',
  'refused',
  'not-entertained',
  'returned',
  'remanded',
  'withdrawn',
  'settled',
  'abated',
  'infructuous',
  'decreed',
  'quashed',
  'convicted',
  'acquitted',
] as const;
export type Disposal = (typeof DISPOSALS)[number];

/** What an order does that ends nothing. */
export const INTERIM_KINDS = ['leave-granted', 'stayed', 'stay-lifted', 'restraint', 'direction', 'other'] as const;
export type InterimKind = (typeof INTERIM_KINDS)[number];

/** Whether the allegation itself was decided. */
export const MERITS = ['yes', 'no', 'obiter'] as const;
export type Merits = (typeof MERITS)[number];

export const FINALITIES = ['final', 'under-challenge', 'open', 'unknown'] as const;

/** What a disposal does to a fresh action on the same facts. */
export const EFFECTS = ['open', 'conditions', 'barred', 'disputed'] as const;
export type Effect = (typeof EFFECTS)[number];
