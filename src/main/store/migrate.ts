import { problem } from '#shared/problem.ts';
import type { Connection } from './connection.ts';
import { sql as initial } from './migrations/0001-initial.ts';
import { sql as checksAndClaims } from './migrations/0002-checks-and-claims.ts';
import { sql as packsMarksAndDraftsInHand } from './migrations/0003-packs-marks-and-drafts-in-hand.ts';

/** All migrations in their order: the n-th brings a vault from version n−1 to version n. */
export const MIGRATIONS: readonly string[] = [initial, checksAndClaims, packsMarksAndDraftsInHand];

/**
 * Brings a database up to the newest schema, in one transaction.
 * @throws ProblemError `schema-newer` where the vault was written by a later Misl
 */
export function migrate(db: Connection, migrations: readonly string[] = MIGRATIONS) {
  const from = db.pragma('user_version', { simple: true }) as number;
  if (from > migrations.length) {
    throw problem(
      'schema-newer',
      `This vault was written by a newer Misl (database version ${from}; this program knows ${migrations.length}). Nothing was changed.`,
      { hint: 'Open it with that newer version.' },
    );
  }
  if (from === migrations.length) return;
  db.transaction(() => {
    for (const sql of migrations.slice(from)) db.exec(sql);
    db.pragma(`user_version=${migrations.length}`);
  }).immediate();
}
