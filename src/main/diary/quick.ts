import { sql } from 'kysely';
import type { Query } from '#main/services.ts';
import type { ReadDb } from '#main/store/database.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { readQuickAdd as read } from '#shared/domain/diary/quick-add.ts';
import type { DateOrder } from '#shared/domain/diary/quick-date.ts';
import { type CaseNumber, fits, readNumber } from '#shared/domain/diary/quick-number.ts';
import { latinDigits } from '#shared/domain/diary/quick-words.ts';

type Case = Result<'diary.findCases'>[number];

/** So many cases are offered to choose from. */
const MOST = 6;
/** Shorter words find too much: "v", "of", "PW". */
const SHORTEST_WORD = 3;

/** Countries that write the month first. */
const MONTH_FIRST = new Set(['US']);

/** How dates are written where the vault's cases are; `unknown` where it has cases of both. */
async function dateOrder({ db, services }: Query): Promise<DateOrder> {
  const used = await db.selectFrom('matter').select('pack').distinct().where('deletedAt', 'is', null).execute();
  const countries = used.map(({ pack }) => services.packs.packs.get(pack)?.country ?? '');
  const monthFirst = countries.filter((country) => MONTH_FIRST.has(country)).length;
  if (monthFirst === 0) return 'dmy';
  return monthFirst === countries.length ? 'mdy' : 'unknown';
}

/** Reads a line for the diary, and finds the case that it is about. */
export async function readQuickAdd(
  context: Query,
  { text }: Given<'diary.readQuickAdd'>,
): Promise<Result<'diary.readQuickAdd'>> {
  const entry = read(text, context.clock.today(), await dateOrder(context));
  const [number] = entry.numbers;
  const { day, time, room, unread, kind } = entry;
  const found = {
    kind,
    number: entry.numbers.map((each) => each.text).join(', ') || null,
    day: day && { text: day.text, options: day.options, doubt: day.doubt },
    time: time && { text: time.text, options: time.options, doubt: time.doubt },
    room,
    unread,
  };
  if (number) {
    const cases = (await Promise.all(entry.numbers.map((each) => casesByNumber(context.db, each)))).flat();
    return { ...found, by: 'number', cases, purpose: entry.purpose };
  }
  const named = await casesByName(context.db, entry.purpose ?? '', MOST);
  return {
    ...found,
    by: named.cases.length > 0 ? 'name' : null,
    cases: named.cases,
    purpose: named.rest || null,
  };
}

/** Cases by number or name. */
export async function findCases({ db }: Query, { text, limit }: Given<'diary.findCases'>): Promise<Case[]> {
  const [number] = read(text, '2000-01-01').numbers;
  if (number) return (await casesByNumber(db, number)).slice(0, limit);
  if (text.trim() === '') return rowsWhere(db, sql`1`, limit);
  const figures = latinDigits(text).match(/\d+/g);
  if (figures) return rowsWhere(db, sql`p.number_text LIKE ${`%${figures.join('%')}%`}`, limit);
  return (await casesByName(db, text, limit)).cases;
}

async function rowsWhere(db: ReadDb, condition: ReturnType<typeof sql>, limit: number): Promise<Case[]> {
  const { rows } = await sql<Case>`
    SELECT p.id AS "proceedingId", p.matter_id AS "matterId", m.title AS "matterTitle", p.forum, p.forum_name AS "forumName",
      p.seat, p.number_text AS "numberText", p.bench,
      (SELECT room FROM hearing h WHERE h.proceeding_id = p.id AND h.deleted_at IS NULL AND h.room IS NOT NULL
        ORDER BY h.date DESC LIMIT 1) AS room,
      (SELECT min(date) FROM hearing h WHERE h.proceeding_id = p.id AND h.deleted_at IS NULL AND h.outcome IS NULL) AS "nextOn"
    FROM proceeding p JOIN matter m ON m.id = p.matter_id
    WHERE p.deleted_at IS NULL AND m.deleted_at IS NULL AND ${condition}
    ORDER BY m.closed_on IS NOT NULL, p.filed_on DESC, m.title LIMIT ${limit}`.execute(db as never);
  return rows;
}

/** The cases with that number: those of the same series where there are any, else all with the figures. */
async function casesByNumber(db: ReadDb, number: CaseNumber): Promise<Case[]> {
  const rows = await rowsWhere(db, sql`p.number_text LIKE ${`%${number.serial}%`}`, 200);
  const graded = rows.map((row) => {
    const known = readNumber(row.numberText ?? '');
    return { row, grade: known ? fits(number, known) : 0 };
  });
  const best = Math.max(0, ...graded.map(({ grade }) => grade));
  return best === 0 ? [] : graded.filter(({ grade }) => grade === best).map(({ row }) => row);
}

/** The cases in whose title most words of the line stand, and the words that stand in none. */
async function casesByName(db: ReadDb, text: string, limit: number): Promise<{ cases: Case[]; rest: string }> {
  const words = text.split(/\s+/).filter(Boolean);
  const plain = (word: string) => word.replace(/[^\p{L}\p{N}]/gu, '').toLocaleLowerCase();
  const wanted = words.map(plain).filter((word) => word.length >= SHORTEST_WORD);
  if (wanted.length === 0) return { cases: [], rest: text };
  const like = (word: string) => sql`(m.title LIKE ${`%${word}%`} OR m.title_native LIKE ${`%${word}%`})`;
  const rows = await rowsWhere(db, sql`(${sql.join(wanted.map(like), sql` OR `)})`, 200);
  const inTitle = (row: Case, word: string) =>
    row.matterTitle.split(/\s+/).some((part) => plain(part).startsWith(word) && word.length >= SHORTEST_WORD);
  const scored = rows
    .map((row) => ({ row, score: wanted.filter((word) => inTitle(row, word)).length }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  const cases = scored.filter(({ score }) => score === best).map(({ row }) => row);
  const isJoint = (word: string) => /^(v|vs|versus|بنام)$/u.test(plain(word));
  const rest = words.filter((word) => !isJoint(word) && !cases.some((row) => inTitle(row, plain(word))));
  return { cases: cases.slice(0, limit), rest: cases.length > 0 ? rest.join(' ') : text };
}
