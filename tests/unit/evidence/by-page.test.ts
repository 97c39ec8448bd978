import { describe, expect, test } from 'vitest';
import { textByPage } from '#main/evidence/by-page.ts';

const line = (n: number) => `0${n}/12/2020, 10:0${n} - Sender ${n}: message number ${n}`;
const source = [1, 2, 3, 4, 5, 6].map(line).join('\n');
const page = (number: number, ...lines: string[]) => ({
  page: number,
  text: ['chat.txt text file', ...lines].join('\n'),
});

describe('the text of a file by its typeset pages', () => {
  test('begins each page where its first line stands in the file', () => {
    const pages = [page(1, line(1), line(2)), page(2, line(3), line(4)), page(3, line(5), line(6))];
    expect(textByPage(source, pages)).toEqual([
      { page: 1, text: [line(1), line(2)].join('\n') },
      { page: 2, text: [line(3), line(4)].join('\n') },
      { page: 3, text: [line(5), line(6)].join('\n') },
    ]);
  });

  test('passes over a first line that is read back as shapes', () => {
    const got = textByPage(source, [page(1, line(1)), page(2, 'ہےہ ی ہہر', line(4))]);
    expect(got.map(({ text }) => text.split('\n')[0])).toEqual([line(1), line(4)]);
  });

  test('leaves on the page before what it can’t find, and loses nothing', () => {
    expect(textByPage(source, [page(1, line(1)), page(2, 'nothing of this file')])).toEqual([
      { page: 1, text: source },
    ]);
  });

  test('has nothing where there is nothing', () => {
    expect(textByPage('  \n ', [page(1)])).toEqual([]);
  });
});
