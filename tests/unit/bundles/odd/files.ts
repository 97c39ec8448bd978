import { makeDocument } from '../make-pdf.ts';
import { throughQpdf } from '../programs.ts';
import { DAMAGES } from './damage.ts';
import { oddMakes } from './makes.ts';

/** A file as it should not be, or as hardly any program makes it. */
export interface OddFile {
  readonly name: string;
  readonly pdf: Buffer;
}

const TWO = [{ text: 'First' }, { text: 'Second' }];

/** Whole documents of two pages, as different programs write them. */
function bases(): OddFile[] {
  const table = makeDocument(TWO);
  const encrypt = (...how: string[]) =>
    throughQpdf(table, ['--allow-weak-crypto', '--encrypt', '', 'own', ...how, '--']);
  return [
    { name: 'table', pdf: table },
    { name: 'packed', pdf: makeDocument(TWO, { style: 'packed' }) },
    { name: 'linearised', pdf: throughQpdf(table, ['--linearize']) },
    { name: 'linearised and packed', pdf: throughQpdf(table, ['--linearize', '--object-streams=generate']) },
    { name: 'encrypted', pdf: encrypt('256') },
    { name: 'encrypted of old', pdf: encrypt('40') },
  ];
}

/** All odd files: every damage to every base that it can be done to, and whole files of odd make. */
export function oddFiles(): OddFile[] {
  const damaged = bases().flatMap(({ name, pdf }) => {
    const text = pdf.toString('latin1');
    return DAMAGES.flatMap((damage) => {
      const spoilt = damage.spoil(text);
      return spoilt === null ? [] : [{ name: `${name}: ${damage.name}`, pdf: Buffer.from(spoilt, 'latin1') }];
    });
  });
  return [...damaged, ...oddMakes()];
}
