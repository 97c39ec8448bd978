import { z } from 'zod';
import { SEVERITIES } from '../packs/vocabulary.ts';
import { calls } from './call.ts';
import { day, done, id, line, made, short, text } from './fields.ts';

/** One part of a definition, with the fact and the exhibit that meet it. */
const part = z.object({
  part: z.string(),
  fact: z.string().nullable(),
  exhibit: z.string().nullable(),
  met: z.boolean(),
});

const finding = z.object({
  /** The check's id, and of several findings of one check a subject after a slash: what is waived. */
  id: z.string(),
  /** `ANNEX.dangling`: a code of grounds or of bundle standards, a dot and a detail. */
  check: z.string(),
  /** `error` would sink the filing, `warning` would draw an objection, `note` is to be known. */
  severity: z.enum(SEVERITIES),
  title: z.string(),
  message: z.string(),
  citation: z.string(),
  confidence: z.string(),
  lastChecked: z.string(),
  /** Where to go, or what to do. */
  fix: z
    .object({
      kind: z.string(),
      /** A field's path (`draft.standing.complainant`, `party.idNumber`), a draft's name, a record. */
      target: z.string().nullable(),
      targetId: id.nullable(),
      label: z.string(),
      /** The paragraph to write; square brackets hold what the advocate chooses. */
      paragraph: z.string().nullable(),
    })
    .nullable(),
  /** The definition in force, part by part, where standing is in question. */
  definition: z.object({ title: z.string(), text: z.string(), citation: z.string(), parts: z.array(part) }).nullable(),
  waived: z.object({ reason: z.string(), on: day }).nullable(),
});

const claimFields = {
  /** Who said it, as it is to be attributed. */
  saidBy: line,
  /** The newspaper, page or platform. */
  place: line,
  saidOn: day,
  /** The exact words. */
  words: line.max(4000),
  proceedingId: id.nullable(),
  exhibitId: id.nullable(),
  pin: short,
  notes: text,
};
const claimRow = z.object({ id, matterId: id, ...claimFields });
const ofProceeding = z.strictObject({ proceedingId: id });

/** What would sink the next filing; and what was said in public beside what the record showed. */
export const checkCalls = calls({
  /** The filing check of a proceeding, on its draft: the given one, or the latest that is not filed yet. */
  'checks.run': {
    input: z.strictObject({ proceedingId: id, draftId: id.optional() }),
    output: z.object({
      proceedingId: id,
      draftId: id.nullable(),
      draftTitle: z.string().nullable(),
      pack: z.string(),
      on: day,
      /** The last day and the safe day of the filing, where a deadline is open. */
      due: day.nullable(),
      safe: day.nullable(),
      findings: z.array(finding),
      /** Checks that found nothing, and checks that there was nothing to ask of. */
      clear: z.array(z.object({ check: z.string(), title: z.string() })),
      notAsked: z.array(z.object({ check: z.string(), title: z.string(), why: z.string() })),
    }),
    touches: [
      'user_pack',
      'proceeding',
      'proceeding_link',
      'proceeding_party',
      'party',
      'draft',
      'annexure',
      'exhibit',
      'court_order',
      'certified_copy',
      'deadline',
      'filing',
      'fact',
      'matter',
      'hearing',
      'finding_waiver',
    ],
  },
  /** Lets a finding stand, with the reason, which is kept. */
  'checks.waive': {
    input: z.strictObject({ ...ofProceeding.shape, finding: line.max(200), reason: line }),
    output: made,
    touches: ['finding_waiver'],
  },
  'checks.unwaive': {
    input: z.strictObject({ ...ofProceeding.shape, finding: line.max(200) }),
    output: done,
    touches: ['finding_waiver'],
  },

  /** Public claims, each beside what the record showed on that day. */
  'claims.list': {
    input: z.strictObject({ matterId: id }),
    output: z.array(
      z.object({
        claim: claimRow,
        /** `does-not-match`: it says more, or other, than the record of that day. */
        verdict: z.enum(['matches', 'does-not-match', 'not-tested']),
        /** Why, each in a sentence. */
        reasons: z.array(z.string()),
        /** The status as of that day. */
        record: z.string(),
        /** The claim and the record in one neutral paragraph, to copy. */
        beside: z.string(),
        sourceIds: z.array(id),
      }),
    ),
    touches: ['public_claim', 'proceeding', 'proceeding_link', 'court_order', 'hearing', 'issue_finding', 'matter'],
  },
  'claims.add': {
    input: z.strictObject({ matterId: id, ...claimFields }),
    output: made,
    touches: ['public_claim'],
  },
  'claims.edit': {
    input: z.strictObject({ id, ...z.object(claimFields).partial().shape }),
    output: done,
    touches: ['public_claim'],
  },
  'claims.remove': { input: z.strictObject({ id }), output: done, touches: ['public_claim'] },
});
