import type { Connection } from './connection.ts';

interface Indexed {
  title?: string;
  body: string[];
  /** The column with the page, where the text is one page of a file. */
  page?: string;
}

/** What the search index holds of each table: its heading and its text. */
const INDEXED: Record<string, Indexed> = {
  matter: { title: 'title', body: ['reference', 'title_native', 'summary', 'organisation', 'notes'] },
  party: {
    title: 'name',
    body: ['name_native', 'pseudonym', 'parentage', 'id_number', 'occupation', 'organisation', 'notes'],
  },
  proceeding: { title: 'number_text', body: ['forum_name', 'title', 'stage', 'bench', 'relief', 'notes'] },
  hearing: { title: 'purpose', body: ['what_happened', 'bench', 'adjournment_reason', 'next_purpose'] },
  court_order: { title: 'summary', body: ['detail', 'judge'] },
  issue: { title: 'title', body: ['notes'] },
  issue_point: { title: 'title', body: ['ours', 'theirs'] },
  fact: { title: 'text', body: ['place', 'witnesses', 'effect', 'notes'] },
  exhibit: { title: 'title', body: ['source', 'account', 'url', 'description', 'transcript', 'notes'] },
  exhibit_text: { body: ['text'], page: 'page' },
  draft: { title: 'title', body: ['notes'] },
  bundle: { title: 'title', body: ['notes'] },
  task: { title: 'title', body: ['notes'] },
  deadline: { title: 'title', body: ['citation', 'notes'] },
};

/**
 * The form in which text is indexed and sought: one spelling for letters that Urdu and Arabic keyboards type
 * differently, no marks of direction, no vowel signs. What is stored stays as it was typed.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200c-\u200f\u202a-\u202e\u2066-\u2069\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[هۀة]/g, 'ہ')
    .replace(/[أإٱ]/g, 'ا')
    .replace(/ؤ/g, 'و');
}

/** Brings the index entries of the given rows up to date, inside the open transaction. */
export function reindex(db: Connection, rows: Iterable<readonly [table: string, id: string]>) {
  const find = db.prepare('SELECT id FROM indexed_text WHERE record_id = ? AND kind = ?').pluck();
  const unlist = db.prepare('DELETE FROM indexed_text WHERE id = ?');
  const remove = db.prepare('DELETE FROM search WHERE rowid = ?');
  const list = db.prepare('INSERT INTO indexed_text (kind, record_id, matter_id, page) VALUES (?, ?, ?, ?)');
  const insert = db.prepare('INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)');
  for (const [table, id] of rows) {
    const spec = INDEXED[table];
    if (!spec) continue;
    const old = find.get(id, table) as number | undefined;
    if (old !== undefined) {
      remove.run(old);
      unlist.run(old);
    }
    const row = db.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as
      | Record<string, string | number | null>
      | undefined;
    if (!row || row.deleted_at) continue;
    const fold = (name: string) => foldForSearch(String(row[name] ?? ''));
    const { lastInsertRowid } = list.run(
      table,
      id,
      table === 'matter' ? id : row.matter_id,
      spec.page ? row[spec.page] : null,
    );
    insert.run(lastInsertRowid, spec.title ? fold(spec.title) : '', spec.body.map(fold).filter(Boolean).join('\n'));
  }
}
