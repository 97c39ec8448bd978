import { describe, expect, it } from 'vitest';
import { complaintPhw } from '#shared/domain/drafting/complaint-phw.ts';
import { replaceNames, withPseudonyms } from '#shared/domain/drafting/names.ts';
import { fullSnapshot } from './sample.ts';

describe('protected names', () => {
  const snapshot = fullSnapshot();

  it('are replaced in what people wrote, whole and in part, in any case', () => {
    expect(withPseudonyms('Then FARIDA  Qasim came; Farida’s sister, Qasim said.', snapshot)).toBe(
      'Then Witness A came; Witness A’s sister, Witness A said.',
    );
  });

  it('leave longer words, and the parts that an open name shares', () => {
    expect(withPseudonyms('Faridabad', snapshot)).toBe('Faridabad');
    const shared = {
      ...snapshot,
      parties: snapshot.parties.map((party) => (party.id === 'w2' ? { ...party, name: 'Omar Qasim' } : party)),
    };
    expect(withPseudonyms('Omar Qasim and Farida', shared)).toBe('Omar Qasim and Witness A');
  });

  it('are found in either script', () => {
    const native = {
      ...snapshot,
      parties: snapshot.parties.map((party) => (party.id === 'w1' ? { ...party, nameNative: 'فریدہ قاسم' } : party)),
    };
    expect(withPseudonyms('پھر فریدہ قاسم آئی', native)).toBe('پھر Witness A آئی');
  });

  it('stand open to the audience that may read them', () => {
    expect(JSON.stringify(complaintPhw(snapshot).document)).not.toMatch(/Farida|Qasim/);
    expect(JSON.stringify(complaintPhw({ ...snapshot, audience: 'other-side' }).document)).toContain('Farida Qasim');
  });

  it('of a party in the title go with everything that would tell who it is', () => {
    const hidden = {
      ...snapshot,
      parties: snapshot.parties.map((party) =>
        party.id === 'c' ? { ...party, isProtected: true, pseudonym: 'X', pseudonymFor: ['court' as const] } : party,
      ),
    };
    const text = JSON.stringify(complaintPhw(hidden).document);
    expect(text).not.toMatch(/Hina|35202-1234567-1|Karim|Canal View/);
    expect(text).toContain('X (name and particulars withheld)');
  });

  it('with signs that mean something in a pattern are taken as they are', () => {
    const odd = {
      ...snapshot,
      parties: snapshot.parties.map((party) => (party.id === 'w1' ? { ...party, name: 'A. (B)+ [C]' } : party)),
    };
    expect(withPseudonyms('so A. (B)+ [C] said', odd)).toBe('so Witness A said');
  });
});

describe('names in text that is no draft', () => {
  const rubina = { name: 'Rubina Qadri', nameNative: null, aliases: ['R. Qadri', 'Ruby'], pseudonym: 'Ms Q.' };
  const open = [{ name: 'Sohail Qadri', nameNative: null, aliases: ['S. Qadri'], pseudonym: null }];

  it('go with their aliases, whole before their parts', () => {
    expect(replaceNames('R. Qadri v. S. Qadri; Ruby, Rubina and Qadri', [rubina], open)).toBe(
      'Ms Q. v. S. Qadri; Ms Q., Ms Q. and Qadri',
    );
  });

  it('of those whom nobody gave a pseudonym are called protected', () => {
    expect(replaceNames('Ruby came', [{ ...rubina, pseudonym: ' ' }], open)).toBe('a protected person came');
  });
});
