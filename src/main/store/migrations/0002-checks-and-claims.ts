/**
 * Waivers of filing-check findings, and public claims beside what the record showed. Frozen once released; nothing is
 * imported here.
 */
const day = (column: string) =>
  `CHECK (${column} IS NULL OR ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;
const own = 'matter_id TEXT NOT NULL REFERENCES matter(id) ON DELETE CASCADE';

export const sql = `
-- A finding that the advocate lets stand, with the reason. A finding is known by its check and, of several, its subject.
CREATE TABLE finding_waiver (
  id TEXT PRIMARY KEY, ${own}, proceeding_id TEXT NOT NULL REFERENCES proceeding(id) ON DELETE CASCADE,
  finding TEXT NOT NULL, reason TEXT NOT NULL, waived_on TEXT NOT NULL ${day('waived_on')}
) STRICT;
CREATE UNIQUE INDEX finding_waiver_once ON finding_waiver(proceeding_id, finding);

-- What somebody said in public of a case: who, where, when, and the exact words.
CREATE TABLE public_claim (
  id TEXT PRIMARY KEY, ${own}, said_by TEXT NOT NULL, place TEXT NOT NULL, said_on TEXT NOT NULL ${day('said_on')},
  words TEXT NOT NULL, proceeding_id TEXT REFERENCES proceeding(id) ON DELETE SET NULL, exhibit_id TEXT, pin TEXT,
  notes TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX public_claim_matter ON public_claim(matter_id, said_on);
`;
