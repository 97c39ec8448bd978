/** Where and when somebody has to stand. */
interface Listed {
  id: string;
  date: string;
  /** `HH:MM`; null where the list gives no hour. */
  time: string | null;
  forumName: string;
  seat: string | null;
  room: string | null;
}

const placeOf = ({ forumName, seat, room }: Listed) => `${forumName}/${seat ?? ''}/${room ?? ''}`;

/** A person cannot stand in two courts at one hour: each hearing with the ids of those that it clashes with. */
export function clashesOf<H extends Listed>(hearings: readonly H[]): (H & { clashes: string[] })[] {
  const byHour = new Map<string, H[]>();
  for (const hearing of hearings) {
    if (hearing.time === null) continue;
    const key = `${hearing.date} ${hearing.time}`;
    const same = byHour.get(key);
    if (same) same.push(hearing);
    else byHour.set(key, [hearing]);
  }
  return hearings.map((hearing) => {
    const same = hearing.time === null ? [] : (byHour.get(`${hearing.date} ${hearing.time}`) ?? []);
    return { ...hearing, clashes: same.filter((other) => placeOf(other) !== placeOf(hearing)).map(({ id }) => id) };
  });
}
