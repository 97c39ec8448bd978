import { z } from 'zod';
import { calls } from './call.ts';
import { AUDIENCES } from './drafts.ts';
import { done, id, leaving, short } from './fields.ts';

/** A rectangle of a page as it is seen: points from the upper left corner of what is visible of it, upright. */
const seenBox = {
  page: z.number().int().min(1).max(200_000),
  left: z.number().min(-20_000).max(200_000),
  top: z.number().min(-20_000).max(200_000),
  width: z.number().min(0).max(200_000),
  height: z.number().min(0).max(200_000),
};

const term = z.string().trim().min(1).max(500);

const mark = z.object({
  id,
  ...seenBox,
  /** The term that stands there, and that goes wherever it stands; null for a rectangle that was drawn. */
  term: z.string().nullable(),
  reason: z.string().nullable(),
});

const removed = z.object({
  glyphs: z.number(),
  paths: z.number(),
  images: z.number(),
  imagesWhole: z.number(),
  hidden: z.number(),
  annotations: z.number(),
  links: z.number(),
  bookmarks: z.number(),
  fields: z.number(),
  attachments: z.number(),
  scripts: z.number(),
  metadata: z.number(),
  layers: z.number(),
  thumbnails: z.number(),
  structure: z.number(),
});

const copy = z.object({
  pages: z.number(),
  size: z.number(),
  sha256: z.string(),
  /** How many marks it was made with. */
  marks: z.number(),
  madeAt: z.string(),
  /** The marks have been changed since. */
  isStale: z.boolean(),
  removed,
  problems: z.array(z.string()),
});

/** What opens a file that is locked: for this once, and kept nowhere. */
const password = z.string().max(1000).optional();

const ofFile = z.strictObject({ fileId: id });
const tables = ['redaction_mark', 'redacted_file'];

/** Marks on the pages of a file, and its redacted copy, from which all that lies under them is gone. */
export const redactionCalls = calls({
  'redaction.marks': {
    input: ofFile,
    output: z.object({ marks: z.array(mark), copy: copy.nullable() }),
    touches: [...tables, 'exhibit_file'],
  },
  'redaction.addMarks': {
    input: z.strictObject({
      fileId: id,
      marks: z
        .array(z.strictObject({ ...seenBox, term: term.nullable(), reason: short }))
        .min(1)
        .max(20_000),
    }),
    output: z.object({ ids: z.array(id) }),
    touches: ['redaction_mark'],
  },
  'redaction.setReason': {
    input: z.strictObject({ ids: z.array(id).min(1).max(20_000), reason: short }),
    output: done,
    touches: ['redaction_mark'],
  },
  'redaction.removeMark': {
    input: z.strictObject({ ids: z.array(id).min(1).max(20_000) }),
    output: done,
    touches: ['redaction_mark'],
  },
  /** Where terms stand in a file. */
  'redaction.findTerm': {
    input: z.strictObject({ fileId: id, terms: z.array(term).min(1).max(500), password }),
    output: z.object({ pages: z.number(), places: z.array(z.object({ ...seenBox, term: z.string() })) }),
    touches: [],
  },
  /** What a redacted copy should not say: names and particulars of the matter's protected parties. */
  'redaction.proposed': {
    input: z.strictObject({ matterId: id }),
    output: z.array(
      z.object({
        term: z.string(),
        kind: z.enum(['name', 'alias', 'number', 'address', 'phone', 'email']),
        party: z.string(),
      }),
    ),
    touches: ['party', 'party_alias'],
  },
  /** Makes the redacted copy anew and proves it; the file itself stays as it came. */
  'redaction.make': {
    input: z.strictObject({ fileId: id, password }),
    output: copy,
    touches: ['redacted_file', 'blob', 'custody_entry'],
  },
  /** Takes the redacted copy away; the marks stay. */
  'redaction.remove': { input: ofFile, output: done, touches: ['redacted_file'] },
  /** A part of the redacted copy's content, for the viewer: base64. */
  'redaction.read': {
    input: z.strictObject({
      fileId: id,
      from: z.number().int().min(0),
      length: z.number().int().min(1).max(4_194_304),
    }),
    output: z.object({ size: z.number(), base64: z.string() }),
    touches: [],
  },
  /** Writes the redacted copy where the user says. */
  'redaction.saveCopy': {
    input: z.strictObject({
      fileId: id,
      /** Who is to read it: the public when left out. */
      audience: z.enum(AUDIENCES).optional(),
      ...leaving,
    }),
    output: z.object({ path: z.string(), bytes: z.number(), sha256: z.string() }).nullable(),
    touches: ['custody_entry'],
  },
});
