import { z } from 'zod';
import { calls } from './call.ts';
import { day, done, flag, id, line, made, nothing, short, text } from './fields.ts';

/** What each audience reads in place of a party: the name, or the pseudonym. */
export const SEES = ['name', 'pseudonym'] as const;
export const PARTY_ROLES = [
  'complainant',
  'accused',
  'petitioner',
  'respondent',
  'plaintiff',
  'defendant',
  'appellant',
  'organisation',
  'competent-authority',
  'witness',
  'counsel',
  'other',
] as const;
/** What the advocate found out about two names that are alike. */
const CONFLICT_VERDICTS = ['same', 'different'] as const;
export const SIDES = ['ours', 'theirs', 'neutral'] as const;

export const matterFields = {
  reference: line.max(60),
  title: line,
  titleNative: short,
  /** The role of our client: complainant, accused, petitioner … */
  clientRole: z.enum(PARTY_ROLES),
  pack: line.max(60),
  /** What the matter is about, in a word: `workplace-harassment`, `defamation` … */
  kind: short,
  summary: text,
  organisation: short,
  incidentFrom: day.nullable(),
  incidentTo: day.nullable(),
  openedOn: day,
  closedOn: day.nullable(),
  notes: text,
};

export const partyFields = {
  role: z.enum(PARTY_ROLES),
  kind: z.enum(['person', 'organisation']),
  name: line,
  nameNative: short,
  isClient: z.boolean(),
  side: z.enum(SIDES),
  parentage: short,
  /** CNIC, Aadhaar or the like, as it is written. */
  idNumber: short,
  occupation: short,
  /** How the person stands to the organisation: `performer`, `contract`, `employee` … decides standing. */
  status: short,
  organisation: short,
  address: text,
  phone: short,
  email: short,
  counsel: short,
  protected: z.boolean(),
  pseudonym: short,
  courtSees: z.enum(SEES),
  otherSideSees: z.enum(SEES),
  publicSees: z.enum(SEES),
  diedOn: day.nullable(),
  notes: text,
};

const matterRow = z.object({
  id,
  ...matterFields,
  isSample: flag,
  createdAt: z.string(),
  updatedAt: z.string(),
});

const partyRow = z.object({
  id,
  matterId: id,
  ...partyFields,
  isClient: flag,
  protected: flag,
  position: z.number(),
  aliases: z.array(z.string()),
});

/** One line of the matter list: the next thing and its day. */
const matterListRow = z.object({
  id,
  reference: z.string(),
  title: z.string(),
  pack: z.string(),
  isSample: flag,
  closedOn: day.nullable(),
  /** The next hearing or open deadline, whichever comes first. */
  nextOn: day.nullable(),
  nextWhat: z.string().nullable(),
  nextKind: z.enum(['hearing', 'deadline', 'task']).nullable(),
  /** The earliest open deadline, to urge by. */
  dueOn: day.nullable(),
  lastActivityAt: z.string(),
  openProceedings: z.number(),
});

/** Matters and the people in them. */
export const matterCalls = calls({
  'matters.list': {
    input: z.strictObject({ filter: z.string().max(200).optional() }),
    output: z.array(matterListRow),
    touches: ['matter', 'proceeding', 'hearing', 'deadline', 'task'],
  },
  'matters.get': { input: z.strictObject({ id }), output: matterRow, touches: ['matter'] },
  /** How many records each tab of a matter has. */
  'matters.counts': {
    input: z.strictObject({ id }),
    output: z.object({
      proceedings: z.number(),
      issues: z.number(),
      facts: z.number(),
      exhibits: z.number(),
      drafts: z.number(),
      bundles: z.number(),
      parties: z.number(),
      protectedParties: z.number(),
    }),
    touches: ['matter', 'proceeding', 'issue', 'fact', 'exhibit', 'draft', 'bundle', 'party'],
  },
  'matters.nextReference': { input: nothing, output: z.string(), touches: ['matter'] },
  'matters.edit': {
    input: z.strictObject({ id, ...z.object(matterFields).partial().shape }),
    output: done,
    touches: ['matter'],
  },
  'matters.close': { input: z.strictObject({ id, on: day }), output: done, touches: ['matter'] },
  'matters.reopen': { input: z.strictObject({ id }), output: done, touches: ['matter'] },
  'matters.remove': { input: z.strictObject({ id }), output: done, touches: ['matter'] },

  'parties.list': {
    input: z.strictObject({ matterId: id }),
    output: z.array(partyRow),
    touches: ['party', 'party_alias'],
  },
  'parties.add': {
    input: z.strictObject({ matterId: id, ...partyFields, aliases: z.array(line).max(20) }),
    output: made,
    touches: ['party', 'party_alias'],
  },
  'parties.edit': {
    input: z.strictObject({ id, ...z.object(partyFields).partial().shape, aliases: z.array(line).max(20).optional() }),
    output: done,
    touches: ['party', 'party_alias'],
  },
  /** Whom a name is like in all other matters, and why, in words: before a matter is opened or a party is added. */
  'parties.conflicts': {
    input: z.strictObject({
      names: z.array(line).min(1).max(20),
      /** Roman and Urdu forms, aliases: all that is known of this one. */
      idNumber: short.optional(),
      kind: z.enum(['person', 'organisation']).optional(),
      /** The matter that it is for, which is left out. */
      exceptMatterId: id.optional(),
      /** The party itself, where it is one already: what was decided about it is respected. */
      partyId: id.optional(),
    }),
    output: z.array(
      z.object({
        partyId: id,
        name: z.string(),
        role: z.string(),
        side: z.enum(SIDES),
        isClient: flag,
        matterId: id,
        matterReference: z.string(),
        matterTitle: z.string(),
        closedOn: day.nullable(),
        likeness: z.enum(['very-likely', 'alike']),
        /** Each in a clause: "the same words in another order". */
        reasons: z.array(z.string()),
        /** The two names that matched. */
        given: z.string(),
        found: z.string(),
        /** What the advocate decided about the two, and why. */
        decided: z.object({ verdict: z.enum(CONFLICT_VERDICTS), reason: z.string(), at: z.string() }).nullable(),
      }),
    ),
    touches: ['party', 'party_alias', 'matter', 'conflict_decision'],
  },
  /** Whether two parties of different matters are the same, with the reason; a later decision replaces an earlier one. */
  'parties.decide': {
    input: z.strictObject({
      partyId: id,
      otherPartyId: id,
      verdict: z.enum(CONFLICT_VERDICTS),
      reason: line.max(2000),
    }),
    output: done,
    touches: ['conflict_decision'],
  },
  /** Leaves it open again. */
  'parties.undecide': {
    input: z.strictObject({ partyId: id, otherPartyId: id }),
    output: done,
    touches: ['conflict_decision'],
  },
  'parties.remove': { input: z.strictObject({ id }), output: done, touches: ['party'] },
});
