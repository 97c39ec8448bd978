// Made by scripts/schema.ts from the migrations: change those, not this.
import type { Generated } from 'kysely';

export interface AnnexureTable {
  id: string;
  matter_id: string;
  draft_id: string;
  exhibit_id: string | null;
  order_id: string | null;
  title: string | null;
  position: number;
}

export interface AuditEntryTable {
  seq: Generated<number>;
  at: string;
  actor: string;
  action: string;
  entity: string | null;
  entity_id: string | null;
  matter_id: string | null;
  detail: string | null;
  prev_mac: Buffer;
  mac: Buffer;
}

export interface BlobTable {
  id: string;
  dedup: Buffer;
  sha256: string;
  size: number;
  chunks: number;
  mime: string;
  created_at: string;
}

export interface BundleTable {
  id: string;
  matter_id: string;
  proceeding_id: string | null;
  title: string;
  profile: string;
  audience: Generated<string>;
  hearing_on: string | null;
  notes: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface BundleItemTable {
  id: string;
  matter_id: string;
  bundle_id: string;
  section_id: string;
  kind: string;
  exhibit_id: string | null;
  file_id: string | null;
  order_id: string | null;
  draft_id: string | null;
  title: string | null;
  date: string | null;
  pages: string | null;
  agreed: string | null;
  position: number;
}

export interface BundleSectionTable {
  id: string;
  matter_id: string;
  bundle_id: string;
  title: string;
  position: number;
}

export interface BundleVersionTable {
  id: string;
  matter_id: string;
  bundle_id: string;
  number: number;
  at: string;
  served_on: string | null;
  blob_id: string | null;
  pages: number;
  sha256: string;
  manifest: string;
  note: string | null;
}

export interface CertifiedCopyTable {
  id: string;
  matter_id: string;
  order_id: string;
  document: string;
  applied_on: string | null;
  ready_on: string | null;
  collected_on: string | null;
  fee_minor: number | null;
  notes: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface ChangeTable {
  id: Generated<number>;
  command_id: string;
  tbl: string;
  row_id: string;
  op: string;
  before: string | null;
  after: string | null;
}

export interface CommandTable {
  id: string;
  name: string;
  at: string;
  matter_id: string | null;
  undoable: number;
  undoes: string | null;
  undone_by: string | null;
}

export interface ConflictDecisionTable {
  id: string;
  matter_id: string;
  party_id: string;
  other_party_id: string;
  verdict: string;
  reason: string | null;
  decided_at: string;
}

export interface CourtOrderTable {
  id: string;
  matter_id: string;
  proceeding_id: string;
  hearing_id: string | null;
  date: string;
  kind: string;
  summary: string | null;
  judge: string | null;
  communicated_on: string | null;
  disposal: string | null;
  ground: string | null;
  merits: string | null;
  finality: string | null;
  effect: string | null;
  detail: string | null;
  favours: string | null;
  interim_kind: string | null;
  interim_until: string | null;
  interim_ended_on: string | null;
  costs_minor: number | null;
  exhibit_id: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface CustodyEntryTable {
  id: string;
  matter_id: string;
  exhibit_id: string;
  at: string;
  step: string;
  by_whom: string | null;
  note: string | null;
  sha256: string | null;
}

export interface DeadlineTable {
  id: string;
  matter_id: string;
  proceeding_id: string | null;
  order_id: string | null;
  title: string;
  pack: string | null;
  rule: string | null;
  remedy: string | null;
  trigger_on: string | null;
  inputs: string | null;
  nominal: string | null;
  due_on: string | null;
  safe_on: string | null;
  latest_on: string | null;
  citation: string | null;
  confidence: string | null;
  override_on: string | null;
  override_reason: string | null;
  state: Generated<string>;
  done_on: string | null;
  notes: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface DraftTable {
  id: string;
  matter_id: string;
  proceeding_id: string | null;
  template: string;
  title: string;
  state: Generated<string>;
  audience: Generated<string>;
  form: Generated<string>;
  signed_on: string | null;
  filed_on: string | null;
  served_on: string | null;
  notes: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface DraftVersionTable {
  id: string;
  matter_id: string;
  draft_id: string;
  number: number;
  at: string;
  note: string | null;
  form: string;
  blob_id: string | null;
  blanks: Generated<number>;
}

export interface ExhibitTable {
  id: string;
  matter_id: string;
  number: number;
  title: string;
  kind: string;
  source: string | null;
  made_on: string | null;
  made_precision: string | null;
  acquired_on: string | null;
  captured_at: string | null;
  url: string | null;
  account: string | null;
  custodian: string | null;
  privilege: Generated<string>;
  description: string | null;
  transcript: string | null;
  notes: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface ExhibitFileTable {
  id: string;
  matter_id: string;
  exhibit_id: string;
  blob_id: string;
  name: string;
  mime: string;
  kind: string;
  size: number;
  sha256: string;
  pages: number | null;
  text_state: Generated<string>;
  problems: string | null;
  position: Generated<number>;
}

export interface ExhibitMarkTable {
  id: string;
  matter_id: string;
  exhibit_id: string;
  proceeding_id: string;
  mark: string;
}

export interface ExhibitTextTable {
  id: string;
  matter_id: string;
  file_id: string;
  page: number;
  origin: string;
  text: string;
}

export interface FactTable {
  id: string;
  matter_id: string;
  text: string;
  precision: string;
  date: string | null;
  time: string | null;
  date_to: string | null;
  place: string | null;
  state: string;
  side: string | null;
  issue_id: string | null;
  is_incident: Generated<number>;
  witnesses: string | null;
  effect: string | null;
  notes: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface FactSourceTable {
  id: string;
  matter_id: string;
  fact_id: string;
  exhibit_id: string | null;
  order_id: string | null;
  pin: string | null;
  note: string | null;
}

export interface FilingTable {
  id: string;
  matter_id: string;
  proceeding_id: string;
  title: string;
  filed_on: string | null;
  diary_number: string | null;
  by_side: string;
  draft_id: string | null;
  court_fee_minor: number | null;
  fee_receipt: string | null;
  copies: number | null;
  notes: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface HearingTable {
  id: string;
  matter_id: string;
  proceeding_id: string;
  date: string;
  time: string | null;
  room: string | null;
  bench: string | null;
  purpose: string | null;
  outcome: string | null;
  what_happened: string | null;
  adjourned_by: string | null;
  adjournment_reason: string | null;
  next_on: string | null;
  next_purpose: string | null;
  prepared: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface IndexedTextTable {
  id: Generated<number>;
  kind: string;
  record_id: string;
  matter_id: string | null;
  page: number | null;
}

export interface IssueTable {
  id: string;
  matter_id: string;
  number: number;
  title: string;
  kind: string;
  notes: string | null;
  position: Generated<number>;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface IssueFindingTable {
  id: string;
  matter_id: string;
  issue_id: string;
  proceeding_id: string | null;
  order_id: string | null;
  result: string;
  text: string | null;
}

export interface IssuePointTable {
  id: string;
  matter_id: string;
  issue_id: string;
  title: string;
  ours: string | null;
  ours_source: string | null;
  theirs: string | null;
  theirs_source: string | null;
  stance: string;
  position: Generated<number>;
}

export interface MatterTable {
  id: string;
  reference: string;
  title: string;
  title_native: string | null;
  client_role: string;
  pack: string;
  kind: string | null;
  summary: string | null;
  organisation: string | null;
  incident_from: string | null;
  incident_to: string | null;
  opened_on: string;
  closed_on: string | null;
  is_sample: Generated<number>;
  notes: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface MetaTable {
  key: string;
  value: string;
}

export interface ObjectionTable {
  id: string;
  matter_id: string;
  filing_id: string;
  text: string;
  raised_on: string | null;
  cure: string | null;
  cure_by: string | null;
  cured_on: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface PartyTable {
  id: string;
  matter_id: string;
  role: string;
  kind: string;
  name: string;
  name_native: string | null;
  is_client: Generated<number>;
  side: string;
  parentage: string | null;
  id_number: string | null;
  occupation: string | null;
  status: string | null;
  organisation: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
  counsel: string | null;
  protected: Generated<number>;
  pseudonym: string | null;
  court_sees: Generated<string>;
  other_side_sees: Generated<string>;
  public_sees: Generated<string>;
  died_on: string | null;
  notes: string | null;
  position: Generated<number>;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface PartyAliasTable {
  id: string;
  matter_id: string;
  party_id: string;
  name: string;
}

export interface PaymentTable {
  id: string;
  matter_id: string;
  proceeding_id: string | null;
  kind: string;
  title: string;
  amount_minor: number;
  currency: string;
  paid_on: string | null;
  receipt: string | null;
  notes: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface PointEvidenceTable {
  id: string;
  matter_id: string;
  point_id: string;
  exhibit_id: string;
  account: string;
  bearing: string;
  pin: string | null;
  note: string | null;
}

export interface ProceedingTable {
  id: string;
  matter_id: string;
  forum: string;
  forum_name: string;
  seat: string | null;
  type: string;
  number_text: string | null;
  year: number | null;
  side: string;
  our_role: string | null;
  title: string | null;
  stage: string | null;
  bench: string | null;
  provision: string | null;
  filed_on: string | null;
  relief: string | null;
  notes: string | null;
  position: Generated<number>;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface ProceedingLinkTable {
  id: string;
  matter_id: string;
  from_id: string;
  kind: string;
  to_id: string;
  order_id: string | null;
}

export interface ProceedingPartyTable {
  id: string;
  matter_id: string;
  proceeding_id: string;
  party_id: string;
  role: string;
  position: Generated<number>;
}

export interface SearchTable {
  title: string;
  body: string;
}

export interface ServiceTable {
  id: string;
  matter_id: string;
  proceeding_id: string;
  document: string;
  party_id: string | null;
  on_whom: string;
  method: string;
  served_on: string | null;
  proof: string | null;
  notes: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface SettingTable {
  id: string;
  value: string;
}

export interface TaskTable {
  id: string;
  matter_id: string;
  proceeding_id: string | null;
  title: string;
  due_on: string | null;
  done_on: string | null;
  notes: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface Schema {
  annexure: AnnexureTable;
  audit_entry: AuditEntryTable;
  blob: BlobTable;
  bundle: BundleTable;
  bundle_item: BundleItemTable;
  bundle_section: BundleSectionTable;
  bundle_version: BundleVersionTable;
  certified_copy: CertifiedCopyTable;
  change: ChangeTable;
  command: CommandTable;
  conflict_decision: ConflictDecisionTable;
  court_order: CourtOrderTable;
  custody_entry: CustodyEntryTable;
  deadline: DeadlineTable;
  draft: DraftTable;
  draft_version: DraftVersionTable;
  exhibit: ExhibitTable;
  exhibit_file: ExhibitFileTable;
  exhibit_mark: ExhibitMarkTable;
  exhibit_text: ExhibitTextTable;
  fact: FactTable;
  fact_source: FactSourceTable;
  filing: FilingTable;
  hearing: HearingTable;
  indexed_text: IndexedTextTable;
  issue: IssueTable;
  issue_finding: IssueFindingTable;
  issue_point: IssuePointTable;
  matter: MatterTable;
  meta: MetaTable;
  objection: ObjectionTable;
  party: PartyTable;
  party_alias: PartyAliasTable;
  payment: PaymentTable;
  point_evidence: PointEvidenceTable;
  proceeding: ProceedingTable;
  proceeding_link: ProceedingLinkTable;
  proceeding_party: ProceedingPartyTable;
  search: SearchTable;
  service: ServiceTable;
  setting: SettingTable;
  task: TaskTable;
}
