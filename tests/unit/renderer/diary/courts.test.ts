import { describe, expect, it } from 'vitest';
import { byCourt, courtNames, type Hearing } from '#renderer/rooms/diary/courts.ts';

let serial = 0;
const hearing = (forum: Hearing['forum'], forumName: string, room: string | null): Hearing => ({
  id: String(++serial),
  matterId: 'm',
  matterTitle: 'R. Qadir v. Hill College',
  proceedingId: 'p',
  forum,
  forumName,
  seat: 'Lahore',
  numberText: null,
  date: '2026-11-25',
  time: null,
  room,
  bench: null,
  purpose: null,
  outcome: null,
  adjournedBy: null,
  whatHappened: null,
  nextOn: null,
  clashes: [],
});

describe('the rows of the week', () => {
  it('are courts, the highest first, with a row for each room in the order of their numbers', () => {
    const rows = byCourt([
      hearing('civil-court', 'Civil Court', null),
      hearing('high-court', 'Lahore High Court', 'Court 12'),
      hearing('high-court', 'Lahore High Court', 'Court 7'),
      hearing('high-court', 'Lahore High Court', 'Court 7'),
      hearing('supreme-court', 'Supreme Court', 'Court 2'),
    ]);
    expect(rows.map(({ name, place, hearings }) => [name, place, hearings.length])).toEqual([
      ['Supreme Court', 'Court 2', 1],
      ['Lahore High Court', 'Court 7', 2],
      ['Lahore High Court', 'Court 12', 1],
      ['Civil Court', 'Lahore', 1],
    ]);
  });

  it('share one row for a court where its rooms are many, and lose no hearing', () => {
    const many = Array.from({ length: 20 }, (_, at) => hearing('high-court', 'Lahore High Court', `Court ${at}`));
    const rows = byCourt(many);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ place: 'Lahore' });
    expect(rows[0]!.hearings).toHaveLength(20);
    expect(courtNames(many)).toEqual(['Lahore High Court']);
  });
});
