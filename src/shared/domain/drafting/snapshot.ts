/**
 * What a draft is made from: one plain value with everything that a template may say, taken from the records at one
 * moment. Templates are pure functions of it, so the same snapshot gives the same document, in the window, on the
 * command line and in tests.
 *
 * Conventions: dates are `YYYY-MM-DD`, times `HH:MM`; null means "not recorded", and a template that needs it shows a
 * marked blank. Lists are in the order in which they shall be printed.
 */
export interface DraftSnapshot {
  today: string;
  /** Who will read the document: it decides which protected names are replaced. */
  audience: Audience;
  matter: { id: string; title: string; reference: string | null };
  /** `pk-punjab`; its court geometry and the definition in force follow from it. */
  pack: { id: string; name: string };
  forum: SnapshotForum;
  proceeding: SnapshotProceeding;
  /** Everyone in a role, in printing order; the template picks sides by role and side. */
  parties: SnapshotParty[];
  /** Ids of those who stand in the cause of this proceeding; empty where it is not recorded. */
  inCause: string[];
  organisation: SnapshotOrganisation | null;
  /** How the complainant and the accused fit the definitions, and the link to the workplace. */
  standing: {
    /** How she or he is a complainant or an employee: "a singer engaged by the company for four sessions". */
    complainant: string | null;
    /** How the accused is an employee or an employer of the organisation. */
    accused: string | null;
    /** Where and in what work the incidents happened. */
    workplace: string | null;
    /** Why this forum and no other: province, organisation, option taken. */
    jurisdiction: string | null;
    /** The definition as it stood on the day of the incident; null where no text is known for that day. */
    definition: { text: string; citation: string } | null;
  };
  incidents: SnapshotIncident[];
  /** Whether the incidents are one series; null where the advocate has not said. */
  continuing: string | null;
  /** To whom it was reported before, and what came of it. */
  reporting: { date: string | null; text: string; annexures: string[] }[];
  /** Everything else that the facts need told, in order. */
  facts: { date: string | null; precision: DatePrecision; text: string; annexures: string[] }[];
  /** Ids of parties who will give evidence. */
  witnesses: { partyId: string; about: string | null }[];
  annexures: SnapshotAnnexure[];
  prayers: SnapshotPrayer[];
  parallel: { title: string; forum: string; numberText: string | null; status: string }[];
  delay: string | null;
  /** What is asked to be kept confidential; null where nothing is asked. */
  confidentiality: string | null;
  verification: { place: string | null; date: string | null; deponentId: string | null };
  counsel: SnapshotCounsel | null;
  /** The order complained of, for a representation, petition, appeal, restoration or condonation. */
  impugned: SnapshotOrder | null;
  /** The last day and how it was counted. */
  limitation: SnapshotLimitation | null;
  grounds: { heading: string | null; text: string }[];
  /** Answers to fields that only one template asks for, by the field's key. */
  answers: Record<string, string>;
}

export type Audience = 'court' | 'other-side' | 'public';

/** How exactly a date is known; `range` uses the second date. */
export type DatePrecision = 'minute' | 'day' | 'month' | 'year' | 'about' | 'range';

export interface SnapshotForum {
  /** A forum id: `ombudsperson`, `committee`, `high-court`, ... */
  kind: string;
  /** As a document addresses it: "The Ombudsperson Punjab". */
  name: string;
  place: string | null;
}

export interface SnapshotProceeding {
  id: string;
  /** "Complaint No. 143/2026"; null before a number is given. */
  numberText: string | null;
  year: number | null;
  /** "Complaint", "Writ Petition": what stands before a number that is still to be given. */
  type: string | null;
  filedOn: string | null;
}

export interface SnapshotParty {
  id: string;
  /** `complainant`, `accused`, `respondent`, `petitioner`, `witness`, `counsel`, `organisation`, ... */
  role: string;
  side: 'ours' | 'theirs' | 'neutral';
  kind: 'person' | 'organisation' | 'authority';
  name: string;
  nameNative: string | null;
  /** Other spellings, and what the party is called besides. */
  aliases?: readonly string[];
  isClient: boolean;
  isProtected: boolean;
  /** What stands for the name of a protected identity: "Witness A". */
  pseudonym: string | null;
  /** The audiences that read the pseudonym in place of the name. */
  pseudonymFor: Audience[];
  /** With its word: "daughter of …". */
  parentage: string | null;
  cnic: string | null;
  occupation: string | null;
  address: string | null;
}

export interface SnapshotOrganisation {
  name: string;
  address: string | null;
  /** Who answers for it: the employer's name and post. */
  employer: string | null;
}

export interface SnapshotIncident {
  id: string;
  date: string | null;
  precision: DatePrecision;
  dateTo: string | null;
  time: string | null;
  place: string | null;
  /** What was done. */
  act: string;
  /** What was said or written, as nearly word for word as is known. */
  words: string | null;
  /** Who saw or heard it: ids of parties. */
  witnessIds: string[];
  /** Free names of those who are no party of the matter. */
  otherWitnesses: string | null;
  /** What it did to the work. */
  effect: string | null;
  /** Ids of the annexures that show it. */
  annexures: string[];
}

export interface SnapshotAnnexure {
  id: string;
  /** `A`, `P-1`; it renumbers when the list changes. */
  mark: string;
  title: string;
  date: string | null;
  pages: number | null;
  /** Whether it is an original, a certified or a plain copy. */
  form: string | null;
}

export interface SnapshotPrayer {
  /** What kind of relief the words ask for, so that a missing one is seen. */
  kind: 'penalty' | 'compensation' | 'interim' | 'other';
  text: string;
}

export interface SnapshotCounsel {
  name: string;
  licence: string | null;
  bar: string | null;
  mobile: string | null;
  address: string | null;
}

export interface SnapshotOrder {
  date: string | null;
  forumName: string;
  proceedingText: string | null;
  /** The five facts of the disposal in words: never "dismissed" alone. */
  disposalText: string | null;
  communicatedOn: string | null;
  copy: { appliedOn: string | null; readyOn: string | null; collectedOn: string | null } | null;
  annexure: string | null;
}

export interface SnapshotLimitation {
  rule: string;
  citation: string;
  triggeredOn: string | null;
  due: string | null;
  filingOn: string | null;
  /** The steps of the count, each as one sentence. */
  trace: { date: string | null; text: string }[];
}
