/**
 * Packs that the user installed, redaction marks and the redacted copies made from them, how a bundle's pages lie, and
 * edits that were not yet saved when the vault was locked. Frozen once released; nothing is imported here.
 */
const flag = (column: string) => `CHECK (${column} IN (0, 1))`;
const own = 'matter_id TEXT NOT NULL REFERENCES matter(id) ON DELETE CASCADE';

export const sql = `
CREATE INDEX hearing_matter ON hearing(matter_id, date);

-- A pack as its author wrote it, which adds to the packs of the program or amends one. Its files are a JSON array of
-- {file, text}; file_name is what it was read from.
CREATE TABLE user_pack (
  id TEXT PRIMARY KEY, file_name TEXT NOT NULL, files TEXT NOT NULL, enabled INTEGER NOT NULL ${flag('enabled')},
  installed_at TEXT NOT NULL
) STRICT;

-- An area of a page to be redacted: points of the page as it is seen, upright, from the top left of its crop box.
CREATE TABLE redaction_mark (
  id TEXT PRIMARY KEY, ${own}, file_id TEXT NOT NULL REFERENCES exhibit_file(id) ON DELETE CASCADE,
  page INTEGER NOT NULL, left_pt REAL NOT NULL, top_pt REAL NOT NULL, width_pt REAL NOT NULL, height_pt REAL NOT NULL,
  term TEXT, reason TEXT, created_at TEXT NOT NULL
) STRICT;
CREATE INDEX redaction_mark_file ON redaction_mark(file_id, page);

-- The redacted copy of a file; the file itself stays as it came.
CREATE TABLE redacted_file (
  id TEXT PRIMARY KEY, ${own}, file_id TEXT NOT NULL REFERENCES exhibit_file(id) ON DELETE CASCADE,
  blob_id TEXT NOT NULL REFERENCES blob(id), sha256 TEXT NOT NULL, size INTEGER NOT NULL, pages INTEGER NOT NULL,
  marks INTEGER NOT NULL, made_at TEXT NOT NULL, report TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX redacted_file_once ON redacted_file(file_id);
CREATE INDEX redacted_file_blob ON redacted_file(blob_id);

-- The service of a paper that a deadline runs from, so that it moves with it.
ALTER TABLE deadline ADD COLUMN service_id TEXT REFERENCES service(id) ON DELETE SET NULL;
CREATE INDEX deadline_service ON deadline(service_id);

-- A bundle item's turn in degrees beside that of its pages, and whether it came after the bundle had been served.
ALTER TABLE bundle_item ADD COLUMN turn INTEGER NOT NULL DEFAULT 0 CHECK (turn IN (0, 90, 180, 270));
ALTER TABLE bundle_item ADD COLUMN late INTEGER NOT NULL DEFAULT 0 ${flag('late')};

-- What stood in a form when the vault was locked, offered again after the next unlocking.
CREATE TABLE unsaved_edit (
  id TEXT PRIMARY KEY, matter_id TEXT REFERENCES matter(id) ON DELETE CASCADE, form TEXT NOT NULL, record_id TEXT,
  content TEXT NOT NULL, kept_at TEXT NOT NULL
) STRICT;
`;
