import { z } from 'zod';
import { DISPOSALS, EFFECTS, FINALITIES, INTERIM_KINDS, MERITS } from '../domain/disposals/facts.ts';
import { FORUM_IDS, LINK_KINDS } from '../packs/vocabulary.ts';
import { day, line, minor, time } from './fields.ts';
import { BROUGHT_BY } from './filings.ts';
import { PARTY_ROLES, SEES, SIDES } from './matters.ts';
import { ADJOURNED_BY, HEARING_OUTCOMES, ORDER_KINDS } from './proceedings.ts';

/**
 * A whole matter in one JSON file, as `misl matter load` takes it. Records refer to one another by keys that the file
 * gives them and that mean nothing outside it. What is left out is empty.
 */

const key = z.string().min(1).max(60).describe('a name for this record, for others in this file to refer to it');
const words = z.string().max(200_000).nullable().default(null);
const few = z.string().max(1000).nullable().default(null);
const date = day.nullable().default(null);
const hour = time.nullable().default(null);
const no = z.boolean().default(false);
const list = <T extends z.ZodType>(item: T) => z.array(item).max(5000).default([]);

const party = z.strictObject({
  key,
  role: z.enum(PARTY_ROLES),
  kind: z.enum(['person', 'organisation']).default('person'),
  name: line,
  nameNative: few,
  aliases: z.array(line).max(20).default([]),
  isClient: no,
  side: z.enum(SIDES).default('neutral'),
  parentage: few,
  idNumber: few,
  occupation: few,
  status: few,
  organisation: few,
  address: words,
  phone: few,
  email: few,
  counsel: few,
  protected: no,
  pseudonym: few,
  courtSees: z.enum(SEES).default('name'),
  otherSideSees: z.enum(SEES).default('name'),
  publicSees: z.enum(SEES).default('name'),
  diedOn: date,
  notes: words,
});

const hearing = z.strictObject({
  date: day,
  time: hour,
  room: few,
  bench: few,
  purpose: few,
  outcome: z.enum(HEARING_OUTCOMES).nullable().default(null),
  whatHappened: words,
  adjournedBy: z.enum(ADJOURNED_BY).nullable().default(null),
  adjournmentReason: few,
  nextOn: date,
  nextPurpose: few,
});

const copy = z.strictObject({
  document: line,
  appliedOn: date,
  readyOn: date,
  collectedOn: date,
  feeMinor: minor.nullable().default(null),
  notes: words,
});

const order = z.strictObject({
  key: key.optional(),
  date: day,
  kind: z.enum(ORDER_KINDS),
  summary: words,
  judge: few,
  communicatedOn: date,
  disposal: z.enum(DISPOSALS).nullable().default(null),
  ground: few,
  merits: z.enum(MERITS).nullable().default(null),
  finality: z.enum(FINALITIES).nullable().default(null),
  effect: z.enum(EFFECTS).nullable().default(null),
  detail: few,
  favours: z.enum(['us', 'them', 'neither']).nullable().default(null),
  interimKind: z.enum(INTERIM_KINDS).nullable().default(null),
  interimUntil: date,
  interimEndedOn: date,
  costsMinor: minor.nullable().default(null),
  copies: list(copy),
});

const objection = z.strictObject({ text: line.max(4000), raisedOn: date, cure: words, cureBy: date, curedOn: date });

const filing = z.strictObject({
  title: line,
  filedOn: date,
  diaryNumber: few,
  bySide: z.enum(BROUGHT_BY).default('ours'),
  courtFeeMinor: minor.nullable().default(null),
  feeReceipt: few,
  copies: z.number().int().min(0).max(1000).nullable().default(null),
  notes: words,
  objections: list(objection),
});

const service = z.strictObject({
  document: line,
  party: z.string().optional(),
  onWhom: line,
  method: line,
  servedOn: date,
  proof: few,
  notes: words,
});

const exclusion = z.strictObject({ kind: z.enum(['copy', 'forum', 'other']), from: day, to: day });
const deadline = z.strictObject({
  title: line,
  pack: line.optional(),
  rule: line.optional(),
  triggerOn: date,
  exclusions: list(exclusion),
  facts: z.record(z.string(), z.string()).default({}),
  dueOn: date,
  order: z.string().optional(),
  doneOn: date,
  notes: words,
});

const task = z.strictObject({ title: line, dueOn: date, doneOn: date, notes: words });

const proceeding = z.strictObject({
  key,
  forum: z.enum(FORUM_IDS),
  forumName: line,
  seat: few,
  type: line,
  numberText: few,
  year: z.number().int().nullable().default(null),
  side: z.enum(BROUGHT_BY).default('ours'),
  ourRole: z.enum(PARTY_ROLES).nullable().default(null),
  title: few,
  stage: few,
  bench: few,
  provision: few,
  filedOn: date,
  relief: words,
  notes: words,
  links: list(z.strictObject({ kind: z.enum(LINK_KINDS), to: z.string(), order: z.string().optional() })),
  parties: list(z.strictObject({ party: z.string(), role: line })),
  hearings: list(hearing),
  orders: list(order),
  filings: list(filing),
  services: list(service),
  deadlines: list(deadline),
  tasks: list(task),
});

const evidence = z.strictObject({
  exhibit: z.string(),
  account: z.enum(['ours', 'theirs']).default('ours'),
  bearing: z.enum(['supports', 'contradicts']).default('supports'),
  pin: few,
  note: few,
});

const issue = z.strictObject({
  title: line,
  kind: z.enum(['allegation', 'question']).default('allegation'),
  notes: words,
  points: list(
    z.strictObject({
      title: line,
      ours: words,
      oursSource: few,
      theirs: words,
      theirsSource: few,
      stance: z.enum(['agreed', 'in-part', 'denied', 'silent']).default('silent'),
      evidence: list(evidence),
    }),
  ),
  findings: list(
    z.strictObject({
      proceeding: z.string(),
      order: z.string().optional(),
      result: z.enum(['for', 'against', 'partly', 'not-reached', 'pending']),
      text: words,
    }),
  ),
});

const fact = z.strictObject({
  text: line.max(4000),
  precision: z.enum(['minute', 'day', 'month', 'year', 'about']).default('day'),
  date,
  time: hour,
  dateTo: date,
  place: few,
  state: z.enum(['known', 'alleged', 'disputed']).default('known'),
  side: z.enum(SIDES).nullable().default(null),
  issue: z.number().int().min(1).optional().describe('the number of an issue of this file, from 1'),
  isIncident: no,
  witnesses: few,
  effect: few,
  notes: words,
  sources: list(z.strictObject({ exhibit: z.string().optional(), order: z.string().optional(), pin: few, note: few })),
});

const exhibit = z.strictObject({
  key,
  title: line,
  files: z.array(z.string().min(1)).max(200).default([]).describe('paths beside this file'),
  source: few,
  madeOn: date,
  madePrecision: z.enum(['minute', 'day', 'month', 'year', 'about']).nullable().default(null),
  acquiredOn: date,
  capturedAt: few,
  url: few,
  account: few,
  custodian: few,
  privilege: z.enum(['none', 'privileged', 'without-prejudice']).default('none'),
  description: words,
  transcript: words,
  notes: words,
  marks: list(z.strictObject({ proceeding: z.string(), mark: line.max(40) })),
  custody: list(
    z.strictObject({
      at: z.string(),
      step: z.enum(['acquired', 'imported', 'viewed', 'copied', 'marked', 'exported', 'transferred', 'note']),
      byWhom: few,
      note: few,
    }),
  ),
});

export const matterFile = z.strictObject({
  format: z.literal('misl-matter'),
  version: z.literal(1),
  matter: z.strictObject({
    reference: line.max(60).optional().describe('left out: the next free one'),
    title: line,
    titleNative: few,
    clientRole: z.enum(PARTY_ROLES),
    pack: line,
    kind: few,
    summary: words,
    organisation: few,
    incidentFrom: date,
    incidentTo: date,
    openedOn: date,
    closedOn: date,
    notes: words,
  }),
  parties: list(party),
  proceedings: list(proceeding),
  exhibits: list(exhibit),
  issues: list(issue),
  facts: list(fact),
  tasks: list(task),
});
export type MatterFile = z.output<typeof matterFile>;
