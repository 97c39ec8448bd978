import { describe, expect, it } from 'vitest';
import { commandOf, emptyAnswer } from '#renderer/rooms/diary/outcome.ts';
import { draftOf, NO_ANSWERS, questionsOf, type Read } from '#renderer/rooms/diary/quick-state.ts';

const found = {
  proceedingId: 'p1',
  matterId: 'm1',
  matterTitle: 'P. Dara v. Ravi Printers',
  forum: 'high-court',
  forumName: 'Lahore High Court',
  seat: null,
  numberText: 'W.P. 20417/2026',
  room: null,
  bench: null,
  nextOn: null,
};
const read = (more: Partial<Read> = {}): Read => ({
  kind: 'hearing',
  number: 'W.P. 20417/2026',
  by: 'number',
  cases: [found],
  day: { text: '11 Dec', options: ['2026-12-11'], doubt: null },
  time: { text: '10am', options: ['10:00'], doubt: null },
  room: null,
  purpose: 'arguments',
  unread: [],
  ...more,
});
const open = { closed: null, before: null, after: null, hearings: 0, clashes: [], listedId: null };
const t = (key: string) => key;
const asked = (given: Read, answers = NO_ANSWERS, check = open) =>
  questionsOf(t, given, answers, check as never, '2026-11-23').map(({ id }) => id);

describe('a line of quick add', () => {
  it('asks nothing where nothing is open', () => {
    expect(asked(read())).toEqual([]);
    expect(draftOf(read(), NO_ANSWERS)).toEqual({ found, day: '2026-12-11', time: '10:00' });
  });

  it('never takes a case by its name, or one of two, without asking', () => {
    expect(asked(read({ by: 'name' }))).toEqual(['case']);
    const two = read({ cases: [found, { ...found, proceedingId: 'p2' }] });
    expect(asked(two)).toEqual(['case']);
    expect(asked(two, { ...NO_ANSWERS, caseId: 'p2' })).toEqual([]);
    expect(draftOf(two, { ...NO_ANSWERS, caseId: 'gone' }).found).toBeNull();
    expect(asked(read({ cases: [], by: null }))).toEqual(['case']);
  });

  it('asks about each part that has several readings, and takes only one of them for an answer', () => {
    const day = { text: '3/4', options: ['2027-04-03', '2027-03-04'], doubt: 'order' };
    const time = { text: 'at 2', options: ['14:00', '02:00'], doubt: 'half' };
    expect(asked(read({ day, time }))).toEqual(['day', 'time']);
    expect(draftOf(read({ day }), { ...NO_ANSWERS, day: '2027-03-04' }).day).toBe('2027-03-04');
    expect(draftOf(read({ day }), { ...NO_ANSWERS, day: '2030-01-01' }).day).toBeNull();
    expect(asked(read({ day: null }))).toEqual(['day']);
    expect(asked(read({ unread: ['25:00'] }))).toEqual(['unread 25:00']);
  });

  it('asks about a closed court and a day that has passed until it is said to be meant', () => {
    const closed = { ...open, closed: 'Saturday', before: '2026-12-11', after: '2026-12-14' };
    const saturday = read({ day: { text: '12 Dec', options: ['2026-12-12'], doubt: null } });
    const [question] = questionsOf(t, saturday, NO_ANSWERS, closed as never, '2026-11-23');
    expect(question!.choices.map(({ answer }) => answer.day)).toEqual(['2026-12-11', '2026-12-14', '2026-12-12']);
    const moved = { ...NO_ANSWERS, ...question!.choices[1]!.answer };
    expect(draftOf(saturday, moved).day).toBe('2026-12-14');
    expect(asked(saturday, { ...NO_ANSWERS, day: '2026-12-12', kept: ['2026-12-12'] }, closed as never)).toEqual([]);
    expect(asked(read({ day: { text: '', options: ['2026-01-05'], doubt: null } }))).toEqual(['past']);
  });
});

describe('an answer after court', () => {
  const answer = { ...emptyAnswer({ time: '10:00', purpose: 'arguments' }), nextOn: '2026-12-07' };

  it('saves nothing before it is said what became of it', () => {
    expect(commandOf('h', answer)).toBeNull();
  });

  it('keeps who asked and the next date only where they make sense', () => {
    const whole = { ...answer, adjournedBy: 'us' as const, adjournmentReason: ' ill ', whatHappened: ' ' };
    expect(commandOf('h', { ...whole, outcome: 'adjourned' })).toEqual({
      id: 'h',
      outcome: 'adjourned',
      whatHappened: null,
      adjournedBy: 'us',
      adjournmentReason: 'ill',
      nextOn: '2026-12-07',
      nextTime: '10:00',
      nextPurpose: 'arguments',
    });
    expect(commandOf('h', { ...whole, outcome: 'held' })).toMatchObject({ adjournedBy: null, nextOn: '2026-12-07' });
    expect(commandOf('h', { ...whole, outcome: 'disposed' })).toMatchObject({
      nextOn: null,
      nextTime: null,
      adjournedBy: null,
    });
  });
});
