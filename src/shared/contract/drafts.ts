import { z } from 'zod';
import { DRAFT_PARTS } from '../domain/drafting/parts.ts';
import { calls } from './call.ts';
import { day, done, id, leaving, line, made, short, text } from './fields.ts';

export const DRAFT_STATES = ['draft', 'signed', 'filed', 'served'] as const;
export const AUDIENCES = ['court', 'other-side', 'public'] as const;

/** Words that are being written: there may be none yet. */
const words = z.string().max(20_000);

/** What the advocate adds to the matter's own records for one draft: a part of the snapshot that a template reads. */
export const draftForm = z.strictObject({
  standing: z
    .strictObject({ complainant: text, accused: text, workplace: text, jurisdiction: text })
    .default({ complainant: null, accused: null, workplace: null, jurisdiction: null }),
  continuing: text.default(null),
  reporting: z
    .array(z.strictObject({ date: day.nullable(), text: words }))
    .max(100)
    .default([]),
  prayers: z
    .array(z.strictObject({ kind: z.enum(['penalty', 'compensation', 'interim', 'other']), text: words }))
    .max(100)
    .default([]),
  delay: text.default(null),
  confidentiality: text.default(null),
  verification: z
    .strictObject({ place: short, date: day.nullable(), deponentId: id.nullable() })
    .default({ place: null, date: null, deponentId: null }),
  counsel: z
    .strictObject({ name: z.string().max(500), licence: short, bar: short, mobile: short, address: short })
    .nullable()
    .default(null),
  /** The order complained of, where the draft is a remedy. */
  impugnedOrderId: id.nullable().default(null),
  grounds: z
    .array(z.strictObject({ heading: short, text: words }))
    .max(200)
    .default([]),
  /** Answers to fields that only one template asks for. */
  answers: z.record(z.string().max(80), z.string().max(20_000)).default({}),
});
export type DraftForm = z.output<typeof draftForm>;

const annexure = z.object({
  id,
  exhibitId: id.nullable(),
  orderId: id.nullable(),
  mark: z.string(),
  title: z.string(),
  date: day.nullable(),
  pages: z.number().nullable(),
});

const draftRow = z.object({
  id,
  matterId: id,
  proceedingId: id.nullable(),
  template: z.string(),
  title: z.string(),
  state: z.enum(DRAFT_STATES),
  audience: z.enum(AUDIENCES),
  signedOn: day.nullable(),
  filedOn: day.nullable(),
  servedOn: day.nullable(),
  notes: z.string().nullable(),
  updatedAt: z.string(),
});

const blank = z.object({ id: z.string(), label: z.string(), where: z.string().nullable() });
const one = z.strictObject({ id });

/** Documents being written. */
export const draftCalls = calls({
  'drafts.templates': {
    input: z.strictObject({}),
    output: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        forums: z.array(z.string()),
        /** The parts that it is written in, in order, and what it asks beside them. */
        parts: z.array(z.enum(DRAFT_PARTS)),
        fields: z.array(
          z.object({ key: z.string(), label: z.string(), hint: z.string().nullable(), lines: z.number() }),
        ),
      }),
    ),
    touches: [],
  },
  'drafts.list': {
    input: z.strictObject({ matterId: id }),
    output: z.array(draftRow.extend({ versions: z.number() })),
    touches: ['draft', 'draft_version'],
  },
  'drafts.get': {
    input: one,
    output: z.object({
      draft: draftRow,
      form: draftForm,
      annexures: z.array(annexure),
      versions: z.array(
        z.object({ id, number: z.number(), at: z.string(), note: z.string().nullable(), blanks: z.number() }),
      ),
    }),
    touches: ['draft', 'annexure', 'draft_version', 'exhibit', 'exhibit_file', 'court_order'],
  },
  'drafts.add': {
    input: z.strictObject({ matterId: id, proceedingId: id.nullable(), template: line, title: line.optional() }),
    output: made,
    touches: ['draft'],
  },
  'drafts.edit': {
    input: z.strictObject({
      id,
      title: line.optional(),
      audience: z.enum(AUDIENCES).optional(),
      proceedingId: id.nullable().optional(),
      notes: text.optional(),
    }),
    output: done,
    touches: ['draft'],
  },
  'drafts.editForm': { input: z.strictObject({ id, form: draftForm }), output: done, touches: ['draft'] },
  /** A draft that is signed is kept, word for word, as a version; from then on it is what is shown and exported. */
  'drafts.setState': {
    input: z.strictObject({ id, state: z.enum(DRAFT_STATES), on: day.nullable() }),
    output: done,
    touches: ['draft', 'draft_version', 'blob'],
  },
  'drafts.setAnnexures': {
    input: z.strictObject({
      id,
      annexures: z
        .array(z.strictObject({ id: id.optional(), exhibitId: id.nullable(), orderId: id.nullable(), title: short }))
        .max(500),
    }),
    output: done,
    touches: ['annexure', 'draft'],
  },
  'drafts.remove': { input: one, output: done, touches: ['draft'] },
  /**
   * The draft as typeset pages, with what is missing in it; with `form`, as it would be with what is being typed.
   * In the pages, `[data-target="misl-blank:<where>"]` marks a blank.
   */
  'drafts.preview': {
    input: z.strictObject({ id, form: draftForm.optional() }),
    output: z.object({
      pages: z.array(z.string()),
      paper: z.enum(['a4', 'legal', 'letter']),
      blanks: z.array(blank),
      dangling: z.array(z.string()),
      /** The statute's definition that was in force on the day of the first incident, where the draft rests on one. */
      definition: z.object({ text: z.string(), citation: z.string() }).nullable(),
      /** The last day and how it was counted, where the draft is against an order. */
      limitation: z
        .object({ citation: z.string(), due: day.nullable(), filingOn: day.nullable(), rule: z.string() })
        .nullable(),
    }),
    touches: [
      'draft',
      'annexure',
      'matter',
      'party',
      'proceeding',
      'fact',
      'fact_source',
      'exhibit',
      'court_order',
      'certified_copy',
      'issue',
    ],
  },
  'drafts.saveVersion': {
    input: z.strictObject({ id, note: short }),
    output: z.object({ number: z.number() }),
    touches: ['draft_version'],
  },
  'drafts.restoreVersion': { input: z.strictObject({ versionId: id }), output: done, touches: ['draft'] },
  /** Writes the Word file where the user says, or at the given path; null where the user cancels. */
  'drafts.exportDocx': {
    input: z.strictObject({
      id,
      ...leaving,
    }),
    output: z.object({ path: z.string(), bytes: z.number(), sha256: z.string(), blanks: z.array(blank) }).nullable(),
    touches: ['draft'],
  },
  'drafts.exportPdf': {
    input: z.strictObject({
      id,
      ...leaving,
    }),
    output: z.object({ path: z.string(), bytes: z.number(), sha256: z.string(), blanks: z.array(blank) }).nullable(),
    touches: ['draft'],
  },
});
