import { z } from 'zod';
import { DISPOSALS, EFFECTS, FINALITIES, INTERIM_KINDS, MERITS } from '../domain/disposals/facts.ts';
import { FORUM_IDS, LINK_KINDS } from '../packs/vocabulary.ts';
import { calls } from './call.ts';
import { day, done, flag, id, line, made, minor, short, text, time } from './fields.ts';
import { BROUGHT_BY, copyRow, filingRow, moves, objectionRow, serviceRow } from './filings.ts';
import { PARTY_ROLES } from './matters.ts';

export const ORDER_KINDS = ['disposal', 'interim', 'other'] as const;
export const ADJOURNED_BY = ['us', 'other-side', 'court', 'none'] as const;
export const HEARING_OUTCOMES = ['held', 'adjourned', 'not-reached', 'reserved', 'disposed'] as const;

const proceedingFields = {
  forum: z.enum(FORUM_IDS),
  /** As the court writes it: "Lahore High Court". */
  forumName: line,
  seat: short,
  /** The kind of case in the pack's grammar: `complaint`, `writ`, `suit` … */
  type: line.max(80),
  numberText: short,
  year: z.number().int().min(1800).max(2200).nullable(),
  side: z.enum(BROUGHT_BY),
  ourRole: z.enum(PARTY_ROLES).nullable(),
  title: short,
  stage: short,
  bench: short,
  /** The section or article that it is brought under. */
  provision: short,
  filedOn: day.nullable(),
  relief: text,
  notes: text,
};

const hearingFields = {
  date: day,
  time: time.nullable(),
  room: short,
  bench: short,
  purpose: short,
  outcome: z.enum(HEARING_OUTCOMES).nullable(),
  whatHappened: text,
  adjournedBy: z.enum(ADJOURNED_BY).nullable(),
  adjournmentReason: short,
  nextOn: day.nullable(),
  nextPurpose: short,
};

/** The five facts of a disposal, and what an interim order does: DESIGN's *order* and *disposal*. */
const orderFields = {
  hearingId: id.nullable(),
  date: day,
  kind: z.enum(ORDER_KINDS),
  summary: text,
  judge: short,
  communicatedOn: day.nullable(),
  disposal: z.enum(DISPOSALS).nullable(),
  /** A code of the taxonomy of grounds: `JUR-PERS`, `LIM` … */
  ground: short,
  merits: z.enum(MERITS).nullable(),
  finality: z.enum(FINALITIES).nullable(),
  effect: z.enum(EFFECTS).nullable(),
  /** What was held, in a clause: "complainant held not an ‘employee’, s. 2(f)". */
  detail: short,
  favours: z.enum(['us', 'them', 'neither']).nullable(),
  interimKind: z.enum(INTERIM_KINDS).nullable(),
  interimUntil: day.nullable(),
  interimEndedOn: day.nullable(),
  costsMinor: minor.nullable(),
  exhibitId: id.nullable(),
};

const own = { id, matterId: id, proceedingId: id };
const proceedingRow = z.object({ id, matterId: id, ...proceedingFields, position: z.number() });
const hearingRow = z.object({ ...own, ...hearingFields });
const orderRow = z.object({ ...own, ...orderFields });
const linkRow = z.object({
  id,
  matterId: id,
  fromId: id,
  toId: id,
  kind: z.enum(LINK_KINDS),
  orderId: id.nullable(),
});
const partyInProceeding = z.object({ id, partyId: id, name: z.string(), role: z.string(), isClient: flag });

const linked = z.strictObject({ toId: id, kind: z.enum(LINK_KINDS), orderId: id.nullable() });
const one = z.strictObject({ id });
const partial = <T extends z.ZodRawShape>(fields: T) => z.object(fields).partial().shape;

/** Proceedings, what happens in them and how they end. */
export const proceedingCalls = calls({
  'proceedings.list': {
    input: z.strictObject({ matterId: id }),
    output: z.array(proceedingRow),
    touches: ['proceeding'],
  },
  /** Everything about one proceeding. */
  'proceedings.get': {
    input: one,
    output: z.object({
      proceeding: proceedingRow,
      links: z.array(linkRow),
      parties: z.array(partyInProceeding),
      hearings: z.array(hearingRow),
      orders: z.array(orderRow),
      filings: z.array(filingRow),
      objections: z.array(objectionRow),
      services: z.array(serviceRow),
      copies: z.array(copyRow),
    }),
    touches: [
      'proceeding',
      'proceeding_link',
      'proceeding_party',
      'party',
      'hearing',
      'court_order',
      'filing',
      'objection',
      'service',
      'certified_copy',
    ],
  },
  'proceedings.add': {
    input: z.strictObject({ matterId: id, ...proceedingFields, links: z.array(linked).max(20) }),
    output: made,
    touches: ['proceeding', 'proceeding_link'],
  },
  'proceedings.edit': {
    input: z.strictObject({ id, ...partial(proceedingFields) }),
    output: done,
    touches: ['proceeding'],
  },
  'proceedings.remove': { input: one, output: done, touches: ['proceeding'] },
  'proceedings.link': {
    input: z.strictObject({ fromId: id, ...linked.shape }),
    output: made,
    touches: ['proceeding_link'],
  },
  'proceedings.unlink': { input: one, output: done, touches: ['proceeding_link'] },
  'proceedings.setParties': {
    input: z.strictObject({
      proceedingId: id,
      parties: z.array(z.strictObject({ partyId: id, role: line.max(80) })).max(100),
    }),
    output: done,
    touches: ['proceeding_party'],
  },
  /** The graph of a matter's proceedings, for the procedural map. */
  'proceedings.map': {
    input: z.strictObject({ matterId: id }),
    output: z.object({
      proceedings: z.array(proceedingRow),
      links: z.array(linkRow),
      orders: z.array(orderRow),
      hearings: z.array(z.object({ id, proceedingId: id, date: day, purpose: z.string().nullable() })),
    }),
    touches: ['proceeding', 'proceeding_link', 'hearing', 'court_order'],
  },
  'hearings.add': { input: z.strictObject({ proceedingId: id, ...hearingFields }), output: made, touches: ['hearing'] },
  'hearings.edit': { input: z.strictObject({ id, ...partial(hearingFields) }), output: done, touches: ['hearing'] },
  /** What happened today, and the next date in the same step: the next hearing is listed with it. */
  'hearings.recordOutcome': {
    input: z.strictObject({
      id,
      outcome: z.enum(HEARING_OUTCOMES),
      whatHappened: text,
      adjournedBy: z.enum(ADJOURNED_BY).nullable(),
      adjournmentReason: short,
      nextOn: day.nullable(),
      nextTime: time.nullable(),
      nextPurpose: short,
    }),
    output: z.object({ nextHearingId: id.nullable() }),
    touches: ['hearing'],
  },
  'hearings.remove': { input: one, output: done, touches: ['hearing'] },

  /** Enters an order, and opens the clocks of what lies against it in the same step. */
  'orders.enter': {
    input: z.strictObject({ proceedingId: id, ...orderFields }),
    output: z.object({
      id,
      /** The deadlines that were opened. */
      clocks: z.array(z.object({ deadlineId: id, title: z.string(), due: day, safe: day.nullable() })),
      /** Traps of the ground and of the remedies, and clocks that have run out already. */
      warnings: z.array(z.string()),
    }),
    touches: ['court_order', 'deadline'],
  },
  /** Changes an order; its open clocks are counted again in the same step. */
  'orders.edit': {
    input: z.strictObject({ id, ...partial(orderFields) }),
    output: done,
    touches: ['court_order', 'deadline'],
  },
  /** Where the open clocks of an order would go if its days were these: old and new, before the change is accepted. */
  'orders.moves': {
    input: z.strictObject({ id, date: day.optional(), communicatedOn: day.nullable().optional() }),
    output: moves,
    touches: ['court_order', 'deadline', 'certified_copy'],
  },
  'orders.remove': { input: one, output: done, touches: ['court_order'] },
  /** What usually follows from a ground: whether it is technical, and its effect on a fresh action. */
  'orders.proposal': {
    input: z.strictObject({ proceedingId: id, ground: z.string().max(40) }),
    output: z.object({
      merits: z.enum(MERITS).nullable(),
      effect: z.enum(EFFECTS).nullable(),
      technical: z.boolean(),
      explanation: z.string(),
      /** How a proceeding usually ends on this ground, most usual first. */
      disposals: z.array(z.enum(DISPOSALS)),
      warnings: z.array(z.string()),
      citation: z.string().nullable(),
      confidence: z.string().nullable(),
    }),
    touches: ['proceeding', 'user_pack'],
  },
});
