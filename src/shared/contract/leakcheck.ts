import { z } from 'zod';
import { calls } from './call.ts';
import { AUDIENCES } from './drafts.ts';
import { id, leaving } from './fields.ts';

const LEAK_KINDS = ['name', 'identity-number', 'phone', 'email', 'address', 'privileged'] as const;
export const LEAK_PLACES = [
  'text',
  'outside-page',
  'form-field',
  'annotation',
  'metadata',
  'outline',
  'page-label',
  'destination',
  'attachment',
  'alternative-text',
  'script',
  'link',
  'layer',
  'hidden-object',
  'earlier-revision',
  'file-name',
  'header-footer',
  'comment',
  'tracked-deletion',
  'properties',
  'bytes',
] as const;

/** Something that a file discloses to its readers. */
const leak = z.object({
  kind: z.enum(LEAK_KINDS),
  where: z.enum(LEAK_PLACES),
  /** From 1, where it is on a page. */
  page: z.number().nullable(),
  /** The part of a container that it is in: an attachment, a file of a ZIP. */
  inside: z.string().nullable(),
  /** The pseudonym or role of whom it is about, or the exhibit: never the name. */
  party: z.string(),
  /** What stands in the file. */
  term: z.string(),
  /** The text around it, and where in it the term is. */
  context: z.string(),
  start: z.number(),
  end: z.number(),
});

const checkedFile = z.object({
  file: z.string(),
  sha256: z.string(),
  pages: z.number().nullable(),
  audience: z.enum(AUDIENCES),
  hits: z.array(leak),
  /** Further hits that are not listed. */
  more: z.number(),
  /** What could not be searched, in words. */
  unread: z.array(z.string()),
  /** False where a part that should have been searched could not be: such a file is not called clean. */
  isWhole: z.boolean(),
});
export type CheckedFile = z.output<typeof checkedFile>;

/** What is held back is asked for by the id of its record; a cause list by the name of its court. */
const held = z.string().min(1).max(500);

const reads = ['party', 'party_alias', 'exhibit', 'exhibit_file', 'exhibit_text', 'bundle', 'draft', 'bundle_version'];

/** What a file would disclose that its readers may not learn. */
export const leakcheckCalls = calls({
  /** Searches files on the disk; without an audience for that of the bundle or draft that the file is, else for the public. */
  'leakcheck.files': {
    input: z.strictObject({
      paths: z.array(z.string().min(1)).min(1).max(500),
      audience: z.enum(AUDIENCES).nullable(),
    }),
    output: z.object({ ok: z.boolean(), files: z.array(checkedFile) }),
    touches: reads,
  },
  /** The files with leaks of the record that was about to leave the vault, and did not; none where nothing was found. */
  'leakcheck.findings': {
    input: z.strictObject({ id: held }),
    output: z.array(checkedFile),
    touches: reads,
  },
  /** A page of such a file, as a PDF of its own; null where too many were found for all to be kept. */
  'leakcheck.page': {
    input: z.strictObject({ id: held, sha256: z.string().length(64), page: z.number().int().min(1) }),
    output: z.object({ base64: z.string().nullable() }),
    touches: [],
  },
  /**
   * Copies a statement about matters for others to read: with pseudonyms for what is kept from them, and only when
   * nothing is left in it that they may not learn. @throws ProblemError `leak-found`
   */
  'leakcheck.copy': {
    input: z.strictObject({
      matterIds: z.array(id).min(1).max(500),
      text: z.string().min(1).max(1_000_000),
      audience: z.enum(AUDIENCES),
      despite: leaving.despite,
    }),
    output: z.object({ copied: z.literal(true) }),
    touches: [],
  },
});
