import { z } from 'zod';
import { calls } from './call.ts';
import { AUDIENCES } from './drafts.ts';
import { day, id, leaving, line } from './fields.ts';

/** A run of the status statement: plain or emphasised words, with the record that they rest on. */
const statusRun = z.object({ text: z.string(), strong: z.boolean(), sourceId: z.string().nullable() });

/** One of the five facts of a disposal, with what it rests on. */
const statusFact = z.object({
  fact: z.enum(['disposal', 'ground', 'merits', 'finality', 'effect']),
  label: z.string(),
  value: z.string(),
  basis: z.string().nullable(),
  sourceId: z.string().nullable(),
});

/** The status in words: paragraphs are parted by line feeds inside the runs. */
const status = z.object({
  asOf: day,
  language: z.enum(['en', 'ur']),
  /** False where the language still awaits a native advocate's reading. */
  reviewed: z.boolean(),
  runs: z.array(statusRun),
  text: z.string(),
  proceedings: z.array(
    z.object({
      proceedingId: id,
      forum: z.string(),
      forumName: z.string(),
      numberText: z.string().nullable(),
      title: z.string(),
      runs: z.array(statusRun),
      facts: z.array(statusFact),
      sources: z.array(z.object({ id, text: z.string() })),
    }),
  ),
});
const STATUS_TOUCHES = [
  'proceeding',
  'proceeding_link',
  'hearing',
  'court_order',
  'certified_copy',
  'matter',
  'issue',
  'issue_finding',
];

/** What is said of the status of proceedings, in words that a court would accept. */
export const statusCalls = calls({
  /** The status of a matter, or of one proceeding, in words that a court would accept, as of a day. */
  'proceedings.status': {
    input: z.strictObject({
      matterId: id,
      proceedingId: id.optional(),
      asOf: day.optional(),
      language: z.enum(['en', 'ur']).optional(),
    }),
    output: status,
    touches: STATUS_TOUCHES,
  },
  /** The status of every matter of one client: of those in which a party of that name is ours. */
  'proceedings.statusOfClient': {
    input: z.strictObject({ client: line, asOf: day.optional(), language: z.enum(['en', 'ur']).optional() }),
    output: z.object({
      asOf: day,
      client: z.string(),
      matters: z.array(z.object({ matterId: id, reference: z.string(), title: z.string(), status })),
    }),
    touches: [...STATUS_TOUCHES, 'party', 'party_alias'],
  },
  /** The status of a matter, or of all of a client's, as a Word file where the user says. */
  'proceedings.saveStatus': {
    input: z.strictObject({
      of: z.union([z.strictObject({ matterId: id }), z.strictObject({ client: line })]),
      asOf: day.optional(),
      language: z.enum(['en', 'ur']).optional(),
      /** Who is to read it: the public when left out, for whom every name that has a pseudonym gives way to it. */
      audience: z.enum(AUDIENCES).optional(),
      ...leaving,
    }),
    output: z.object({ path: z.string().nullable() }),
    touches: [],
  },
});
