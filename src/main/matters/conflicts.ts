import type { Command, Query } from '#main/services.ts';
import type { ReadDb } from '#main/store/database.ts';
import { find, typed } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { matchNames, type NameMatch, sameNumber } from '#shared/domain/conflicts/match.ts';
import { problem } from '#shared/problem.ts';

type Conflict = Result<'parties.conflicts'>[number];

/** Whom a name is like in all other matters, and why, in words; the likeliest first. */
export async function conflicts(
  { db }: Query,
  { names, idNumber, kind, exceptMatterId, partyId }: Given<'parties.conflicts'>,
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
  const decided = await decisionsOn(db, partyId);
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
        decided: decided.get(party.id) ?? null,
      }),
    );
  }
  return found.sort(
    (a, b) => settled(a) - settled(b) || RANK[a.likeness] - RANK[b.likeness] || a.name.localeCompare(b.name),
  );
}

/** The same one first, then what is still open, and last whoever was found to be somebody else. */
const settled = ({ decided }: Conflict) => (decided === null ? 1 : decided.verdict === 'same' ? 0 : 2);

/** What was decided about a party and others, by the other's id, whichever of the two it was decided from. */
async function decisionsOn(db: ReadDb, partyId: string | undefined): Promise<Map<string, Conflict['decided']>> {
  if (partyId === undefined) return new Map();
  const rows = await db
    .selectFrom('conflictDecision')
    .selectAll()
    .where((eb) => eb.or([eb('partyId', '=', partyId), eb('otherPartyId', '=', partyId)]))
    .orderBy('decidedAt')
    .execute();
  return new Map(
    rows.map((row) => [
      row.partyId === partyId ? row.otherPartyId : row.partyId,
      typed({ verdict: row.verdict, reason: row.reason ?? '', at: row.decidedAt }),
    ]),
  );
}

/**
 * Records whether two parties of different matters are the same one, and why.
 * @throws ProblemError `same-matter`
 */
export async function decide(context: Command, { partyId, otherPartyId, verdict, reason }: Given<'parties.decide'>) {
  const { db, newId, clock } = context;
  const [party, other] = [await find(db, 'party', partyId), await find(db, 'party', otherPartyId)];
  if (party.matterId === other.matterId) {
    throw problem('same-matter', 'These two are parties of one matter: there is no conflict to decide.', {
      field: 'otherPartyId',
    });
  }
  await forget(context, partyId, otherPartyId);
  await db
    .insertInto('conflictDecision')
    .values({ id: newId(), matterId: party.matterId, partyId, otherPartyId, verdict, reason, decidedAt: clock.now() })
    .execute();
  return null;
}

/** Leaves the question open again. */
export async function undecide(context: Command, { partyId, otherPartyId }: Given<'parties.undecide'>) {
  await forget(context, partyId, otherPartyId);
  return null;
}

async function forget({ db }: Command, one: string, other: string) {
  await db
    .deleteFrom('conflictDecision')
    .where((eb) =>
      eb.or([
        eb.and([eb('partyId', '=', one), eb('otherPartyId', '=', other)]),
        eb.and([eb('partyId', '=', other), eb('otherPartyId', '=', one)]),
      ]),
    )
    .execute();
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
