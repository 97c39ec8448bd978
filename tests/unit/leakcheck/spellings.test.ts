import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LeakFinder } from '#shared/domain/leakcheck/find.ts';
import { secretsFor } from '#shared/domain/leakcheck/secrets.ts';
import { listFor, PAPER, PARTIES } from './secrets.ts';

const finder = new LeakFinder(listFor());
const found = (text: string) => finder.find(text).map(({ kind, party }) => `${kind} of ${party}`);

describe('a protected name', () => {
  it.each([
    'MEHWISH QURBAN',
    'Qurban, Mehwish',
    'Qurban, M.',
    'M. Qurban',
    'Mehwish Q.',
    'Ms Qurban was there',
    'Mehvish Kurban',
    'Mehwish Qurbaan',
    'Mahwish Kurban',
    'Mehwish Bibi Qurban',
    "Mehwish Qurban's",
    'Mehwish-Qurban',
    'Mehwish\nQurban',
    'Meh\u00adwish Qur-\nban',
    'Mehwish Qur\u2010\nban',
    'M e h w i s h  Q u r b a n',
    'MehwishQurban',
    'mehwish_qurban_final2',
    'Mehw\u200bish Qur\u200cban',
    '\u202eMehwish Qurban\u202c',
    'Mehwísh Qurbān',
    'Меhwіsh Qurbаn',
    'Ｍｅｈｗｉｓｈ Ｑｕｒｂａｎ',
    '𝗠𝗲𝗵𝘄𝗶𝘀𝗵 𝗤𝘂𝗿𝗯𝗮𝗻',
    'Mehwish Qurbam',
    'Mehwihs Qurban',
    'Mehwissh Qurbaan',
    'Mehvvish Qurban',
    'Rnehwish Qurban',
    'Meh\u2060wish Qur\ufeffban',
    'Meh\u034fwish Qur\ufe0fban',
    'M\u0336e\u0336hwish Qurban',
    'Mehwish\u3164Qurban',
    'M.e.h.w.i.s.h. Q.u.r.b.a.n',
    'M-e-h-w-i-s-h Q-u-r-b-a-n',
    'Ⓜⓔⓗⓦⓘⓢⓗ Ⓠⓤⓡⓑⓐⓝ',
    '🅜🅔🅗🅦🅘🅢🅗 🅠🅤🅡🅑🅐🅝',
    '🇲🇪🇭🇼🇮🇸🇭 🇶🇺🇷🇧🇦🇳',
    'ᴍᴇʜᴡɪsʜ ǫᴜʀʙᴀɴ',
    'M3hw1sh Qurb4n',
    '\u202enabruQ hsiwheM\u202c',
    'Mehwish Bibi Jan Qurban',
    'Mehwish "Guddi" Qurban',
    'Mehwish (Qurban)',
    'Mehwish Sahiba',
    'Advocate Qurban',
    'MehwishQ',
    '@mqurban',
    '#MehwishQurban',
    'saidMehwish Qurban',
    'مہوش قربان',
    'مَہوِش قُربان',
    'مهوش قربان',
    'ﻣﮩﻮﺵ ﻗﺮﺑﺎﻥ',
    'م۔ قربان',
    'نابرق شوہم',
    'مھوش قربان',
    'مہوش ڧربان',
    'مـہـوش قـربـان',
    'م ہ و ش ق ر ب ا ن',
    'مہوش صاحبہ',
    'मेहविश क़ुर्बान',
    'ਮੇਹਵਿਸ਼ ਕੁਰਬਾਨ',
  ])('is found in %s', (text) => {
    expect(found(`it was ${text} who spoke`)).toContain('name of Witness A');
  });

  it.each([
    'Mehwish alone',
    'Qurban alone',
    'Mehwish Akram',
    'Aslam Qurban',
    'Mehwish and Qurban',
    'Samehwish Qurban',
    'I, Qurban, say',
    'I, Mehwish, say',
    'Qurban’s M (x)',
    'Mehwish was seen Qurban',
    'Mehwish; she Qurban',
    'Mehwish Akram Sahiba',
    'Aslam Qurban Sahib',
    'she saw the mqurbani stall',
    'the mahogany curb and the wish to be heard',
    'Zubair',
    'Mr Zubair Khan',
    'Tariq Baloch',
    '0000000003 00000 n',
  ])('is not found in %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('of one word, or with a courtesy, is not found in other words that sound like it', () => {
    const named = (name: string) => new LeakFinder(secretsFor('public', [{ ...PARTIES[1]!, id: name, name }], []));
    const count = (name: string, text: string) => named(name).find(text).length;
    expect(count('Junaid Mirza', 'she joined the studio, and Junaid was there')).toBe(0);
    expect(count('Junaid Mirza', 'it was Juned Mirza')).toBe(1);
    expect(count('Junaid', 'she joined the studio')).toBe(0);
    expect(count('Junaid', 'and Junayd was there, with junaid')).toBe(2);
    expect(count('Mr Junaid', 'Junaid was there')).toBe(1);
    expect(count('Saira Zafar', 'it was Zafar’s car')).toBe(0);
  });

  it('is found whatever is done to its letters', () => {
    const change = fc.constantFrom<(letter: string) => string>(
      (letter) => letter.toUpperCase(),
      (letter) => letter,
      (letter) => `${letter}\u00ad`,
      (letter) => `${letter}\u200d`,
      (letter) => `${letter}\u0301`,
      (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0),
    );
    const gap = fc.constantFrom(' ', '  ', '\n', '\t', '\u00a0', '-', ', ', ' \u2009', '.', '_');
    const words = ['mehwish', 'qurban'];
    const text = fc
      .tuple(fc.boolean(), fc.array(change, { minLength: 13, maxLength: 13 }), gap)
      .map(([isTurned, changes, between]) => {
        const letters = words.map((word, i) => [...word].map((letter, j) => changes[i * 7 + j]!(letter)).join(''));
        return (isTurned ? letters.reverse() : letters).join(between);
      });
    fc.assert(
      fc.property(text, (name) => found(`so ${name} said`).includes('name of Witness A')),
      { seed: 7, numRuns: 400 },
    );
  });

  it('is not found in words made of other letters', () => {
    const word = fc.string({ unit: fc.constantFrom(...'dfgjlptxyz'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => found(words.join(' ')).length === 0),
      { seed: 7, numRuns: 300 },
    );
  });

  it('says where in the text it stands', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (before, after) => {
        const hits = finder.find(`${before} | Mehwish Qurban | ${after}`);
        return hits.some(
          ({ term, context, start, end }) => term === 'Mehwish Qurban' && context.slice(start, end) === term,
        );
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('numbers and addresses', () => {
  it.each([
    ['42101-7654321-8', 'identity-number'],
    ['4210176543218', 'identity-number'],
    ['42101 7654321 8', 'identity-number'],
    ['42101,7654321,8', 'identity-number'],
    ['42101*7654321*8', 'identity-number'],
    ['4 2 1 0 1 7 6 5 4 3 2 1 8', 'identity-number'],
    ['4-2-1-0-1-7-6-5-4-3-2-1-8', 'identity-number'],
    ['CNIC4210176543218x', 'identity-number'],
    ['421O1-7654321-8', 'identity-number'],
    ['42l01-7654321-8', 'identity-number'],
    ['42101\u200b7654321\u200b8', 'identity-number'],
    ['٤٢١٠١.٧٦٥٤٣٢١.٨', 'identity-number'],
    ['8-7654321-42101', 'identity-number'],
    ['۴۲۱۰۱-۷۶۵۴۳۲۱-۸', 'identity-number'],
    ['0300-7654321', 'phone'],
    ['0300 765 43 21', 'phone'],
    ['+92 300 7654321', 'phone'],
    ['+92 (0)300 7654321', 'phone'],
    ['00923007654321', 'phone'],
    ['0 3 0 0 7 6 5 4 3 2 1', 'phone'],
    ['wa.me/923007654321', 'phone'],
    ['٠٣٠٠٧٦٥٤٣٢١', 'phone'],
    ['mehwish.q@example.org', 'email'],
    ['Mehwish.Q@EXAMPLE.org.', 'email'],
    ['mehwish.q [at] example [dot] org', 'email'],
    ['mehwish.q%40example.org', 'email'],
    ['mehwish dot q at example dot org', 'email'],
    ['mehwish . q@example . org', 'email'],
    ['mehwish.q@\nexample.org', 'email'],
    ['Flat 6, Mall Terrace', 'address'],
    ['flat no. 6 mall terrace lahore', 'address'],
    ['6 Mall Terrace, Lahore', 'address'],
    ['Mall Terrace, Flat 6', 'address'],
    ['Lahore, Mall Terrace, Apartment 6', 'address'],
    ['Flat ۶, Mall Terrace', 'address'],
  ])('%s is found', (text, kind) => {
    expect(found(`see ${text} there`)).toContain(`${kind} of Witness A`);
  });

  it.each([
    '142101-7654321-8',
    '42101-7654321-89',
    '0300-76543210',
    'Mall Terrace, Lahore',
    'Flat 7, Mall Terrace Road',
    'Mall Terrace, Lahore, 6 March',
    '42101 to 7654321 and 8',
    'other@example.org',
  ])('%s is not', (text) => expect(found(text)).toEqual([]));

  it('of open parties are kept from the public alone', () => {
    const said = 'Tariq Baloch, 35202-1111111-1, of 9 Canal Road, Lahore';
    const kinds = (audience: 'court' | 'other-side' | 'public') =>
      new LeakFinder(listFor(audience)).find(said).map(({ kind }) => kind);
    expect([kinds('court'), kinds('other-side'), kinds('public')]).toEqual([[], [], ['identity-number', 'address']]);
  });
});

describe('who reads it', () => {
  it('decides what is secret: the court sees the names', () => {
    expect(new LeakFinder(listFor('court')).find('Mehwish Qurban, 42101-7654321-8')).toEqual([]);
  });

  it('a name that may be read is no leak although it could be that of a hidden one', () => {
    const open = { ...PARTIES[2]!, id: 'd', name: 'Maryam Qurban', aliases: ['M. Qurban'] };
    const own = new LeakFinder(secretsFor('other-side', [{ ...PARTIES[0]!, aliases: [] }, open], []));
    expect(own.find('M. Qurban').map(({ party }) => party)).toEqual([]);
    expect(own.find('Mehwish Qurban').map(({ party }) => party)).toEqual(['Witness A']);
  });
});

describe('a privileged paper', () => {
  const papers = new LeakFinder(listFor('court', [PAPER]));
  const kinds = (text: string, of = papers) => of.find(text).map(({ kind, party }) => `${kind} ${party}`);

  it('is found by a quotation, over lines and in other case', () => {
    const quoted =
      'As was said: SHOULD BE SETTLED at once,\nfor the second witness would not survive cross-\nexamination.';
    expect(kinds(quoted)).toEqual(['privileged Exhibit 7 (privileged)']);
  });

  it('is found by its title and by the name of its file', () => {
    expect(kinds('4. Note of advice to the client')).toHaveLength(1);
    expect(kinds('advice-note-to-client.docx')).toHaveLength(1);
  });

  it('is not found in what it quotes from papers that may be read', () => {
    const known = ['the attendance sheet of that evening contradicts the statement in the second witness'];
    const own = new LeakFinder(listFor('court', [PAPER]), known);
    expect(kinds('the attendance sheet of that evening contradicts the statement', own)).toEqual([]);
  });

  it('without prejudice is kept from court and public, and not from the other side who had it', () => {
    const offer = { ...PAPER, privilege: 'without-prejudice' };
    const quoted = PAPER.text[0]!;
    const count = (audience: 'court' | 'other-side' | 'public') =>
      kinds(quoted, new LeakFinder(listFor(audience, [offer]))).length;
    expect([count('court'), count('other-side'), count('public')]).toEqual([1, 0, 1]);
  });
});
