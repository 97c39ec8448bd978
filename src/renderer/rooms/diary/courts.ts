import type { Output } from '#shared/contract/index.ts';
import { FORUM_IDS } from '#shared/packs/vocabulary.ts';

export type Hearing = Output<'diary.between'>['hearings'][number];

/** A row of the week: a court, or one of its rooms. */
export interface Court {
  key: string;
  name: string;
  /** The room, or else the seat. */
  place: string | null;
  hearings: Hearing[];
}

/** With more rows than this the rooms of a court share one. */
const MOST_ROWS = 12;

/** Highest court first, as a cause list prints them. */
const RANKS: readonly string[] = [
  'supreme-court',
  'fcc',
  'court-of-appeals',
  'high-court',
  'us-district-court',
  'eat',
  'employment-tribunal',
  'district-court',
  'civil-court',
  'magistrate',
  ...FORUM_IDS,
];
const rank = ({ forum }: Hearing) => RANKS.indexOf(forum);

/** The hearings by court, with a row for each room while there are few. */
export function byCourt(hearings: readonly Hearing[]): Court[] {
  const fine = grouped(hearings, ({ forumName, seat, room }) => [forumName, room ?? seat]);
  return fine.length <= MOST_ROWS ? fine : grouped(hearings, ({ forumName, seat }) => [forumName, seat]);
}

function grouped(hearings: readonly Hearing[], parts: (hearing: Hearing) => [string, string | null]): Court[] {
  const courts = new Map<string, Court>();
  for (const hearing of hearings) {
    const [name, place] = parts(hearing);
    const key = `${name}/${place ?? ''}`;
    const court = courts.get(key);
    if (court) court.hearings.push(hearing);
    else courts.set(key, { key, name, place, hearings: [hearing] });
  }
  return [...courts.values()].sort(
    (a, b) =>
      rank(a.hearings[0]!) - rank(b.hearings[0]!) ||
      a.name.localeCompare(b.name) ||
      (a.place ?? '').localeCompare(b.place ?? '', undefined, { numeric: true }),
  );
}

/** The names of the courts, for choosing one. */
export function courtNames(hearings: readonly Hearing[]): string[] {
  return [...new Set(byCourt(hearings).map(({ name }) => name))];
}

/** "Supreme Court of Pakistan, Court 7". */
export const placeOf = ({ forumName, seat, room }: Hearing) => [forumName, room ?? seat].filter(Boolean).join(', ');
