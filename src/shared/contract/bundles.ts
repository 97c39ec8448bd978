import { z } from 'zod';
import { calls } from './call.ts';
import { AUDIENCES } from './drafts.ts';
import { day, done, id, leaving, line, made, nothing, short, text } from './fields.ts';

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

/** Degrees clockwise that the pages are turned, and whether it came after service. */
const placing = { turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]), late: z.boolean() };

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
  turn: z.number(),
  late: z.boolean(),
  /** What the index says. */
  title: z.string(),
  pageCount: z.number(),
  size: z.number(),
  /** How it is marked in the proceeding: `P-3`. */
  mark: z.string().nullable(),
  /** First and last page, as PDF pages from 1, and the numbers printed on them. */
  firstPage: z.number(),
  lastPage: z.number(),
  label: z.string(),
  lastLabel: z.string(),
  /** 1 where the court wants it in a file of its own, beside the bundle. */
  volume: z.number(),
  problems: z.array(z.string()),
});

const planned = z.object({
  bundle: bundleRow,
  sections: z.array(z.object({ id, title: z.string(), letter: z.string(), items: z.array(plannedItem) })),
  /** Cover and index. */
  frontPages: z.number(),
  pages: z.number(),
  /** How many files it becomes: 2 where late documents stand in one of their own. */
  files: z.number(),
  /** The most that the court takes in one file. */
  maxPages: z.number().nullable(),
  bytes: z.number(),
  problems: z.array(z.string()),
  /** Annexures of its drafts that are not in it. */
  gaps: z.array(z.object({ exhibitId: id.nullable(), orderId: id.nullable(), title: z.string(), citedIn: z.string() })),
});

/** Of the finished file; those of a court name their rule and when it was last looked up. */
const check = z.object({
  id: z.string(),
  /** null: for the reader to see. */
  ok: z.boolean().nullable(),
  message: z.string(),
  detail: z.string().nullable().optional(),
  severity: z.enum(['error', 'warning', 'info']).optional(),
  citation: z.string().nullable().optional(),
  checkedOn: z.string().nullable().optional(),
});

const madeFile = z.object({
  path: z.string(),
  pages: z.number(),
  bytes: z.number(),
  sha256: z.string(),
  volume: z.number().nullable(),
});

/** A file that was written; null where the user cancelled. */
export const written = z.object({ path: z.string(), bytes: z.number(), sha256: z.string() }).nullable();

/** `locked`: it opens with a password that was not given, or not with the one that was. */
export const skipped = z.array(z.object({ file: z.string(), reason: z.string(), locked: z.boolean().optional() }));
/** What opens files that are locked, by their names: for this once, and kept nowhere. */
export const passwords = z.record(z.string().max(1000), z.string().max(1000)).optional();

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
      lastLabel: z.string(),
      /** Which of the files it is in, from 0. */
      volume: z.number(),
    }),
  ),
  skipped,
  files: z.array(madeFile),
  checks: z.array(check),
});
export type Produced = z.input<typeof produced>;

const one = z.strictObject({ id });
/** What a bundle is read from. */
export const reads = [
  'bundle',
  'bundle_section',
  'bundle_item',
  'bundle_version',
  'exhibit',
  'exhibit_file',
  'court_order',
  'draft',
  'annexure',
  'fact',
];

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
      ...z
        .object({ ...itemFields, ...placing })
        .pick({ title: true, date: true, pages: true, agreed: true, turn: true, late: true })
        .partial().shape,
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
  /** The pages of an item, to be looked at: each part a PDF, by its file or whole as base64. */
  'bundles.itemPages': {
    input: one,
    output: z.object({
      parts: z.array(z.object({ fileId: id.nullable(), size: z.number(), base64: z.string().nullable() })),
    }),
    touches: reads,
  },
  /** The cover and index as they would be typeset now. */
  'bundles.previewFront': { input: one, output: z.object({ pages: z.array(z.string()) }), touches: reads },
  /** Writes the bundle where the user says, or at the given path; null where the user cancels. */
  'bundles.produce': {
    input: z.strictObject({
      id,
      ...leaving,
      /** One PDF; several, cut at the ends of documents; one for each section; or a folder of the documents as they came. */
      as: z.enum(['pdf', 'volumes', 'sections', 'folder']).optional(),
      volumePages: z.number().int().min(10).max(100_000).optional(),
      maxMegabytes: z.number().min(0.5).max(100_000).optional(),
      /** Whether every page is looked at for the rules of the court; yes when left out. */
      checks: z.boolean().optional(),
      passwords,
    }),
    output: produced.nullable(),
    touches: ['bundle', 'custody_entry'],
  },
  /** The checks of what was made, as a PDF to print or to file. */
  'bundles.exportReport': {
    input: z.strictObject({ id, files: z.array(madeFile), checks: z.array(check), ...leaving }),
    output: written,
    touches: reads,
  },
  /** A list of what is to go in, for the other side to agree or not. */
  'bundles.exportDraftIndex': {
    input: z.strictObject({ id, format: z.enum(['docx', 'pdf']), ...leaving }),
    output: written,
    touches: reads,
  },
  /** The files of a bundle that open only with a password. */
  'bundles.locked': { input: one, output: z.object({ files: z.array(z.string()) }), touches: reads },
});
