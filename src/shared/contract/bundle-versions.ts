import { z } from 'zod';
import { passwords, reads, skipped, written } from './bundles.ts';
import { calls } from './call.ts';
import { day, flag, id, leaving, short } from './fields.ts';

/** PDF pages from 1, and the numbers printed on them. */
const pageRange = z.object({
  firstPage: z.number(),
  lastPage: z.number(),
  firstLabel: z.string(),
  lastLabel: z.string(),
});

/** What was served of a bundle, and where its pages are. */
export const bundleVersionCalls = calls({
  /**
   * Keeps the bundle as served: the file itself, its pages and the hash of every source. Refused where a file is locked,
   * unless it may be kept without.
   */
  'bundles.freeze': {
    input: z.strictObject({
      id,
      servedOn: day.nullable(),
      note: short,
      passwords,
      withoutLocked: z.boolean().optional(),
    }),
    output: z.object({ number: z.number(), pages: z.number(), sha256: z.string(), skipped }),
    touches: ['bundle_version', 'blob'],
  },
  'bundles.versions': {
    input: z.strictObject({ id }),
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
    touches: reads,
  },
  /** The same on paper for the judge, or page by page as CSV. */
  'bundles.exportConcordance': {
    input: z.strictObject({
      id,
      from: z.number().int().min(1),
      to: z.number().int().min(1).nullable(),
      format: z.enum(['pdf', 'csv']),
      ...leaving,
    }),
    output: written,
    touches: reads,
  },
  /** The number on every page of every document, in a version or (null) as the bundle is now. */
  'bundles.pages': {
    input: z.strictObject({ id, version: z.number().int().min(1).nullable() }),
    output: z.object({
      documents: z.array(
        z.object({
          id,
          title: z.string(),
          exhibitId: id.nullable(),
          orderId: id.nullable(),
          draftId: id.nullable(),
          volume: z.number(),
          firstPage: z.number(),
          lastPage: z.number(),
          labels: z.array(z.string()),
        }),
      ),
    }),
    touches: reads,
  },
});
