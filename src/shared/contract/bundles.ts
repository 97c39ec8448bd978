import { z } from 'zod';
import { calls } from './call.ts';
import { AUDIENCES } from './drafts.ts';
import { day, done, flag, id, line, made, nothing, short, text } from './fields.ts';

const BUNDLE_ITEM_KINDS = ['exhibit', 'order', 'draft', 'chronology'] as const;

const itemFields = {
  kind: z.enum(BUNDLE_ITEM_KINDS),
  exhibitId: id.nullable(),
  fileId: id.nullable(),
  orderId: id.nullable(),
  draftId: id.nullable(),
  title: short,
  date: day.nullable(),
  /** `1-3, 5` of the source; null for all. */
  pages: short,
  agreed: z.enum(['agreed', 'not-agreed', 'asked']).nullable(),
};

const bundleRow = z.object({
  id,
  matterId: id,
  proceedingId: id.nullable(),
  title: z.string(),
  profile: z.string(),
  audience: z.enum(AUDIENCES),
  hearingOn: day.nullable(),
  notes: z.string().nullable(),
  updatedAt: z.string(),
});

const plannedItem = z.object({
  id,
  ...itemFields,
  /** What the index says. */
  title: z.string(),
  pageCount: z.number(),
  size: z.number(),
  /** First and last page, as PDF pages from 1, and the number printed on the first. */
  firstPage: z.number(),
  lastPage: z.number(),
  label: z.string(),
  problems: z.array(z.string()),
});

const planned = z.object({
  bundle: bundleRow,
  sections: z.array(z.object({ id, title: z.string(), letter: z.string(), items: z.array(plannedItem) })),
  /** Cover and index. */
  frontPages: z.number(),
  pages: z.number(),
  bytes: z.number(),
  problems: z.array(z.string()),
});

const produced = z.object({
  path: z.string().nullable(),
  pages: z.number(),
  bytes: z.number(),
  sha256: z.string(),
  items: z.array(
    z.object({
      title: z.string(),
      file: z.string().nullable(),
      firstPage: z.number(),
      lastPage: z.number(),
      label: z.string(),
    }),
  ),
  skipped: z.array(z.object({ file: z.string(), reason: z.string() })),
  /** Of the finished file; those of a court name their rule and when it was last looked up. */
  checks: z.array(
    z.object({
      id: z.string(),
      /** null: for the reader to see. */
      ok: z.boolean().nullable(),
      message: z.string(),
      citation: z.string().nullable().optional(),
      checkedOn: z.string().nullable().optional(),
    }),
  ),
});
export type Produced = z.input<typeof produced>;

/** PDF pages from 1, and the numbers printed on them. */
const pageRange = z.object({
  firstPage: z.number(),
  lastPage: z.number(),
  firstLabel: z.string(),
  lastLabel: z.string(),
});

const one = z.strictObject({ id });
const reads = ['bundle', 'bundle_section', 'bundle_item', 'exhibit', 'exhibit_file', 'court_order', 'draft', 'fact'];

/** Paginated, indexed PDFs. */
export const bundleCalls = calls({
  'bundles.profiles': {
    input: nothing,
    output: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        citation: z.string().nullable(),
        checkedOn: z.string().nullable(),
      }),
    ),
    touches: [],
  },
  'bundles.list': {
    input: z.strictObject({ matterId: id }),
    output: z.array(bundleRow.extend({ items: z.number(), versions: z.number() })),
    touches: ['bundle', 'bundle_item', 'bundle_version'],
  },
  'bundles.add': {
    input: z.strictObject({
      matterId: id,
      proceedingId: id.nullable(),
      title: line,
      profile: line,
      audience: z.enum(AUDIENCES),
      hearingOn: day.nullable(),
    }),
    output: made,
    touches: ['bundle', 'bundle_section'],
  },
  'bundles.edit': {
    input: z.strictObject({
      id,
      title: line.optional(),
      profile: line.optional(),
      audience: z.enum(AUDIENCES).optional(),
      hearingOn: day.nullable().optional(),
      proceedingId: id.nullable().optional(),
      notes: text.optional(),
    }),
    output: done,
    touches: ['bundle'],
  },
  'bundles.remove': { input: one, output: done, touches: ['bundle'] },
  /** Sections, items, their pages and numbers as they would be written now. */
  'bundles.plan': { input: one, output: planned, touches: reads },
  'bundles.addSection': {
    input: z.strictObject({ bundleId: id, title: line, at: z.number().int().min(0).optional() }),
    output: made,
    touches: ['bundle_section', 'bundle'],
  },
  'bundles.editSection': {
    input: z.strictObject({ id, title: line }),
    output: done,
    touches: ['bundle_section', 'bundle'],
  },
  'bundles.removeSection': { input: one, output: done, touches: ['bundle_section', 'bundle_item', 'bundle'] },
  'bundles.addItems': {
    input: z.strictObject({
      sectionId: id,
      items: z.array(z.strictObject(itemFields)).min(1).max(500),
      at: z.number().int().min(0).optional(),
    }),
    output: z.object({ ids: z.array(id) }),
    touches: ['bundle_item', 'bundle'],
  },
  'bundles.editItem': {
    input: z.strictObject({
      id,
      ...z.object(itemFields).pick({ title: true, date: true, pages: true, agreed: true }).partial().shape,
    }),
    output: done,
    touches: ['bundle_item', 'bundle'],
  },
  'bundles.removeItem': { input: one, output: done, touches: ['bundle_item', 'bundle'] },
  /** Moves items or a section to a place; the others make room. */
  'bundles.moveItems': {
    input: z.strictObject({ ids: z.array(id).min(1).max(500), sectionId: id, at: z.number().int().min(0) }),
    output: done,
    touches: ['bundle_item', 'bundle'],
  },
  'bundles.moveSection': {
    input: z.strictObject({ id, at: z.number().int().min(0) }),
    output: done,
    touches: ['bundle_section', 'bundle'],
  },
  'bundles.sortByDate': {
    input: z.strictObject({ sectionId: id }),
    output: z.object({ undated: z.number() }),
    touches: ['bundle_item', 'bundle'],
  },
  /** The cover and index as they would be typeset now. */
  'bundles.previewFront': { input: one, output: z.object({ pages: z.array(z.string()) }), touches: reads },
  /** Writes the bundle where the user says, or at the given path; null where the user cancels. */
  'bundles.produce': {
    input: z.strictObject({ id, path: z.string().optional(), overwrite: z.boolean().optional() }),
    output: produced.nullable(),
    touches: ['bundle', 'custody_entry'],
  },
  /** Keeps the bundle as served: the file itself, its pages and the hash of every source. */
  'bundles.freeze': {
    input: z.strictObject({ id, servedOn: day.nullable(), note: short }),
    output: z.object({ number: z.number(), pages: z.number(), sha256: z.string() }),
    touches: ['bundle_version', 'blob'],
  },
  'bundles.versions': {
    input: one,
    output: z.array(
      z.object({
        id,
        number: z.number(),
        at: z.string(),
        servedOn: day.nullable(),
        pages: z.number(),
        sha256: z.string(),
        note: z.string().nullable(),
        hasFile: flag,
      }),
    ),
    touches: ['bundle_version'],
  },
  /** Where the pages of version `from` stand in version `to`, or in the bundle as it would be written now. */
  'bundles.concordance': {
    input: z.strictObject({ id, from: z.number().int().min(1), to: z.number().int().min(1).nullable() }),
    output: z.object({
      rows: z.array(
        z.object({
          title: z.string(),
          old: pageRange.nullable(),
          fresh: pageRange.nullable(),
          /** A citation of the old page no longer finds it. */
          moved: z.boolean(),
        }),
      ),
    }),
    touches: ['bundle_version', ...reads],
  },
});
