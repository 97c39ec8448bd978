import { z } from 'zod';
import type { ReadDb } from '#main/store/database.ts';
import type { Audience } from '#shared/domain/leakcheck/audience.ts';
import { type PaperRecord, type PartyRecord, type SecretList, secretsFor } from '#shared/domain/leakcheck/secrets.ts';

/** The most text of open exhibits that is set against that of privileged ones. */
const MOST_KNOWN = 20_000_000;

/** Everything that these readers may not learn, from all matters of the vault; what is in the bin stays secret. */
export async function secretsOf(db: ReadDb, audience: Audience): Promise<{ list: SecretList; known: string[] }> {
  const parties = await partiesOf(db);
  const papers = await papersOf(db);
  const list = secretsFor(audience, parties, papers);
  return { list, known: await knownBeside(db, list.papers) };
}

async function partiesOf(db: ReadDb): Promise<PartyRecord[]> {
  const rows = await db.selectFrom('party').selectAll().execute();
  const aliases = await db.selectFrom('partyAlias').select(['partyId', 'name']).execute();
  const byParty = Map.groupBy(aliases, ({ partyId }) => partyId);
  return rows.map((party) => ({
    ...party,
    isProtected: party.protected === 1,
    aliases: (byParty.get(party.id) ?? []).map(({ name }) => name),
  }));
}

async function papersOf(db: ReadDb): Promise<PaperRecord[]> {
  const exhibits = await db
    .selectFrom('exhibit')
    .select(['id', 'number', 'title', 'privilege'])
    .where('privilege', '!=', 'none')
    .execute();
  const papers: PaperRecord[] = [];
  for (const { id, number, title, privilege } of exhibits) {
    const files = await db
      .selectFrom('exhibitFile')
      .select(['id', 'name', 'sha256'])
      .where('exhibitId', '=', id)
      .execute();
    const text =
      files.length === 0
        ? []
        : await textOf(
            db,
            files.map((file) => file.id),
          );
    papers.push({ id, label: `Exhibit ${number} (${privilege})`, privilege, title, files, text });
  }
  return papers;
}

async function textOf(db: ReadDb, fileIds: string[]): Promise<string[]> {
  const rows = await db.selectFrom('exhibitText').select('text').where('fileId', 'in', fileIds).execute();
  return rows.map(({ text }) => text);
}

/** What the open exhibits of the same matters say and are called. */
async function knownBeside(db: ReadDb, papers: readonly PaperRecord[]): Promise<string[]> {
  if (papers.length === 0) return [];
  const ids = papers.map(({ id }) => id);
  const matters = await db.selectFrom('exhibit').select('matterId').distinct().where('id', 'in', ids).execute();
  const open = await db
    .selectFrom('exhibit')
    .select(['id', 'title'])
    .where(
      'matterId',
      'in',
      matters.map(({ matterId }) => matterId),
    )
    .where('id', 'not in', ids)
    .execute();
  const known = open.map(({ title }) => title);
  let size = 0;
  for (const { id } of open) {
    if (size > MOST_KNOWN) break;
    const files = await db.selectFrom('exhibitFile').select('id').where('exhibitId', '=', id).execute();
    for (const text of files.length === 0
      ? []
      : await textOf(
          db,
          files.map((file) => file.id),
        )) {
      size += text.length;
      known.push(text);
    }
  }
  return known;
}

const manifest = z.object({ audience: z.enum(['court', 'other-side', 'public']).optional() });
const exported = z.object({ sha256: z.string(), audience: z.enum(['court', 'other-side', 'public']).optional() });

/** For whom a file was made, where it is one that this vault gave out or froze; null where it does not know the file. */
export async function audienceOf(db: ReadDb, sha256: string): Promise<Audience | null> {
  const version = await db
    .selectFrom('bundleVersion')
    .select('manifest')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (version) return manifest.parse(JSON.parse(version.manifest)).audience ?? null;
  const entries = await db
    .selectFrom('auditEntry')
    .select(['entity', 'entityId', 'detail'])
    .where('detail', 'like', `%${sha256}%`)
    .orderBy('seq', 'desc')
    .execute();
  for (const { entity, entityId, detail } of entries) {
    const said = exported.safeParse(JSON.parse(detail ?? 'null'));
    if (said.success && said.data.sha256 !== sha256) continue;
    if (said.success && said.data.audience) return said.data.audience;
    if (entity !== 'bundle' && entity !== 'draft') continue;
    const row = await db
      .selectFrom(entity)
      .select('audience')
      .where('id', '=', entityId ?? '')
      .executeTakeFirst();
    if (row) return row.audience as Audience;
  }
  return null;
}
