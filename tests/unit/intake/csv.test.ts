import { describe, expect, it } from 'vitest';
import { fieldOf, forumOf, orderOf, readDate, readTime } from '#main/intake/csv-map.ts';
import { readCsv } from '#main/intake/csv-text.ts';

/** Bytes that are no text, the same each time, without zeros and ends of line. */
const binary = (length: number) =>
  Uint8Array.from({ length }, (_, i) => (((i * 2_654_435_761) >>> 13) % 251) | 1).map((byte) =>
    byte === 13 ? 1 : byte,
  );
const bytes = (text: string) => new TextEncoder().encode(text);

describe('readCsv', () => {
  it('reads commas, semicolons and tabs, quoted cells and lines of unequal length', () => {
    for (const sign of [',', ';', '\t']) {
      const table = readCsv(bytes(`Title${sign}Court\r\n"A ${sign} B"${sign}Lahore High Court\r\nC v. D\r\n`));
      expect(table).toMatchObject({ encoding: 'UTF-8', delimiter: sign, headings: ['Title', 'Court'] });
      expect(table.rows.map(({ cells }) => cells)).toEqual([
        [`A ${sign} B`.replace(/\s+/g, ' '), 'Lahore High Court'],
        ['C v. D'],
      ]);
    }
  });

  it('reads UTF-16 in both orders, with a mark and without', () => {
    const text = 'Title,Court\nمثل بنام خارج,Lahore\n';
    const le = Buffer.from(text, 'utf16le');
    const be = Buffer.from(le).swap16();
    const expected = [['مثل بنام خارج', 'Lahore']];
    for (const file of [
      Buffer.concat([Buffer.from([0xff, 0xfe]), le]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), be]),
      le,
      be,
    ]) {
      expect(readCsv(file).rows.map(({ cells }) => cells)).toEqual(expected);
    }
  });

  it('reads UTF-16 without a mark where hardly a letter is Latin', () => {
    const text = 'عنوان,عدالت\nمثلبنامخارجکیسسماعتفیصلہ,لاہورہائیکورٹلاہوربنچ\n'.repeat(3);
    for (const file of [Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()])
      expect(readCsv(file)).toMatchObject({ headings: ['عنوان', 'عدالت'], delimiter: ',' });
  });

  it('says where the cell begins that has no end', () => {
    const message = expect.stringContaining('begins on line 3 ');
    expect(() => readCsv(bytes('Title,Court\nA v. B,Lahore\nC v. D,"Lahore\nE v. F,Karachi\n'))).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'csv-broken', message }) }),
    );
  });

  it('reads as many rows as it says', () => {
    expect(readCsv(bytes(`Title,Court\n${'A v. B,Lahore\n'.repeat(20_000)}`)).rows).toHaveLength(20_000);
  });

  it('reads an old Windows file', () => {
    const table = readCsv(Buffer.from('Title,Court\nCaf\xe9 v. X,Lahore', 'latin1'));
    expect(table.encoding).toBe('Windows-1252');
    expect(table.rows[0]?.cells[0]).toBe('Café v. X');
  });

  it('drops marks of direction and the byte-order mark', () => {
    const table = readCsv(bytes('\ufeffTitle,Court\n\u200fA v. B\u202c,\u2067Lahore\u2069\n'));
    expect(table.headings[0]).toBe('Title');
    expect(table.rows[0]?.cells).toEqual(['A v. B', 'Lahore']);
  });

  it.each([
    ['nothing', new Uint8Array(), 'csv-empty'],
    ['a heading alone', bytes('Title,Court\n'), 'csv-no-rows'],
    ['zeros', Buffer.from('Title\0\0\0\0\0\0,Court\nx,y', 'latin1'), 'csv-not-text'],
    ['a cut quoted cell', bytes('Title,Court\n"A v. B,Lahore\n'), 'csv-broken'],
    ['a quoted heading without an end', bytes('"Title,Court\nA v. B,Lahore\n'), 'csv-broken'],
    ['zeros inside a name', bytes('Title,Court\nA\0 v. B,Lahore\n'), 'csv-not-text'],
    ['binary of one line', binary(90), 'csv-not-text'],
    ['binary of many lines, without a zero', binary(6000), 'csv-not-text'],
    ['binary with zeros on one side', binary(6000).map((byte, i) => (i % 2 ? byte : 0)), 'csv-not-text'],
    ['a workbook', Buffer.concat([Buffer.from('PK\x03\x04'), binary(500)]), 'csv-not-text'],
    ['a PDF', bytes('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'), 'csv-not-text'],
    ['a cell of a million letters', bytes(`Title\n${'x'.repeat(1e6)}\n`), 'csv-row-too-long'],
    [
      'more rows than a chamber has files',
      bytes(`Title,Court\n${'A v. B,Lahore\n'.repeat(200_000)}`),
      'csv-too-many-rows',
    ],
    ['hundreds of columns', bytes(`${'a,'.repeat(300)}\n${'b,'.repeat(300)}`), 'csv-too-wide'],
  ])('refuses %s', (_what, file, code) => {
    expect(() => readCsv(file)).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code }) }));
  });
});

describe('what a register means', () => {
  it.each([
    ['Next Date', 'nextOn'],
    ['N.D.O.H', 'nextOn'],
    ['Tareekh', 'nextOn'],
    ['Case No.', 'number'],
    ['Title of Case', 'title'],
    ['Petitioner', 'petitioner'],
    ['Vs', 'respondent'],
    ['Court', 'forum'],
    ['Date of Institution', 'filedOn'],
    ['File No', 'reference'],
    ['Stage', 'stage'],
    ['Fee agreed', 'ignore'],
  ])('knows the heading %s', (heading, field) => {
    expect(fieldOf(heading)).toBe(field);
  });

  it.each([
    ['Lahore High Court, Lahore', 'high-court'],
    ['Supreme Court of Pakistan', 'supreme-court'],
    ['ADJ Model Town', 'district-court'],
    ['Civil Judge 1st Class', 'civil-court'],
    ['Judicial Magistrate S.30', 'magistrate'],
    ['Mohtasib Punjab', 'ombudsperson'],
    ['The moon', null],
  ])('knows the court %s', (name, forum) => {
    expect(forumOf(name)).toBe(forum);
  });

  it('takes the order of dates from one that can be read only one way, and never guesses from the others', () => {
    expect(orderOf(['05/06/2026', '25/06/2026'])).toBe('day-month');
    expect(orderOf(['05/06/2026', '06/25/2026'])).toBe('month-day');
    expect(orderOf(['05/06/2026'])).toBeNull();
  });

  it.each([
    ['05/06/2026', 'day-month', '2026-06-05'],
    ['05/06/2026', 'month-day', '2026-05-06'],
    ['2026-06-05', 'day-month', '2026-06-05'],
    ['5.6.26', 'day-month', '2026-06-05'],
    ['5 Jun 2026', 'day-month', '2026-06-05'],
    ['June 5, 2026', 'day-month', '2026-06-05'],
    ['۰۵/۰۶/۲۰۲۶', 'day-month', '2026-06-05'],
    ['31/02/2026', 'day-month', null],
    ['soon', 'day-month', null],
    ['', 'day-month', null],
    ['29/02/2024', 'day-month', '2024-02-29'],
    ['29/02/2026', 'day-month', null],
  ] as const)('reads the date %s (%s)', (cell, order, date) => {
    expect(readDate(cell, order)).toBe(date);
  });

  it.each([
    ['10am', '10:00'],
    ['10:30', '10:30'],
    ['2.15 pm', '14:15'],
    ['12pm', '12:00'],
    ['12am', '00:00'],
    ['noon', null],
    ['10:75', null],
  ])('reads the time %s', (cell, time) => expect(readTime(cell)).toBe(time));
});
