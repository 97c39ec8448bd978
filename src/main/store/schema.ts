// Made by scripts/schema.ts from the migrations: change those, not this.
import type { Generated } from 'kysely';

export interface AnnexureTable {
  id: string;
  matterId: string;
  draftId: string;
  exhibitId: string | null;
  orderId: string | null;
  title: string | null;
  position: number;
}

export interface AuditEntryTable {
  seq: Generated<number>;
  at: string;
  actor: string;
  action: string;
  entity: string | null;
  entityId: string | null;
  matterId: string | null;
  detail: string | null;
  prevMac: Buffer;
  mac: Buffer;
}

export interface BlobTable {
  id: string;
  dedup: Buffer;
  sha256: string;
  size: number;
  chunks: number;
  mime: string;
  createdAt: string;
}

export interface BundleTable {
  id: string;
  matterId: string;
  proceedingId: string | null;
  title: string;
  profile: string;
  audience: Generated<string>;
  hearingOn: string | null;
  notes: string | null;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface BundleItemTable {
  id: string;
  matterId: string;
  bundleId: string;
  sectionId: string;
  kind: string;
  exhibitId: string | null;
  fileId: string | null;
  orderId: string | null;
  draftId: string | null;
  title: string | null;
  date: string | null;
  pages: string | null;
  agreed: string | null;
  position: number;
  turn: Generated<number>;
  late: Generated<number>;
}

export interface BundleSectionTable {
  id: string;
  matterId: string;
  bundleId: string;
  title: string;
  position: number;
}

export interface BundleVersionTable {
  id: string;
  matterId: string;
  bundleId: string;
  number: number;
  at: string;
  servedOn: string | null;
  blobId: string | null;
  pages: number;
  sha256: string;
  manifest: string;
  note: string | null;
}

export interface CertifiedCopyTable {
  id: string;
  matterId: string;
  orderId: string;
  document: string;
  appliedOn: string | null;
  readyOn: string | null;
  collectedOn: string | null;
  feeMinor: number | null;
  notes: string | null;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface ChangeTable {
  id: Generated<number>;
  commandId: string;
  tbl: string;
  rowId: string;
  op: string;
  before: string | null;
  after: string | null;
}

export interface CommandTable {
  id: string;
  name: string;
  at: string;
  matterId: string | null;
  undoable: number;
  undoes: string | null;
  undoneBy: string | null;
}

export interface ConflictDecisionTable {
  id: string;
  matterId: string;
  partyId: string;
  otherPartyId: string;
  verdict: string;
  reason: string | null;
  decidedAt: string;
}

export interface CourtOrderTable {
  id: string;
  matterId: string;
  proceedingId: string;
  hearingId: string | null;
  date: string;
  kind: string;
  summary: string | null;
  judge: string | null;
  communicatedOn: string | null;
  disposal: string | null;
  ground: string | null;
  merits: string | null;
  finality: string | null;
  effect: string | null;
  detail: string | null;
  favours: string | null;
  interimKind: string | null;
  interimUntil: string | null;
  interimEndedOn: string | null;
  costsMinor: number | null;
  exhibitId: string | null;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface CustodyEntryTable {
  id: string;
  matterId: string;
  exhibitId: string;
  at: string;
  step: string;
  byWhom: string | null;
  note: string | null;
  sha256: string | null;
}

export interface DeadlineTable {
  id: string;
  matterId: string;
  proceedingId: string | null;
  orderId: string | null;
  title: string;
  pack: string | null;
  rule: string | null;
  remedy: string | null;
  triggerOn: string | null;
  inputs: string | null;
  nominal: string | null;
  dueOn: string | null;
  safeOn: string | null;
  latestOn: string | null;
  citation: string | null;
  confidence: string | null;
  overrideOn: string | null;
  overrideReason: string | null;
  state: Generated<string>;
  doneOn: string | null;
  notes: string | null;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
  serviceId: string | null;
}

export interface DraftTable {
  id: string;
  matterId: string;
  proceedingId: string | null;
  template: string;
  title: string;
  state: Generated<string>;
  audience: Generated<string>;
  form: Generated<string>;
  signedOn: string | null;
  filedOn: string | null;
  servedOn: string | null;
  notes: string | null;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface DraftVersionTable {
  id: string;
  matterId: string;
  draftId: string;
  number: number;
  at: string;
  note: string | null;
  form: string;
  blobId: string | null;
  blanks: Generated<number>;
}

export interface ExhibitTable {
  id: string;
  matterId: string;
  number: number;
  title: string;
  kind: string;
  source: string | null;
  madeOn: string | null;
  madePrecision: string | null;
  acquiredOn: string | null;
  capturedAt: string | null;
  url: string | null;
  account: string | null;
  custodian: string | null;
  privilege: Generated<string>;
  description: string | null;
  transcript: string | null;
  notes: string | null;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface ExhibitFileTable {
  id: string;
  matterId: string;
  exhibitId: string;
  blobId: string;
  name: string;
  mime: string;
  kind: string;
  size: number;
  sha256: string;
  pages: number | null;
  textState: Generated<string>;
  problems: string | null;
  position: Generated<number>;
}

export interface ExhibitMarkTable {
  id: string;
  matterId: string;
  exhibitId: string;
  proceedingId: string;
  mark: string;
}

export interface ExhibitTextTable {
  id: string;
  matterId: string;
  fileId: string;
  page: number;
  origin: string;
  text: string;
}

export interface FactTable {
  id: string;
  matterId: string;
  text: string;
  precision: string;
  date: string | null;
  time: string | null;
  dateTo: string | null;
  place: string | null;
  state: string;
  side: string | null;
  issueId: string | null;
  isIncident: Generated<number>;
  witnesses: string | null;
  effect: string | null;
  notes: string | null;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface FactSourceTable {
  id: string;
  matterId: string;
  factId: string;
  exhibitId: string | null;
  orderId: string | null;
  pin: string | null;
  note: string | null;
}

export interface FilingTable {
  id: string;
  matterId: string;
  proceedingId: string;
  title: string;
  filedOn: string | null;
  diaryNumber: string | null;
  bySide: string;
  draftId: string | null;
  courtFeeMinor: number | null;
  feeReceipt: string | null;
  copies: number | null;
  notes: string | null;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface FindingWaiverTable {
  id: string;
  matterId: string;
  proceedingId: string;
  finding: string;
  reason: string;
  waivedOn: string;
}

export interface HearingTable {
  id: string;
  matterId: string;
  proceedingId: string;
  date: string;
  time: string | null;
  room: string | null;
  bench: string | null;
  purpose: string | null;
  outcome: string | null;
  whatHappened: string | null;
  adjournedBy: string | null;
  adjournmentReason: string | null;
  nextOn: string | null;
  nextPurpose: string | null;
  prepared: string | null;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface IndexedTextTable {
  id: Generated<number>;
  kind: string;
  recordId: string;
  matterId: string | null;
  page: number | null;
}

export interface IssueTable {
  id: string;
  matterId: string;
  number: number;
  title: string;
  kind: string;
  notes: string | null;
  position: Generated<number>;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface IssueFindingTable {
  id: string;
  matterId: string;
  issueId: string;
  proceedingId: string | null;
  orderId: string | null;
  result: string;
  text: string | null;
}

export interface IssuePointTable {
  id: string;
  matterId: string;
  issueId: string;
  title: string;
  ours: string | null;
  oursSource: string | null;
  theirs: string | null;
  theirsSource: string | null;
  stance: string;
  position: Generated<number>;
}

export interface MatterTable {
  id: string;
  reference: string;
  title: string;
  titleNative: string | null;
  clientRole: string;
  pack: string;
  kind: string | null;
  summary: string | null;
  organisation: string | null;
  incidentFrom: string | null;
  incidentTo: string | null;
  openedOn: string;
  closedOn: string | null;
  isSample: Generated<number>;
  notes: string | null;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface MetaTable {
  key: string;
  value: string;
}

export interface ObjectionTable {
  id: string;
  matterId: string;
  filingId: string;
  text: string;
  raisedOn: string | null;
  cure: string | null;
  cureBy: string | null;
  curedOn: string | null;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface PartyTable {
  id: string;
  matterId: string;
  role: string;
  kind: string;
  name: string;
  nameNative: string | null;
  isClient: Generated<number>;
  side: string;
  parentage: string | null;
  idNumber: string | null;
  occupation: string | null;
  status: string | null;
  organisation: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
  counsel: string | null;
  protected: Generated<number>;
  pseudonym: string | null;
  courtSees: Generated<string>;
  otherSideSees: Generated<string>;
  publicSees: Generated<string>;
  diedOn: string | null;
  notes: string | null;
  position: Generated<number>;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface PartyAliasTable {
  id: string;
  matterId: string;
  partyId: string;
  name: string;
}

export interface PaymentTable {
  id: string;
  matterId: string;
  proceedingId: string | null;
  kind: string;
  title: string;
  amountMinor: number;
  currency: string;
  paidOn: string | null;
  receipt: string | null;
  notes: string | null;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface PointEvidenceTable {
  id: string;
  matterId: string;
  pointId: string;
  exhibitId: string;
  account: string;
  bearing: string;
  pin: string | null;
  note: string | null;
}

export interface ProceedingTable {
  id: string;
  matterId: string;
  forum: string;
  forumName: string;
  seat: string | null;
  type: string;
  numberText: string | null;
  year: number | null;
  side: string;
  ourRole: string | null;
  title: string | null;
  stage: string | null;
  bench: string | null;
  provision: string | null;
  filedOn: string | null;
  relief: string | null;
  notes: string | null;
  position: Generated<number>;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface ProceedingLinkTable {
  id: string;
  matterId: string;
  fromId: string;
  kind: string;
  toId: string;
  orderId: string | null;
}

export interface ProceedingPartyTable {
  id: string;
  matterId: string;
  proceedingId: string;
  partyId: string;
  role: string;
  position: Generated<number>;
}

export interface PublicClaimTable {
  id: string;
  matterId: string;
  saidBy: string;
  place: string;
  saidOn: string;
  words: string;
  proceedingId: string | null;
  exhibitId: string | null;
  pin: string | null;
  notes: string | null;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface RedactedFileTable {
  id: string;
  matterId: string;
  fileId: string;
  blobId: string;
  sha256: string;
  size: number;
  pages: number;
  marks: number;
  madeAt: string;
  report: string;
}

export interface RedactionMarkTable {
  id: string;
  matterId: string;
  fileId: string;
  page: number;
  leftPt: number;
  topPt: number;
  widthPt: number;
  heightPt: number;
  term: string | null;
  reason: string | null;
  createdAt: string;
}

export interface SearchTable {
  title: string;
  body: string;
}

export interface ServiceTable {
  id: string;
  matterId: string;
  proceedingId: string;
  document: string;
  partyId: string | null;
  onWhom: string;
  method: string;
  servedOn: string | null;
  proof: string | null;
  notes: string | null;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface SettingTable {
  id: string;
  value: string;
}

export interface TaskTable {
  id: string;
  matterId: string;
  proceedingId: string | null;
  title: string;
  dueOn: string | null;
  doneOn: string | null;
  notes: string | null;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface UnsavedEditTable {
  id: string;
  matterId: string | null;
  form: string;
  recordId: string | null;
  content: string;
  keptAt: string;
}

export interface UserPackTable {
  id: string;
  fileName: string;
  files: string;
  enabled: number;
  installedAt: string;
}

export interface Schema {
  annexure: AnnexureTable;
  auditEntry: AuditEntryTable;
  blob: BlobTable;
  bundle: BundleTable;
  bundleItem: BundleItemTable;
  bundleSection: BundleSectionTable;
  bundleVersion: BundleVersionTable;
  certifiedCopy: CertifiedCopyTable;
  change: ChangeTable;
  command: CommandTable;
  conflictDecision: ConflictDecisionTable;
  courtOrder: CourtOrderTable;
  custodyEntry: CustodyEntryTable;
  deadline: DeadlineTable;
  draft: DraftTable;
  draftVersion: DraftVersionTable;
  exhibit: ExhibitTable;
  exhibitFile: ExhibitFileTable;
  exhibitMark: ExhibitMarkTable;
  exhibitText: ExhibitTextTable;
  fact: FactTable;
  factSource: FactSourceTable;
  filing: FilingTable;
  findingWaiver: FindingWaiverTable;
  hearing: HearingTable;
  indexedText: IndexedTextTable;
  issue: IssueTable;
  issueFinding: IssueFindingTable;
  issuePoint: IssuePointTable;
  matter: MatterTable;
  meta: MetaTable;
  objection: ObjectionTable;
  party: PartyTable;
  partyAlias: PartyAliasTable;
  payment: PaymentTable;
  pointEvidence: PointEvidenceTable;
  proceeding: ProceedingTable;
  proceedingLink: ProceedingLinkTable;
  proceedingParty: ProceedingPartyTable;
  publicClaim: PublicClaimTable;
  redactedFile: RedactedFileTable;
  redactionMark: RedactionMarkTable;
  search: SearchTable;
  service: ServiceTable;
  setting: SettingTable;
  task: TaskTable;
  unsavedEdit: UnsavedEditTable;
  userPack: UserPackTable;
}
