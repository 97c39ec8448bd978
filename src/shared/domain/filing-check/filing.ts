import type { Pack } from '../../packs/pack.ts';

/** A filing as the check sees it: the draft with the records that it rests on. Dates are `YYYY-MM-DD`. */
export interface Filing {
  pack: Pack;
  today: string;
  /** The day on which it is, or is to be, filed. */
  filingOn: string;
  incidentOn: string | null;
  proceeding: {
    id: string;
    forum: string;
    type: string;
    provision: string | null;
    relief: string | null;
    filedOn: string | null;
  };
  draft: FilingDraft | null;
  parties: readonly FilingParty[];
  /** Ids of the parties of this proceeding; empty where none were chosen. */
  joined: readonly string[];
  organisation: string | null;
  incidents: readonly FilingIncident[];
  annexures: readonly { id: string; mark: string; title: string; orderId: string | null; pages: number | null }[];
  /** The order that it is brought against. */
  impugned: ImpugnedOrder | null;
  /** The clock of this filing. */
  limitation: { due: string | null; safe: string | null; rule: string | null; citation: string | null } | null;
  others: readonly OtherProceeding[];
  /** Filings already entered in this proceeding. */
  filings: readonly { feeMinor: number | null; receipt: string | null; copies: number | null }[];
  /** Days on which something was done since the order, for gaps. */
  activity: readonly string[];
  lastHearing: { date: string; outcome: string | null } | null;
  /** Protected names that the public or the other side would read in the document. */
  namesShown: readonly { name: string; pseudonym: string | null }[];
}

export interface FilingDraft {
  id: string;
  title: string;
  template: string;
  audience: string;
  state: string;
  signedOn: string | null;
  changedOn: string;
  /** What is not filled in, by the path of its field. */
  blanks: readonly { id: string; label: string }[];
  /** References to annexures that are not there. */
  dangling: readonly string[];
  standing: {
    complainant: string | null;
    accused: string | null;
    workplace: string | null;
    jurisdiction: string | null;
  };
  delay: string | null;
  prayers: readonly { kind: string; text: string }[];
  verification: { place: string | null; date: string | null; deponentId: string | null };
  counsel: { name: string; licence: string | null; mobile: string | null } | null;
  /** All that it says, for words that must stand somewhere. */
  text: string;
  answers: Readonly<Record<string, string>>;
}

export interface FilingParty {
  id: string;
  role: string;
  side: string;
  kind: string;
  name: string;
  isClient: boolean;
  status: string | null;
  idNumber: string | null;
  address: string | null;
  occupation: string | null;
  diedOn: string | null;
}

export interface FilingIncident {
  id: string;
  date: string | null;
  place: string | null;
  act: string;
  witnesses: string | null;
}

export interface ImpugnedOrder {
  id: string;
  date: string;
  forum: string;
  forumName: string;
  type: string;
  disposal: string | null;
  /** A certified copy was made ready. */
  certified: boolean;
  /** Parties of the proceeding in which it was made. */
  partyIds: readonly string[];
}

export interface OtherProceeding {
  id: string;
  name: string;
  type: string;
  forum: string;
  filedOn: string | null;
  pending: boolean;
  disposal: string | null;
  ground: string | null;
  merits: string | null;
  summary: string | null;
  partyIds: readonly string[];
  /** It is challenged by this filing, or the other way round. */
  linked: boolean;
  /** Of this one by `counter-to` or `parallel-to`. */
  beside: boolean;
}

/** One thing wrong. What stands in braces in the pack's message is taken from `values`. */
export interface Fault {
  /** Tells several faults of one check apart. */
  subject?: string;
  values?: Readonly<Record<string, string>>;
  target?: string;
  targetId?: string;
  paragraph?: string;
  definition?: DefinitionTable;
}

export interface DefinitionTable {
  title: string;
  text: string;
  citation: string;
  parts: { part: string; fact: string | null; exhibit: string | null; met: boolean }[];
}

/** What a test answers: its faults, none where all is well; or why there was nothing to ask. */
export type Answer = readonly Fault[] | { notAsked: string };
export type Params = Readonly<Record<string, string | number | boolean | readonly string[]>>;
export type Test = (filing: Filing, params: Params) => Answer;

export const CLEAR: readonly Fault[] = [];
export const notAsked = (why: string) => ({ notAsked: why });
export const has = (text: string | null | undefined): text is string =>
  text !== null && text !== undefined && text.trim() !== '';
export const strings = (params: Params, key: string): readonly string[] => {
  const value = params[key];
  return Array.isArray(value) ? value : value === undefined ? [] : [String(value)];
};
