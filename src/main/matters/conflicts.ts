import type { Query } from '#main/services.ts';
import { typed } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { matchNames, type NameMatch, sameNumber } from '#shared/domain/conflicts/match.ts';

type Conflict = Result<'parties.conflicts'>[number];

/** Whom a name is like in all other matters, and why, in words; the likeliest first. */
export async function conflicts(
  { db }: Query,
  { names, idNumber, kind, exceptMatterId }: Given<'parties.conflicts'>,
): Promise<Result<'parties.conflicts'>> {
  const parties = await db
    .selectFrom('party')
    .innerJoin('matter', 'matter.id', 'party.matterId')
    .select(['party.id', 'party.name', 'party.nameNative', 'party.role', 'party.side', 'party.isClient', 'party.kind'])
    .select(['party.idNumber', 'party.matterId', 'matter.reference', 'matter.title', 'matter.closedOn'])
    .where('party.deletedAt', 'is', null)
    .where('matter.deletedAt', 'is', null)
    .execute();
  const aliases = Map.groupBy(
    await db.selectFrom('partyAlias').select(['partyId', 'name']).execute(),
    ({ partyId }) => partyId,
  );
  const found: Conflict[] = [];
  for (const party of parties) {
    if (party.matterId === exceptMatterId || (kind !== undefined && party.kind !== kind)) continue;
    const known = [
      { name: party.name, what: null },
      ...(party.nameNative ? [{ name: party.nameNative, what: null }] : []),
      ...(aliases.get(party.id) ?? []).map(({ name }) => ({ name, what: 'an alias' })),
    ];
    const best = bestOf(names, known);
    const number = sameNumber(idNumber, party.idNumber);
    if (!best && !number) continue;
    found.push(
      typed<Conflict>({
        partyId: party.id,
        name: party.name,
        role: party.role,
        side: party.side,
        isClient: party.isClient === 1,
        matterId: party.matterId,
        matterReference: party.reference,
        matterTitle: party.title,
        closedOn: party.closedOn,
        likeness: number ? 'very-likely' : best!.match.likeness,
        reasons: [
          ...(number ? ['the same identity number'] : []),
          ...(best?.what ? [`it matches ${best.what}, ${best.found}`] : []),
          ...(best?.match.reasons ?? []),
        ],
        given: best?.given ?? names[0]!,
        found: best?.found ?? party.name,
      }),
    );
  }
  return found.sort((a, b) => RANK[a.likeness] - RANK[b.likeness] || a.name.localeCompare(b.name));
}

const RANK = { 'very-likely': 0, alike: 1 };

interface Best {
  given: string;
  found: string;
  what: string | null;
  match: NameMatch;
}

function bestOf(names: readonly string[], known: readonly { name: string; what: string | null }[]): Best | null {
  let best: Best | null = null;
  for (const given of names) {
    for (const { name, what } of known) {
      const match = matchNames(given, name);
      if (!match) continue;
      const better = !best || RANK[match.likeness] < RANK[best.match.likeness];
      if (better) best = { given, found: name, what, match };
    }
  }
  return best;
}
