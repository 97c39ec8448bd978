import { z } from 'zod';
import { calls } from './call.ts';
import { AUDIENCES } from './drafts.ts';
import { day, done, id, leaving, line, made, short, text } from './fields.ts';

export const PRECISIONS = ['minute', 'day', 'month', 'year', 'about'] as const;
export const FILE_KINDS = ['pdf', 'image', 'text', 'word', 'mail', 'audio', 'video', 'other'] as const;
export const PRIVILEGES = ['none', 'privileged', 'without-prejudice'] as const;
export const CUSTODY_STEPS = [
  'acquired',
  'imported',
  'viewed',
  'copied',
  'marked',
  'exported',
  'transferred',
  'note',
] as const;

const exhibitFields = {
  title: line,
  source: short,
  madeOn: day.nullable(),
  madePrecision: z.enum(PRECISIONS).nullable(),
  acquiredOn: day.nullable(),
  capturedAt: short,
  url: short,
  account: short,
  custodian: short,
  privilege: z.enum(PRIVILEGES),
  description: text,
  transcript: text,
  notes: text,
};

const exhibitRow = z.object({
  id,
  matterId: id,
  number: z.number(),
  kind: z.string(),
  ...exhibitFields,
  createdAt: z.string(),
  updatedAt: z.string(),
});

const markRow = z.object({ id, proceedingId: id, proceeding: z.string(), mark: z.string() });

const fileRow = z.object({
  id,
  name: z.string(),
  mime: z.string(),
  kind: z.enum(FILE_KINDS),
  size: z.number(),
  sha256: z.string(),
  pages: z.number().nullable(),
  textState: z.enum(['none', 'extracted', 'ocr']),
  problems: z.array(z.string()),
});

const importedFile = z.object({
  /** The file's name. */
  file: z.string(),
  exhibit: id.nullable(),
  number: z.number().nullable(),
  sha256: z.string().nullable(),
  kind: z.enum(FILE_KINDS).nullable(),
  pages: z.number().nullable(),
  text: z.enum(['none', 'extracted', 'ocr']),
  /** It was taken in although another exhibit of the matter has the same content. */
  sameAs: id.nullable(),
  problems: z.array(z.string()),
});
export type ImportedFile = z.input<typeof importedFile>;

const one = z.strictObject({ id });
const written = z.object({ path: z.string(), bytes: z.number(), sha256: z.string() });
const target = { path: z.string().optional(), overwrite: z.boolean().optional() };
const exhibitTables = ['exhibit', 'exhibit_file', 'exhibit_mark', 'custody_entry', 'exhibit_text'];

/** Exhibits with their files and their custody. */
export const evidenceCalls = calls({
  'exhibits.list': {
    input: z.strictObject({ matterId: id }),
    output: z.array(
      exhibitRow.extend({
        marks: z.array(markRow),
        files: z.array(fileRow.pick({ id: true, name: true, kind: true, pages: true, size: true, textState: true })),
        pages: z.number().nullable(),
        /** How many facts and points rest on it. */
        citations: z.number(),
      }),
    ),
    touches: ['exhibit', 'exhibit_file', 'exhibit_mark', 'fact_source', 'point_evidence', 'proceeding'],
  },
  'exhibits.get': {
    input: one,
    output: z.object({
      exhibit: exhibitRow,
      files: z.array(fileRow),
      marks: z.array(markRow),
      custody: z.array(
        z.object({
          id,
          at: z.string(),
          step: z.enum(CUSTODY_STEPS),
          byWhom: z.string().nullable(),
          note: z.string().nullable(),
          sha256: z.string().nullable(),
        }),
      ),
      citations: z.array(
        z.object({ kind: z.enum(['fact', 'point']), id, text: z.string(), pin: z.string().nullable() }),
      ),
    }),
    touches: [...exhibitTables, 'fact_source', 'point_evidence', 'fact', 'issue_point'],
  },
  /** An exhibit without a file: something that is kept elsewhere. */
  'exhibits.add': {
    input: z.strictObject({ matterId: id, ...exhibitFields }),
    output: made,
    touches: ['exhibit', 'custody_entry'],
  },
  'exhibits.edit': {
    input: z.strictObject({ id, ...z.object(exhibitFields).partial().shape }),
    output: done,
    touches: ['exhibit'],
  },
  'exhibits.remove': { input: one, output: done, touches: ['exhibit'] },
  'exhibits.chooseFiles': {
    input: z.strictObject({ folder: z.boolean().optional() }),
    output: z.array(z.string()),
    touches: [],
  },
  /** Takes files into the vault, each as an exhibit or all into one; a bad file does not stop the others. */
  'exhibits.import': {
    input: z.strictObject({
      matterId: id,
      paths: z.array(z.string().min(1)).min(1).max(2000),
      exhibitId: id.optional(),
      /** A folder stands for the files in it and below it; without this it is a mistake that is said. */
      folders: z.boolean().optional(),
    }),
    output: z.array(importedFile),
    touches: [...exhibitTables, 'blob'],
  },
  'exhibits.removeFile': { input: one, output: done, touches: ['exhibit_file', 'exhibit_text', 'custody_entry'] },
  'exhibits.setMark': {
    input: z.strictObject({ exhibitId: id, proceedingId: id, mark: line.max(40).nullable() }),
    output: done,
    touches: ['exhibit_mark', 'custody_entry'],
  },
  'exhibits.addCustody': {
    input: z.strictObject({
      exhibitId: id,
      at: z.iso.datetime({ offset: true }),
      step: z.enum(CUSTODY_STEPS),
      byWhom: short,
      note: short,
    }),
    output: made,
    touches: ['custody_entry'],
  },
  /** The extracted text, page by page. */
  'exhibits.text': {
    input: z.strictObject({ fileId: id }),
    output: z.array(z.object({ page: z.number(), origin: z.string(), text: z.string() })),
    touches: ['exhibit_text'],
  },
  /** A part of a file's content, for the viewer: base64, because it crosses to the page as text. */
  'exhibits.read': {
    input: z.strictObject({
      fileId: id,
      from: z.number().int().min(0),
      length: z.number().int().min(1).max(4_194_304),
    }),
    output: z.object({ size: z.number(), base64: z.string() }),
    touches: [],
  },
  /** A file that is no PDF, as the pages that a bundle would make of it: a PDF, base64. */
  'exhibits.pages': { input: z.strictObject({ fileId: id }), output: z.object({ base64: z.string() }), touches: [] },
  /** Reads a file whole and compares it with the hash that it was taken in with; what came of it is a custody entry. */
  'exhibits.compare': {
    input: z.strictObject({ fileId: id }),
    output: z.object({ same: z.boolean() }),
    touches: ['custody_entry'],
  },
  /** Writes the original file where the user says. */
  'exhibits.saveCopy': {
    input: z.strictObject({ fileId: id, ...target }),
    output: written.nullable(),
    touches: ['custody_entry'],
  },
  'exhibits.custodySheet': {
    input: z.strictObject({
      id,
      /** Who is to read it: the court when left out. */
      audience: z.enum(AUDIENCES).optional(),
      ...leaving,
    }),
    output: written.nullable(),
    touches: [],
  },
});
