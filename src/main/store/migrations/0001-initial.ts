/**
 * The first schema. Frozen once released: a change is a new migration, and nothing is imported here, so that no later
 * edit elsewhere can alter what an old vault was brought up to.
 *
 * Conventions: ids are UUIDv7; `*_on` and other plain dates are `YYYY-MM-DD`, `*_at` are UTC instants; money is in
 * minor units; a row with `deleted_at` lies in the bin; every case row names its matter.
 */
const day = (column: string) =>
  `CHECK (${column} IS NULL OR ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;
const flag = (column: string) => `CHECK (${column} IN (0, 1))`;
const own = 'matter_id TEXT NOT NULL REFERENCES matter(id) ON DELETE CASCADE';
const stamps = 'created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT';

export const sql = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE setting (id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE blob (
  id TEXT PRIMARY KEY, dedup BLOB NOT NULL UNIQUE, sha256 TEXT NOT NULL, size INTEGER NOT NULL, chunks INTEGER NOT NULL,
  mime TEXT NOT NULL, created_at TEXT NOT NULL
) STRICT;

CREATE TABLE audit_entry (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, entity TEXT, entity_id TEXT,
  matter_id TEXT, detail TEXT, prev_mac BLOB NOT NULL, mac BLOB NOT NULL
) STRICT;
CREATE INDEX audit_matter ON audit_entry(matter_id, seq);

-- What undo needs: one row for each command, and one for each row that it changed.
CREATE TABLE command (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL, matter_id TEXT, undoable INTEGER NOT NULL ${flag('undoable')},
  undoes TEXT REFERENCES command(id) ON DELETE CASCADE, undone_by TEXT
) STRICT;
CREATE TABLE change (
  id INTEGER PRIMARY KEY, command_id TEXT NOT NULL REFERENCES command(id) ON DELETE CASCADE, tbl TEXT NOT NULL,
  row_id TEXT NOT NULL, op TEXT NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE INDEX change_command ON change(command_id);
CREATE INDEX change_row ON change(tbl, row_id);

CREATE TABLE matter (
  id TEXT PRIMARY KEY, reference TEXT NOT NULL, title TEXT NOT NULL, title_native TEXT, client_role TEXT NOT NULL,
  pack TEXT NOT NULL, kind TEXT, summary TEXT, organisation TEXT, incident_from TEXT ${day('incident_from')},
  incident_to TEXT ${day('incident_to')}, opened_on TEXT NOT NULL ${day('opened_on')},
  closed_on TEXT ${day('closed_on')}, is_sample INTEGER NOT NULL DEFAULT 0 ${flag('is_sample')}, notes TEXT, ${stamps}
) STRICT;
CREATE UNIQUE INDEX matter_reference ON matter(reference);

CREATE TABLE party (
  id TEXT PRIMARY KEY, ${own}, role TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, name_native TEXT,
  is_client INTEGER NOT NULL DEFAULT 0 ${flag('is_client')}, side TEXT NOT NULL, parentage TEXT, id_number TEXT,
  occupation TEXT, status TEXT, organisation TEXT, address TEXT, phone TEXT, email TEXT, counsel TEXT,
  protected INTEGER NOT NULL DEFAULT 0 ${flag('protected')}, pseudonym TEXT,
  court_sees TEXT NOT NULL DEFAULT 'name', other_side_sees TEXT NOT NULL DEFAULT 'name',
  public_sees TEXT NOT NULL DEFAULT 'name', died_on TEXT ${day('died_on')}, notes TEXT,
  position INTEGER NOT NULL DEFAULT 0, ${stamps}
) STRICT;
CREATE INDEX party_matter ON party(matter_id);
CREATE TABLE party_alias (
  id TEXT PRIMARY KEY, ${own}, party_id TEXT NOT NULL REFERENCES party(id) ON DELETE CASCADE, name TEXT NOT NULL
) STRICT;
CREATE INDEX party_alias_party ON party_alias(party_id);
CREATE TABLE conflict_decision (
  id TEXT PRIMARY KEY, ${own}, party_id TEXT NOT NULL REFERENCES party(id) ON DELETE CASCADE, other_party_id TEXT NOT NULL,
  verdict TEXT NOT NULL, reason TEXT, decided_at TEXT NOT NULL
) STRICT;

CREATE TABLE proceeding (
  id TEXT PRIMARY KEY, ${own}, forum TEXT NOT NULL, forum_name TEXT NOT NULL, seat TEXT, type TEXT NOT NULL,
  number_text TEXT, year INTEGER, side TEXT NOT NULL, our_role TEXT, title TEXT, stage TEXT, bench TEXT, provision TEXT,
  filed_on TEXT ${day('filed_on')}, relief TEXT, notes TEXT, position INTEGER NOT NULL DEFAULT 0, ${stamps}
) STRICT;
CREATE INDEX proceeding_matter ON proceeding(matter_id);
CREATE INDEX proceeding_number ON proceeding(number_text);
CREATE TABLE proceeding_link (
  id TEXT PRIMARY KEY, ${own}, from_id TEXT NOT NULL REFERENCES proceeding(id) ON DELETE CASCADE, kind TEXT NOT NULL,
  to_id TEXT NOT NULL REFERENCES proceeding(id) ON DELETE CASCADE, order_id TEXT
) STRICT;
CREATE UNIQUE INDEX proceeding_link_once ON proceeding_link(from_id, kind, to_id);
CREATE TABLE proceeding_party (
  id TEXT PRIMARY KEY, ${own}, proceeding_id TEXT NOT NULL REFERENCES proceeding(id) ON DELETE CASCADE,
  party_id TEXT NOT NULL REFERENCES party(id) ON DELETE CASCADE, role TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX proceeding_party_once ON proceeding_party(proceeding_id, party_id);

CREATE TABLE filing (
  id TEXT PRIMARY KEY, ${own}, proceeding_id TEXT NOT NULL REFERENCES proceeding(id) ON DELETE CASCADE,
  title TEXT NOT NULL, filed_on TEXT ${day('filed_on')}, diary_number TEXT, by_side TEXT NOT NULL, draft_id TEXT,
  court_fee_minor INTEGER, fee_receipt TEXT, copies INTEGER, notes TEXT, ${stamps}
) STRICT;
CREATE INDEX filing_proceeding ON filing(proceeding_id);
CREATE TABLE objection (
  id TEXT PRIMARY KEY, ${own}, filing_id TEXT NOT NULL REFERENCES filing(id) ON DELETE CASCADE, text TEXT NOT NULL,
  raised_on TEXT ${day('raised_on')}, cure TEXT, cure_by TEXT ${day('cure_by')}, cured_on TEXT ${day('cured_on')},
  ${stamps}
) STRICT;
CREATE INDEX objection_filing ON objection(filing_id);
CREATE TABLE service (
  id TEXT PRIMARY KEY, ${own}, proceeding_id TEXT NOT NULL REFERENCES proceeding(id) ON DELETE CASCADE,
  document TEXT NOT NULL, party_id TEXT REFERENCES party(id) ON DELETE SET NULL, on_whom TEXT NOT NULL,
  method TEXT NOT NULL, served_on TEXT ${day('served_on')}, proof TEXT, notes TEXT, ${stamps}
) STRICT;
CREATE INDEX service_proceeding ON service(proceeding_id);

CREATE TABLE hearing (
  id TEXT PRIMARY KEY, ${own}, proceeding_id TEXT NOT NULL REFERENCES proceeding(id) ON DELETE CASCADE,
  date TEXT NOT NULL ${day('date')}, time TEXT, room TEXT, bench TEXT, purpose TEXT, outcome TEXT, what_happened TEXT,
  adjourned_by TEXT, adjournment_reason TEXT, next_on TEXT ${day('next_on')}, next_purpose TEXT, prepared TEXT, ${stamps}
) STRICT;
CREATE INDEX hearing_date ON hearing(date);
CREATE INDEX hearing_proceeding ON hearing(proceeding_id, date);

CREATE TABLE court_order (
  id TEXT PRIMARY KEY, ${own}, proceeding_id TEXT NOT NULL REFERENCES proceeding(id) ON DELETE CASCADE,
  hearing_id TEXT REFERENCES hearing(id) ON DELETE SET NULL, date TEXT NOT NULL ${day('date')}, kind TEXT NOT NULL,
  summary TEXT, judge TEXT, communicated_on TEXT ${day('communicated_on')},
  disposal TEXT, ground TEXT, merits TEXT, finality TEXT, effect TEXT, detail TEXT, favours TEXT,
  interim_kind TEXT, interim_until TEXT ${day('interim_until')}, interim_ended_on TEXT ${day('interim_ended_on')},
  costs_minor INTEGER, exhibit_id TEXT, ${stamps}
) STRICT;
CREATE INDEX court_order_proceeding ON court_order(proceeding_id, date);
CREATE TABLE certified_copy (
  id TEXT PRIMARY KEY, ${own}, order_id TEXT NOT NULL REFERENCES court_order(id) ON DELETE CASCADE,
  document TEXT NOT NULL, applied_on TEXT ${day('applied_on')}, ready_on TEXT ${day('ready_on')},
  collected_on TEXT ${day('collected_on')}, fee_minor INTEGER, notes TEXT, ${stamps}
) STRICT;
CREATE INDEX certified_copy_order ON certified_copy(order_id);

CREATE TABLE deadline (
  id TEXT PRIMARY KEY, ${own}, proceeding_id TEXT REFERENCES proceeding(id) ON DELETE CASCADE,
  order_id TEXT REFERENCES court_order(id) ON DELETE SET NULL, title TEXT NOT NULL, pack TEXT, rule TEXT, remedy TEXT,
  trigger_on TEXT ${day('trigger_on')}, inputs TEXT, nominal TEXT, due_on TEXT ${day('due_on')},
  safe_on TEXT ${day('safe_on')}, latest_on TEXT ${day('latest_on')}, citation TEXT, confidence TEXT,
  override_on TEXT ${day('override_on')}, override_reason TEXT, state TEXT NOT NULL DEFAULT 'open',
  done_on TEXT ${day('done_on')}, notes TEXT, ${stamps}
) STRICT;
CREATE INDEX deadline_due ON deadline(due_on);
CREATE INDEX deadline_matter ON deadline(matter_id);
CREATE TABLE task (
  id TEXT PRIMARY KEY, ${own}, proceeding_id TEXT REFERENCES proceeding(id) ON DELETE CASCADE, title TEXT NOT NULL,
  due_on TEXT ${day('due_on')}, done_on TEXT ${day('done_on')}, notes TEXT, ${stamps}
) STRICT;
CREATE INDEX task_due ON task(due_on);
CREATE TABLE payment (
  id TEXT PRIMARY KEY, ${own}, proceeding_id TEXT REFERENCES proceeding(id) ON DELETE CASCADE, kind TEXT NOT NULL,
  title TEXT NOT NULL, amount_minor INTEGER NOT NULL, currency TEXT NOT NULL, paid_on TEXT ${day('paid_on')},
  receipt TEXT, notes TEXT, ${stamps}
) STRICT;
CREATE INDEX payment_matter ON payment(matter_id);

CREATE TABLE issue (
  id TEXT PRIMARY KEY, ${own}, number INTEGER NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, notes TEXT,
  position INTEGER NOT NULL DEFAULT 0, ${stamps}
) STRICT;
CREATE INDEX issue_matter ON issue(matter_id);
CREATE TABLE issue_point (
  id TEXT PRIMARY KEY, ${own}, issue_id TEXT NOT NULL REFERENCES issue(id) ON DELETE CASCADE, title TEXT NOT NULL,
  ours TEXT, ours_source TEXT, theirs TEXT, theirs_source TEXT, stance TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX issue_point_issue ON issue_point(issue_id);
CREATE TABLE point_evidence (
  id TEXT PRIMARY KEY, ${own}, point_id TEXT NOT NULL REFERENCES issue_point(id) ON DELETE CASCADE,
  exhibit_id TEXT NOT NULL, account TEXT NOT NULL, bearing TEXT NOT NULL, pin TEXT, note TEXT
) STRICT;
CREATE INDEX point_evidence_point ON point_evidence(point_id);
CREATE INDEX point_evidence_exhibit ON point_evidence(exhibit_id);
CREATE TABLE issue_finding (
  id TEXT PRIMARY KEY, ${own}, issue_id TEXT NOT NULL REFERENCES issue(id) ON DELETE CASCADE,
  proceeding_id TEXT REFERENCES proceeding(id) ON DELETE SET NULL,
  order_id TEXT REFERENCES court_order(id) ON DELETE SET NULL, result TEXT NOT NULL, text TEXT
) STRICT;
CREATE INDEX issue_finding_issue ON issue_finding(issue_id);

CREATE TABLE fact (
  id TEXT PRIMARY KEY, ${own}, text TEXT NOT NULL, precision TEXT NOT NULL, date TEXT ${day('date')}, time TEXT,
  date_to TEXT ${day('date_to')}, place TEXT, state TEXT NOT NULL, side TEXT, issue_id TEXT REFERENCES issue(id) ON DELETE SET NULL,
  is_incident INTEGER NOT NULL DEFAULT 0 ${flag('is_incident')}, witnesses TEXT, effect TEXT, notes TEXT, ${stamps}
) STRICT;
CREATE INDEX fact_matter ON fact(matter_id, date);
CREATE TABLE fact_source (
  id TEXT PRIMARY KEY, ${own}, fact_id TEXT NOT NULL REFERENCES fact(id) ON DELETE CASCADE, exhibit_id TEXT,
  order_id TEXT REFERENCES court_order(id) ON DELETE SET NULL, pin TEXT, note TEXT
) STRICT;
CREATE INDEX fact_source_fact ON fact_source(fact_id);

CREATE TABLE exhibit (
  id TEXT PRIMARY KEY, ${own}, number INTEGER NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, source TEXT,
  made_on TEXT ${day('made_on')}, made_precision TEXT, acquired_on TEXT ${day('acquired_on')}, captured_at TEXT,
  url TEXT, account TEXT, custodian TEXT, privilege TEXT NOT NULL DEFAULT 'none', description TEXT, transcript TEXT,
  notes TEXT, ${stamps}
) STRICT;
CREATE INDEX exhibit_matter ON exhibit(matter_id, number);
CREATE TABLE exhibit_file (
  id TEXT PRIMARY KEY, ${own}, exhibit_id TEXT NOT NULL REFERENCES exhibit(id) ON DELETE CASCADE,
  blob_id TEXT NOT NULL REFERENCES blob(id), name TEXT NOT NULL, mime TEXT NOT NULL, kind TEXT NOT NULL,
  size INTEGER NOT NULL, sha256 TEXT NOT NULL, pages INTEGER, text_state TEXT NOT NULL DEFAULT 'none', problems TEXT,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX exhibit_file_exhibit ON exhibit_file(exhibit_id);
CREATE INDEX exhibit_file_blob ON exhibit_file(blob_id);
CREATE TABLE exhibit_text (
  id TEXT PRIMARY KEY, ${own}, file_id TEXT NOT NULL REFERENCES exhibit_file(id) ON DELETE CASCADE,
  page INTEGER NOT NULL, origin TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX exhibit_text_page ON exhibit_text(file_id, page);
CREATE TABLE exhibit_mark (
  id TEXT PRIMARY KEY, ${own}, exhibit_id TEXT NOT NULL REFERENCES exhibit(id) ON DELETE CASCADE,
  proceeding_id TEXT NOT NULL REFERENCES proceeding(id) ON DELETE CASCADE, mark TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX exhibit_mark_once ON exhibit_mark(exhibit_id, proceeding_id);
CREATE TABLE custody_entry (
  id TEXT PRIMARY KEY, ${own}, exhibit_id TEXT NOT NULL REFERENCES exhibit(id) ON DELETE CASCADE, at TEXT NOT NULL,
  step TEXT NOT NULL, by_whom TEXT, note TEXT, sha256 TEXT
) STRICT;
CREATE INDEX custody_entry_exhibit ON custody_entry(exhibit_id, at);

CREATE TABLE draft (
  id TEXT PRIMARY KEY, ${own}, proceeding_id TEXT REFERENCES proceeding(id) ON DELETE SET NULL, template TEXT NOT NULL,
  title TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'draft', audience TEXT NOT NULL DEFAULT 'court', form TEXT NOT NULL DEFAULT '{}',
  signed_on TEXT ${day('signed_on')}, filed_on TEXT ${day('filed_on')}, served_on TEXT ${day('served_on')}, notes TEXT, ${stamps}
) STRICT;
CREATE INDEX draft_matter ON draft(matter_id);
CREATE TABLE draft_version (
  id TEXT PRIMARY KEY, ${own}, draft_id TEXT NOT NULL REFERENCES draft(id) ON DELETE CASCADE, number INTEGER NOT NULL,
  at TEXT NOT NULL, note TEXT, form TEXT NOT NULL, blob_id TEXT REFERENCES blob(id), blanks INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX draft_version_number ON draft_version(draft_id, number);
CREATE TABLE annexure (
  id TEXT PRIMARY KEY, ${own}, draft_id TEXT NOT NULL REFERENCES draft(id) ON DELETE CASCADE,
  exhibit_id TEXT, order_id TEXT, title TEXT, position INTEGER NOT NULL
) STRICT;
CREATE INDEX annexure_draft ON annexure(draft_id);

CREATE TABLE bundle (
  id TEXT PRIMARY KEY, ${own}, proceeding_id TEXT REFERENCES proceeding(id) ON DELETE SET NULL, title TEXT NOT NULL,
  profile TEXT NOT NULL, audience TEXT NOT NULL DEFAULT 'court', hearing_on TEXT ${day('hearing_on')}, notes TEXT, ${stamps}
) STRICT;
CREATE INDEX bundle_matter ON bundle(matter_id);
CREATE TABLE bundle_section (
  id TEXT PRIMARY KEY, ${own}, bundle_id TEXT NOT NULL REFERENCES bundle(id) ON DELETE CASCADE, title TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX bundle_section_bundle ON bundle_section(bundle_id);
CREATE TABLE bundle_item (
  id TEXT PRIMARY KEY, ${own}, bundle_id TEXT NOT NULL REFERENCES bundle(id) ON DELETE CASCADE,
  section_id TEXT NOT NULL REFERENCES bundle_section(id) ON DELETE CASCADE, kind TEXT NOT NULL,
  exhibit_id TEXT, file_id TEXT, order_id TEXT, draft_id TEXT, title TEXT, date TEXT ${day('date')}, pages TEXT,
  agreed TEXT, position INTEGER NOT NULL
) STRICT;
CREATE INDEX bundle_item_section ON bundle_item(section_id);
CREATE TABLE bundle_version (
  id TEXT PRIMARY KEY, ${own}, bundle_id TEXT NOT NULL REFERENCES bundle(id) ON DELETE CASCADE, number INTEGER NOT NULL,
  at TEXT NOT NULL, served_on TEXT ${day('served_on')}, blob_id TEXT REFERENCES blob(id), pages INTEGER NOT NULL,
  sha256 TEXT NOT NULL, manifest TEXT NOT NULL, note TEXT
) STRICT;
CREATE UNIQUE INDEX bundle_version_number ON bundle_version(bundle_id, number);

-- The index has the text, this table says whose it is: FTS5 can't look up by anything but its rowid.
CREATE TABLE indexed_text (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, record_id TEXT NOT NULL, matter_id TEXT, page INTEGER
) STRICT;
CREATE UNIQUE INDEX indexed_text_record ON indexed_text(record_id, kind);
CREATE VIRTUAL TABLE search USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO search(search, rank) VALUES ('secure-delete', 1);
`;
