import { expect, it } from 'vitest';
import { LeakFinder } from '#shared/domain/leakcheck/find.ts';
import { standIns } from '#shared/domain/leakcheck/stand-ins.ts';
import { listFor, PARTIES } from './secrets.ts';

const read = standIns(PARTIES.slice(0, 2), PARTIES.slice(2));
const finder = new LeakFinder(listFor());

it('puts the pseudonym in the place of names as the records have them', () => {
  expect(read('Mehwish Qurban and Zubair Lodhi met Tariq Baloch')).toBe('Witness A and Witness B met Tariq Baloch');
  expect(read('Qurban, Mehwish, M. Qurban, Mehvish Kurban')).toBe('Witness A, Witness A, Witness A, Witness A');
  expect(read('so said MEHWISH\nQURBAN, and Qurban’s friend')).toBe('so said Witness A, and Witness A’s friend');
  expect(read('گواہ مہوش قربان نے کہا')).toBe('گواہ Witness A نے کہا');
  expect(standIns([], PARTIES)('Mehwish Qurban')).toBe('Mehwish Qurban');
});

it.each([
  'Mehwisch Qurban',
  'Mehvissh Kurbaan',
  'Mehwish Bibi Qurban',
  'Zobayr Lodhi',
  'Zubair Lodhee',
  'Meh\u00adwish Qurbaan',
])('leaves %s whole, so that it is found afterwards', (name) => {
  const text = read(`the statement of ${name} was read`);
  expect(finder.find(text).map(({ kind }) => kind)).toEqual(['name']);
  expect(text).toContain(name);
});
