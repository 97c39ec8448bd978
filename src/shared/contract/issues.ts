import { z } from 'zod';
import { calls } from './call.ts';
import { done, id, line, made, short, text } from './fields.ts';

export const STANCES = ['agreed', 'in-part', 'denied', 'silent'] as const;
export const FINDINGS = ['for', 'against', 'partly', 'not-reached', 'pending'] as const;
export const ISSUE_KINDS = ['allegation', 'question'] as const;

const issueFields = { title: line, kind: z.enum(ISSUE_KINDS), notes: text };

const pointFields = {
  title: line,
  ours: text,
  oursSource: short,
  theirs: text,
  theirsSource: short,
  stance: z.enum(STANCES),
};

const evidenceFields = {
  exhibitId: id,
  account: z.enum(['ours', 'theirs']),
  bearing: z.enum(['supports', 'contradicts']),
  pin: short,
  note: short,
};

const findingFields = {
  proceedingId: id,
  orderId: id.nullable(),
  result: z.enum(FINDINGS),
  text,
};

const issueRow = z.object({
  id,
  matterId: id,
  number: z.number(),
  ...issueFields,
  points: z.array(
    z.object({ id, ...pointFields, evidence: z.array(z.object({ id, ...evidenceFields, label: z.string() })) }),
  ),
  findings: z.array(z.object({ id, ...findingFields, proceedingId: id.nullable(), proceeding: z.string() })),
});

const one = z.strictObject({ id });

/** Issues with both accounts of each point, the evidence for each, and what was found on them. */
export const issueCalls = calls({
  'issues.list': {
    input: z.strictObject({ matterId: id }),
    output: z.array(issueRow),
    touches: ['issue', 'issue_point', 'point_evidence', 'issue_finding', 'exhibit', 'exhibit_mark', 'proceeding'],
  },
  'issues.add': { input: z.strictObject({ matterId: id, ...issueFields }), output: made, touches: ['issue'] },
  'issues.edit': {
    input: z.strictObject({ id, ...z.object(issueFields).partial().shape }),
    output: done,
    touches: ['issue'],
  },
  'issues.remove': { input: one, output: done, touches: ['issue'] },
  /** Puts the issues of a matter in a new order; their numbers follow it. */
  'issues.reorder': {
    input: z.strictObject({ matterId: id, ids: z.array(id).min(1).max(1000) }),
    output: done,
    touches: ['issue'],
  },
  'issues.reorderPoints': {
    input: z.strictObject({ issueId: id, ids: z.array(id).min(1).max(1000) }),
    output: done,
    touches: ['issue_point'],
  },
  'issues.addPoint': {
    input: z.strictObject({ issueId: id, ...pointFields }),
    output: made,
    touches: ['issue_point', 'issue'],
  },
  'issues.editPoint': {
    input: z.strictObject({ id, ...z.object(pointFields).partial().shape }),
    output: done,
    touches: ['issue_point'],
  },
  'issues.removePoint': { input: one, output: done, touches: ['issue_point', 'point_evidence'] },
  'issues.setEvidence': {
    input: z.strictObject({ pointId: id, evidence: z.array(z.strictObject(evidenceFields)).max(200) }),
    output: done,
    touches: ['point_evidence'],
  },
  /** What a forum found on an issue; null takes the finding away. */
  'issues.setFinding': {
    input: z.strictObject({ issueId: id, finding: z.strictObject(findingFields) }),
    output: done,
    touches: ['issue_finding'],
  },
  'issues.removeFinding': { input: one, output: done, touches: ['issue_finding'] },
});
