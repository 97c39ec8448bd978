import { z } from 'zod';
import { calls } from './call.ts';
import { AUDIENCES } from './drafts.ts';
import { PRECISIONS } from './evidence.ts';
import { day, done, flag, id, leaving, line, made, short, text, time } from './fields.ts';
import { SIDES } from './matters.ts';

export const FACT_STATES = ['known', 'alleged', 'disputed'] as const;

const sourceFields = {
  exhibitId: id.nullable(),
  orderId: id.nullable(),
  /** Page, paragraph or message: "p. 3". */
  pin: short,
  note: short,
};

const factFields = {
  text: line.max(4000),
  precision: z.enum(PRECISIONS),
  date: day.nullable(),
  time: time.nullable(),
  dateTo: day.nullable(),
  place: short,
  state: z.enum(FACT_STATES),
  side: z.enum(SIDES).nullable(),
  issueId: id.nullable(),
  isIncident: z.boolean(),
  witnesses: short,
  effect: short,
  notes: text,
};

const factRow = z.object({
  id,
  matterId: id,
  ...factFields,
  isIncident: flag,
  sources: z.array(z.object({ id, ...sourceFields, label: z.string() })),
});

const one = z.strictObject({ id });
const written = z.object({ path: z.string(), bytes: z.number(), sha256: z.string() });

/** The chronology: facts with their sources. */
export const factCalls = calls({
  'facts.list': {
    input: z.strictObject({ matterId: id }),
    output: z.array(factRow),
    touches: ['fact', 'fact_source', 'exhibit', 'exhibit_mark', 'court_order'],
  },
  'facts.add': {
    input: z.strictObject({ matterId: id, ...factFields, sources: z.array(z.strictObject(sourceFields)).max(50) }),
    output: made,
    touches: ['fact', 'fact_source'],
  },
  'facts.edit': {
    input: z.strictObject({
      id,
      ...z.object(factFields).partial().shape,
      sources: z.array(z.strictObject(sourceFields)).max(50).optional(),
    }),
    output: done,
    touches: ['fact', 'fact_source'],
  },
  /** The same change in many facts, as one step. */
  'facts.editMany': {
    input: z.strictObject({
      ids: z.array(id).min(1).max(2000),
      changes: z.strictObject({
        state: z.enum(FACT_STATES).optional(),
        side: z.enum(SIDES).nullable().optional(),
        issueId: id.nullable().optional(),
      }),
    }),
    output: done,
    touches: ['fact'],
  },
  'facts.remove': { input: one, output: done, touches: ['fact'] },
  'facts.exportChronology': {
    input: z.strictObject({ matterId: id, format: z.enum(['docx', 'pdf']), audience: z.enum(AUDIENCES), ...leaving }),
    output: written.nullable(),
    touches: [],
  },
});
