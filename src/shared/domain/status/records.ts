/** What a status statement is made from: records of one matter, as they are stored. Dates are `YYYY-MM-DD`. */
export interface StatusRecords {
  matter: { id: string; title: string; kind: string | null };
  proceedings: readonly StatusProceeding[];
  links: readonly StatusLink[];
  orders: readonly StatusOrder[];
  hearings: readonly { id: string; proceedingId: string; date: string; purpose: string | null }[];
  /** Findings of forums on issues of the matter. */
  findings: readonly StatusFinding[];
  /** Ways in which an order can still be challenged, with their last days. */
  ways: readonly OpenWay[];
}

export interface StatusProceeding {
  id: string;
  forum: string;
  forumName: string;
  /** The forum in the other language, where the pack has it. */
  forumNative: string | null;
  seat: string | null;
  /** The type in words: "Complaint". */
  type: string;
  typeNative: string | null;
  numberText: string | null;
  provision: string | null;
  side: string;
  filedOn: string | null;
  /** As it is now: said only of a statement for today. */
  stage: string | null;
}

export interface StatusLink {
  fromId: string;
  toId: string;
  kind: string;
  orderId: string | null;
}

export interface StatusOrder {
  id: string;
  proceedingId: string;
  date: string;
  kind: string;
  disposal: string | null;
  ground: string | null;
  merits: string | null;
  finality: string | null;
  effect: string | null;
  detail: string | null;
  summary: string | null;
  interimKind: string | null;
  interimUntil: string | null;
  interimEndedOn: string | null;
  /** What shows it; null where nothing of it is on the file. */
  shownBy: { kind: 'certified-copy'; readyOn: string } | { kind: 'exhibit' } | null;
}

export interface StatusFinding {
  id: string;
  proceedingId: string | null;
  orderId: string | null;
  /** `for`, `against`, `partly`, `not-reached`, `pending`. */
  result: string;
  /** It is about an allegation of fact, not a question of law on the way to it. */
  onAllegation: boolean;
}

export interface OpenWay {
  orderId: string;
  title: string;
  titleNative: string | null;
  due: string;
  citation: string;
}

/** A run of the statement: plain or emphasised words, with the record that they rest on. */
export interface StatusRun {
  text: string;
  strong: boolean;
  sourceId: string | null;
}
