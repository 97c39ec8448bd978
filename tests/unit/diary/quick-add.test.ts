import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type QuickEntry, readQuickAdd } from '#shared/domain/diary/quick-add.ts';
import { fits, readNumber } from '#shared/domain/diary/quick-number.ts';

/** A Monday. */
const TODAY = '2026-11-23';
const read = (text: string, order?: 'dmy' | 'mdy' | 'unknown') => readQuickAdd(text, TODAY, order);
const days = ({ day }: QuickEntry) => day?.options ?? [];
const times = ({ time }: QuickEntry) => time?.options ?? [];

describe('a whole line', () => {
  it('is read into number, day, hour and purpose', () => {
    const entry = read('W.P. 12345/2019 12 Dec 10am arguments');
    expect(entry.numbers).toMatchObject([{ text: 'W.P. 12345/2019', series: 'W.P.', serial: '12345', year: 2019 }]);
    expect(entry.day).toMatchObject({ options: ['2026-12-12'], doubt: null });
    expect(entry.time).toMatchObject({ options: ['10:00'], doubt: null });
    expect(entry).toMatchObject({ kind: 'hearing', purpose: 'arguments', room: null, unread: [] });
  });

  it('is read in any order, with the little words left out', () => {
    const entry = read('arguments in W.P. No. 12345/2019 on 12/12 at 10.30 in Court 7');
    expect(entry.numbers[0]).toMatchObject({ series: 'W.P. No.', serial: '12345' });
    expect(days(entry)).toEqual(['2026-12-12']);
    expect(times(entry)).toEqual(['10:30']);
    expect(entry).toMatchObject({ purpose: 'arguments', room: 'Court 7' });
  });

  it('is read in Urdu, with Urdu digits', () => {
    const entry = read('رٹ ۲۰۴۱۷/۲۰۲۶ بتاریخ ۱۱-۱۲-۲۰۲۶ صبح ۱۰ بجے بحث');
    expect(entry.numbers).toMatchObject([{ series: 'رٹ', serial: '20417', year: 2026, text: 'رٹ ۲۰۴۱۷/۲۰۲۶' }]);
    expect(days(entry)).toEqual(['2026-12-11']);
    expect(times(entry)).toEqual(['10:00']);
    expect(entry.purpose).toBe('بحث');
  });

  it('is read in Arabic digits and with Urdu months', () => {
    const entry = read('Crl. Misc. 40118/2024 ١٢ دسمبر دوپہر ۲ بجے');
    expect(days(entry)).toEqual(['2026-12-12']);
    expect(times(entry)).toEqual(['14:00']);
  });

  it('is read in Roman Urdu', () => {
    const entry = read('Suit 918/2022 12 Dec ko subah 10 baje behas');
    expect(entry).toMatchObject({ purpose: 'behas' });
    expect(times(entry)).toEqual(['10:00']);
  });

  it('may be a task', () => {
    expect(read('task: file the reply by 15 December')).toMatchObject({ kind: 'task', purpose: 'file the reply' });
    expect(read('tasking order 15 December')).toMatchObject({ kind: 'hearing', purpose: 'tasking order' });
  });

  it('that says nothing gives nothing', () => {
    const nothing = { numbers: [], day: null, time: null, room: null, unread: [] };
    expect(read('')).toMatchObject({ ...nothing, purpose: null });
    expect(read('  ,; – ')).toMatchObject({ ...nothing, purpose: null });
    expect(read('something or other')).toMatchObject({ ...nothing, purpose: 'something or other' });
  });
});

describe('days', () => {
  it.each([
    ['2026-12-01', '2026-12-01'],
    ['1/12/2026', '2026-12-01'],
    ['1.12.2026', '2026-12-01'],
    ['1-12-26', '2026-12-01'],
    ['1 December 2026', '2026-12-01'],
    ['1st of Dec., 2026', '2026-12-01'],
    ['December 1, 2026', '2026-12-01'],
    ['12-Dec-26', '2026-12-12'],
    ["12 Dec '26", '2026-12-12'],
    ['12 Dec 2026 1030 hrs', '2026-12-12'],
    ['5/12', '2026-12-05'],
    ['tomorrow', '2026-11-24'],
    ['day after tomorrow', '2026-11-25'],
    ['in 2 weeks', '2026-12-07'],
    ['after 3 months', '2027-02-23'],
    ['۲ ہفتے بعد', '2026-12-07'],
    ['Friday', '2026-11-27'],
    ['جمعرات', '2026-11-26'],
    ['Sat 12 Dec', '2026-12-12'],
    ['23 Nov', '2026-11-23'],
  ])('%s is %s', (text, day) => {
    expect(read(text).day).toMatchObject({ options: [day], doubt: null });
  });

  it('of no year are the next such day', () => {
    expect(days(read('22 Jan'))).toEqual(['2027-01-22']);
    expect(days(read('24 Nov'))).toEqual(['2026-11-24']);
    expect(days(read('1 Oct'))).toEqual(['2027-10-01']);
    expect(days(read('29 Feb'))).toEqual(['2028-02-29']);
    expect(readQuickAdd('29 Feb', '2096-03-01').day?.options).toEqual(['2104-02-29']);
  });

  it('follow the order of the place, and are asked about where it is not known', () => {
    expect(read('3/4/2027', 'dmy').day).toMatchObject({ options: ['2027-04-03'], doubt: null });
    expect(read('3/4/2027', 'mdy').day).toMatchObject({ options: ['2027-03-04'], doubt: null });
    expect(read('3/4/2027', 'unknown').day).toMatchObject({ options: ['2027-04-03', '2027-03-04'], doubt: 'order' });
    expect(read('4/4/2027', 'unknown').day).toMatchObject({ options: ['2027-04-04'], doubt: null });
    expect(read('25/4/2027', 'unknown').day).toMatchObject({ options: ['2027-04-25'], doubt: null });
    expect(read('4/25/2027', 'dmy').day).toMatchObject({ options: ['2027-04-25'], doubt: 'against-order' });
  });

  it.each([
    ['20 Nov', 'passed', ['2027-11-20', '2026-11-20']],
    ['Monday', 'which-week', ['2026-11-23', '2026-11-30']],
    ['next Friday', 'which-week', ['2026-12-04', '2026-11-27']],
    ['Mon 12 Dec', 'weekday', ['2026-12-12', '2026-12-07', '2026-12-14']],
    ['the 12th', 'no-month', ['2026-12-12']],
    ['10.12', 'maybe-time', ['2026-12-10']],
    ['کل', 'kal', ['2026-11-24', '2026-11-22']],
    ['12 Dec 13 Dec', 'several', ['2026-12-12', '2026-12-13']],
  ])('%s is asked about: %s', (text, doubt, options) => {
    expect(read(text).day).toMatchObject({ doubt, options });
  });

  it.each(['31/2/2027', '32 Dec', '2026-13-01', '0/12/2026', '29 Feb 2027', '12/25/1850'])('%s is no day', (text) => {
    const entry = read(`${text} arguments`);
    expect(entry.day).toBeNull();
    expect(entry.unread).toEqual([text]);
    expect(entry.purpose).toBe('arguments');
  });
});

describe('hours', () => {
  it.each([
    ['10am', '10:00'],
    ['10 a.m.', '10:00'],
    ['2.30 pm', '14:30'],
    ['12 am', '00:00'],
    ['12pm', '12:00'],
    ['noon', '12:00'],
    ['09:30', '09:30'],
    ['9:30', '09:30'],
    ['14:05', '14:05'],
    ['02:30', '02:30'],
    ['1030 hrs', '10:30'],
    ["11 o'clock", '11:00'],
    ['at 10', '10:00'],
    ['شام ۴ بجے', '16:00'],
    ['10 in the morning', '10:00'],
  ])('%s is %s', (text, time) => {
    expect(read(text).time).toMatchObject({ options: [time], doubt: null });
  });

  it('of no half of the day are asked about, where either could be meant', () => {
    for (const text of ['at 2', '2:30', '۲ بجے']) expect(read(text).time?.doubt).toBe('half');
    expect(times(read('at 2'))).toEqual(['14:00', '02:00']);
  });

  it('are asked about where there are several', () => {
    expect(read('10am 11am').time).toMatchObject({ options: ['10:00', '11:00'], doubt: 'several' });
    expect(read('10am, 10:00').time).toMatchObject({ options: ['10:00'], doubt: null });
  });

  it.each(['25:00', '12:75', '13:60'])('%s is none', (text) => {
    expect(read(text)).toMatchObject({ time: null, unread: [text] });
  });
});

describe('numbers', () => {
  it.each([
    ['C.P.L.A. 123-L/2020', { series: 'C.P.L.A.', serial: '123', branch: 'L', year: 2020 }],
    ['C.P. No. D-1234/2026', { series: 'C.P. No.', serial: '1234', branch: 'D', year: 2026 }],
    ['C.P. No. 4570 of 2019', { series: 'C.P. No.', serial: '4570', year: 2019 }],
    ['W.P.(C) 123/2026', { series: 'W.P.(C)', serial: '123' }],
    ['Complaint No. 143/2026', { series: 'Complaint No.', serial: '143' }],
    ['Suit 455/25', { series: 'Suit', serial: '455', year: 2025 }],
    ['Suit 455/98', { series: 'Suit', serial: '455', year: 1998 }],
    ['20417/2026', { series: null, serial: '20417', year: 2026 }],
    ['W.P. 20417', { series: 'W.P.', serial: '20417', year: null }],
    ['FIR 12/2026', { series: 'FIR', serial: '12', year: 2026 }],
    ['DLND010001232026', { serial: 'DLND01000123', year: 2026 }],
    ['شکایت 162/2026', { series: 'شکایت', serial: '162', year: 2026 }],
    ['W.P. 00123/2026', { serial: '123' }],
  ])('%s', (text, parts) => {
    expect(read(`${text} 12 Dec`).numbers).toMatchObject([parts]);
  });

  it('are not made of days, rooms or witnesses', () => {
    for (const text of ['12/12/2026', '5/12', 'Court 7', 'evidence of PW-2', '12 Dec 2026', '10:30'])
      expect(read(text).numbers, text).toEqual([]);
  });

  it('fit a record by what both say', () => {
    const typed = (text: string) => read(text).numbers[0]!;
    const known = (text: string) => readNumber(text)!;
    expect(fits(typed('WP 12345/2019'), known('W.P. No. 12345/2019'))).toBe(2);
    expect(fits(typed('12345/2019'), known('W.P. 12345/2019'))).toBe(1);
    expect(fits(typed('I.C.A. 12345/2019'), known('W.P. 12345/2019'))).toBe(1);
    expect(fits(typed('W.P. 12345/2018'), known('W.P. 12345/2019'))).toBe(0);
    expect(fits(typed('W.P. 2345/2019'), known('W.P. 12345/2019'))).toBe(0);
    expect(fits(typed('C.P.L.A. 123-K/2020'), known('C.P.L.A. 123-L/2020'))).toBe(0);
  });
});

describe('any line', () => {
  it('is read without failing, into days of the calendar and hours of the clock', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '12 Dec',
        '31/2/2027',
        'W.P. 1/2026',
        'next Mon',
        'at 2',
        '10.30',
        '۱۲/۱۲',
        'کل',
        '29 Feb',
        '/',
        '-',
        ':',
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const { day, time, purpose } = read(parts.join(' '));
        for (const option of day?.options ?? []) {
          expect(new Date(`${option}T00:00:00Z`).toISOString().slice(0, 10)).toBe(option);
        }
        for (const option of time?.options ?? []) expect(option).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
        expect(purpose).not.toBe('');
        if (day && day.options.length > 1) expect(day.doubt).not.toBeNull();
        if (time && time.options.length > 1) expect(time.doubt).not.toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  it('keeps day, hour and number whatever the order of its parts', () => {
    const parts = ['W.P. 12345/2019', '12 Dec', '10am', 'arguments'];
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: 4, maxLength: 4 }), (shuffled) => {
        const entry = read(shuffled.join(', '));
        expect(entry.numbers).toMatchObject([{ serial: '12345', year: 2019 }]);
        expect(days(entry)).toEqual(['2026-12-12']);
        expect(times(entry)).toEqual(['10:00']);
        expect(entry.purpose).toBe('arguments');
      }),
    );
  });
});
