import type { ReadDb } from '#main/store/database.ts';
import { type Audience, isHiddenFrom } from '#shared/domain/leakcheck/audience.ts';
import { standIns } from '#shared/domain/leakcheck/stand-ins.ts';

/**
 * What these readers read in the place of a matter's text, or of that of several: each name that is kept from them by
 * its pseudonym. Records in the bin count: what was protected stays so.
 */
export async function readAs(
  db: ReadDb,
  matterIds: string | readonly string[],
  audience: string,
): Promise<(text: string) => string> {
  const ids = typeof matterIds === 'string' ? [matterIds] : [...matterIds];
  if (ids.length === 0) return (text) => text;
  const rows = await db.selectFrom('party').selectAll().where('matterId', 'in', ids).execute();
  const aliases = await db.selectFrom('partyAlias').select(['partyId', 'name']).where('matterId', 'in', ids).execute();
  const parties = rows.map((party) => ({
    ...party,
    isProtected: party.protected === 1,
    aliases: aliases.filter(({ partyId }) => partyId === party.id).map(({ name }) => name),
  }));
  const hidden = parties.filter((party) => isHiddenFrom(party, audience as Audience));
  const open = parties.filter((party) => !hidden.includes(party));
  return standIns(hidden, open);
}
