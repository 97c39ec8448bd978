import { sql } from 'kysely';
import { addHearing, addProceeding, setParties } from '#main/proceedings/service.ts';
import type { Command, Query } from '#main/services.ts';
import type { ReadDb } from '#main/store/database.ts';
import { bin, change, create, find, typed } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { getPack } from '#shared/packs/library.ts';
import { problem } from '#shared/problem.ts';
import { addParty } from './parties.ts';

export async function list({ db, clock }: Query, { filter }: Given<'matters.list'>): Promise<Result<'matters.list'>> {
  const today = clock.today();
  const wanted = filter ? `%${filter.replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql<Result<'matters.list'>[number]>`
    WITH next AS (
      SELECT h.matter_id, h.date AS day, coalesce(p.number_text, p.forum_name) AS what, 'hearing' AS kind
        FROM hearing h JOIN proceeding p ON p.id = h.proceeding_id
        WHERE h.deleted_at IS NULL AND p.deleted_at IS NULL AND h.date >= ${today}
      UNION ALL
      SELECT matter_id, coalesce(override_on, due_on), title, 'deadline' FROM deadline
        WHERE deleted_at IS NULL AND state = 'open' AND coalesce(override_on, due_on) IS NOT NULL
      UNION ALL
      SELECT matter_id, due_on, title, 'task' FROM task
        WHERE deleted_at IS NULL AND done_on IS NULL AND due_on IS NOT NULL
    ),
    first AS (SELECT matter_id, min(day) AS day, what, kind FROM next GROUP BY matter_id),
    due AS (SELECT matter_id, min(day) AS day FROM next WHERE kind = 'deadline' GROUP BY matter_id),
    running AS (
      SELECT matter_id, count(*) AS n FROM proceeding p WHERE deleted_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM court_order o WHERE o.proceeding_id = p.id AND o.kind = 'disposal' AND o.deleted_at IS NULL
      ) GROUP BY matter_id
    )
    SELECT m.id, m.reference, m.title, m.pack, m.is_sample AS "isSample", m.closed_on AS "closedOn",
      first.day AS "nextOn", first.what AS "nextWhat", first.kind AS "nextKind", due.day AS "dueOn",
      m.updated_at AS "lastActivityAt", coalesce(running.n, 0) AS "openProceedings"
    FROM matter m LEFT JOIN first ON first.matter_id = m.id LEFT JOIN due ON due.matter_id = m.id
      LEFT JOIN running ON running.matter_id = m.id
    WHERE m.deleted_at IS NULL AND (${wanted} IS NULL OR m.title LIKE ${wanted} ESCAPE '\\' OR m.reference LIKE ${wanted} ESCAPE '\\')
    ORDER BY first.day IS NULL, first.day, m.title`.execute(db as never);
  return rows;
}

export async function get({ db }: Query, { id }: Given<'matters.get'>) {
  return typed<Result<'matters.get'>>(await find(db, 'matter', id));
}

export async function counts({ db }: Query, { id }: Given<'matters.counts'>): Promise<Result<'matters.counts'>> {
  const count = async (table: 'proceeding' | 'issue' | 'fact' | 'exhibit' | 'draft' | 'bundle' | 'party') => {
    const row = await db
      .selectFrom(table)
      .select(db.fn.countAll<number>().as('n'))
      .where('matterId', '=', id)
      .where('deletedAt', 'is', null)
      .executeTakeFirstOrThrow();
    return row.n;
  };
  const hidden = await db
    .selectFrom('party')
    .select(db.fn.countAll<number>().as('n'))
    .where('matterId', '=', id)
    .where('deletedAt', 'is', null)
    .where('protected', '=', 1)
    .executeTakeFirstOrThrow();
  return {
    proceedings: await count('proceeding'),
    issues: await count('issue'),
    facts: await count('fact'),
    exhibits: await count('exhibit'),
    drafts: await count('draft'),
    bundles: await count('bundle'),
    parties: await count('party'),
    protectedParties: hidden.n,
  };
}

/** `M-2026/007`: the next running number of the year. */
export async function nextReference({ db, clock }: Query): Promise<string> {
  const year = clock.today().slice(0, 4);
  const rows = await db.selectFrom('matter').select('reference').where('reference', 'like', `M-${year}/%`).execute();
  const last = Math.max(0, ...rows.map(({ reference }) => Number(reference.slice(`M-${year}/`.length)) || 0));
  return `M-${year}/${String(last + 1).padStart(3, '0')}`;
}

export async function open(context: Command, { parties, first, ...fields }: Given<'matters.open'>) {
  getPack(context.services.packs, fields.pack);
  await assertReferenceFree(context.db, fields.reference);
  const matterId = await create(context, 'matter', fields);
  const joined: { partyId: string; role: string }[] = [];
  for (const party of parties) {
    const { id: partyId } = await addParty(context, { matterId, ...party });
    joined.push({ partyId, role: party.role });
  }
  if (first) {
    const { id: proceedingId } = await addProceeding(context, { matterId, ...first.proceeding, links: [] });
    if (joined.length > 0) await setParties(context, { proceedingId, parties: joined });
    if (first.hearing) await addHearing(context, { proceedingId, ...first.hearing });
  }
  return { id: matterId };
}

export async function edit(context: Command, { id, ...fields }: Given<'matters.edit'>) {
  if (fields.reference !== undefined) await assertReferenceFree(context.db, fields.reference, id);
  // A matter whose pack was removed since can still be edited; it cannot be given one that is not there.
  if (fields.pack !== undefined) {
    const { pack } = await find(context.db, 'matter', id);
    if (fields.pack !== pack) getPack(context.services.packs, fields.pack);
  }
  await change(context, 'matter', id, fields);
  return null;
}

export async function close(context: Command, { id, on }: Given<'matters.close'>) {
  await change(context, 'matter', id, { closedOn: on });
  return null;
}

export async function reopen(context: Command, { id }: Given<'matters.reopen'>) {
  await change(context, 'matter', id, { closedOn: null });
  return null;
}

export async function remove(context: Command, { id }: Given<'matters.remove'>) {
  await bin(context, 'matter', id);
  return null;
}

async function assertReferenceFree(db: ReadDb, reference: string, except?: string) {
  const taken = await db
    .selectFrom('matter')
    .select(['id', 'title'])
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (taken && taken.id !== except) {
    throw problem(
      'reference-taken',
      `The reference ${reference} belongs to another matter, ${taken.title}. Nothing was saved.`,
      {
        field: 'reference',
        hint: 'Choose another reference.',
      },
    );
  }
}
