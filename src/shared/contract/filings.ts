import { z } from 'zod';
import { calls } from './call.ts';
import { day, done, id, line, made, minor, short, text } from './fields.ts';

/** Who brought a proceeding, or filed a paper. */
export const BROUGHT_BY = ['ours', 'theirs', 'state'] as const;

const filingFields = {
  title: line,
  filedOn: day.nullable(),
  diaryNumber: short,
  bySide: z.enum(BROUGHT_BY),
  draftId: id.nullable(),
  courtFeeMinor: minor.nullable(),
  feeReceipt: short,
  copies: z.number().int().min(0).max(1000).nullable(),
  notes: text,
};
const objectionFields = {
  text: line.max(4000),
  raisedOn: day.nullable(),
  cure: text,
  cureBy: day.nullable(),
  curedOn: day.nullable(),
};
const serviceFields = {
  document: line,
  partyId: id.nullable(),
  onWhom: line,
  method: line,
  servedOn: day.nullable(),
  proof: short,
  notes: text,
};
const copyFields = {
  document: line,
  appliedOn: day.nullable(),
  readyOn: day.nullable(),
  collectedOn: day.nullable(),
  feeMinor: minor.nullable(),
  notes: text,
};

const own = { id, matterId: id, proceedingId: id };
export const filingRow = z.object({ ...own, ...filingFields });
export const objectionRow = z.object({ id, matterId: id, filingId: id, ...objectionFields });
export const serviceRow = z.object({ ...own, ...serviceFields });
export const copyRow = z.object({ id, matterId: id, orderId: id, ...copyFields });

const ofProceeding = z.strictObject({ proceedingId: id });
const one = z.strictObject({ id });
const partial = <T extends z.ZodRawShape>(fields: T) => z.object(fields).partial().shape;

/** Deadlines that a changed day moves: old and new, before the change is accepted. */
export const moves = z.array(
  z.object({
    deadlineId: id,
    title: z.string(),
    from: day.nullable(),
    to: day.nullable(),
    /** A day that was set by hand, and stays. */
    kept: day.nullable(),
  }),
);

/** Filings with the registry's objections, service of papers, and certified copies. */
export const filingCalls = calls({
  'filings.list': {
    input: ofProceeding,
    output: z.array(filingRow),
    touches: ['filing'],
  },
  'filings.add': { input: z.strictObject({ proceedingId: id, ...filingFields }), output: made, touches: ['filing'] },
  'filings.edit': { input: z.strictObject({ id, ...partial(filingFields) }), output: done, touches: ['filing'] },
  'filings.remove': { input: one, output: done, touches: ['filing'] },
  'objections.add': {
    input: z.strictObject({ filingId: id, ...objectionFields }),
    output: made,
    touches: ['objection'],
  },
  'objections.edit': {
    input: z.strictObject({ id, ...partial(objectionFields) }),
    output: done,
    touches: ['objection'],
  },
  'objections.remove': { input: one, output: done, touches: ['objection'] },
  'services.add': { input: z.strictObject({ proceedingId: id, ...serviceFields }), output: made, touches: ['service'] },
  /** Changes a service; deadlines that were counted from its day are counted again in the same step. */
  'services.edit': {
    input: z.strictObject({ id, ...partial(serviceFields) }),
    output: done,
    touches: ['service', 'deadline'],
  },
  /** Where they would go if it had been served on this day. */
  'services.moves': {
    input: z.strictObject({ id, servedOn: day.nullable() }),
    output: moves,
    touches: ['service', 'deadline'],
  },
  'services.remove': { input: one, output: done, touches: ['service'] },
  'copies.add': {
    input: z.strictObject({ orderId: id, ...copyFields }),
    output: made,
    touches: ['certified_copy', 'deadline'],
  },
  /** Where the clocks of an order would go if a certified copy had these days; without an id it is a new one. */
  'copies.moves': {
    input: z.strictObject({
      id: id.nullable(),
      orderId: id,
      appliedOn: day.nullable(),
      readyOn: day.nullable(),
    }),
    output: moves,
    touches: ['certified_copy', 'court_order', 'deadline'],
  },
  'copies.edit': {
    input: z.strictObject({ id, ...partial(copyFields) }),
    output: done,
    touches: ['certified_copy', 'deadline'],
  },
  'copies.remove': { input: one, output: done, touches: ['certified_copy', 'deadline'] },
});
