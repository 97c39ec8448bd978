import { describe, expect, test } from 'vitest';
import { readFact } from '#renderer/rooms/chronology/read-fact.ts';

const marks = [
  { mark: 'P-1', exhibitId: 'one' },
  { mark: 'P-11', exhibitId: 'eleven' },
  { mark: 'Annexure B', exhibitId: 'b' },
];
const read = (line: string) => readFact(line, marks);

describe('a fact in one line', () => {
  test('has all its parts', () => {
    expect(read('abt 19 Dec 2020 11am asks by mail not to be booked with him #1 P-11 p. 2')).toEqual({
      text: 'asks by mail not to be booked with him',
      date: '2020-12-19',
      time: '11:00',
      precision: 'about',
      state: 'known',
      issue: 1,
      source: { exhibitId: 'eleven', pin: 'p. 2' },
    });
  });

  test.each([
    ['18 Dec 2020 19:10 leaves', '2020-12-18', '19:10', 'minute'],
    ['18 December 2020, 7.10 pm, leaves', '2020-12-18', '19:10', 'minute'],
    ['18-12-2020 leaves', '2020-12-18', null, 'day'],
    ['2020-12-18 leaves', '2020-12-18', null, 'day'],
    ['Dec 2020 leaves', '2020-12-01', null, 'month'],
    ['2020 leaves', '2020-01-01', null, 'year'],
    ['about Dec 2020 leaves', '2020-12-01', null, 'about'],
    ['۱۸-۱۲-۲۰۲۰ leaves', '2020-12-18', null, 'day'],
    ['12am', null, null, 'day'],
    ['18 Dec 2020 12am leaves', '2020-12-18', '00:00', 'minute'],
    ['18 Dec 2020 12pm leaves', '2020-12-18', '12:00', 'minute'],
  ])('%s', (line, date, time, precision) => {
    expect(read(line)).toMatchObject({ date, time, precision });
    if (date) expect(read(line).text).toBe('leaves');
  });

  test.each(['31 Feb 2021 leaves', '12-13-2020 leaves', 'on that day he leaves'])('has no date in “%s”', (line) => {
    expect(read(line)).toMatchObject({ date: null, precision: 'day', text: line });
  });

  test('keeps numbers that are no time in its words', () => {
    expect(read('18 Dec 2020 4 musicians were there')).toMatchObject({ time: null, text: '4 musicians were there' });
    expect(read('18 Dec 2020 25:99 is no time')).toMatchObject({ time: null, text: '25:99 is no time' });
  });

  test('takes the longest mark, and a pin-cite of any kind', () => {
    expect(read('she writes P-11').source).toEqual({ exhibitId: 'eleven', pin: null });
    expect(read('she writes annexure b, paras 4–6').source).toEqual({ exhibitId: 'b', pin: 'paras 4–6' });
    expect(read('she writes P-1 00:12').source).toEqual({ exhibitId: 'one', pin: '00:12' });
    expect(read('P-1 is shown to her').source).toBeNull();
  });

  test('says where it stands', () => {
    expect(read('Dec 2020 she is booked #3 P-11 cl. 2 (alleged)')).toMatchObject({
      state: 'alleged',
      issue: 3,
      text: 'she is booked',
      source: { exhibitId: 'eleven', pin: 'cl. 2' },
    });
    expect(read('6 Feb 2021 he blocks the door (alleged)')).toMatchObject({
      state: 'alleged',
      text: 'he blocks the door',
    });
  });
});
