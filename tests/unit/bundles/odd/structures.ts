import { brotliCompressSync } from 'node:zlib';
import { makeDocument, moreNumber, streamBody } from '../make-pdf.ts';
import { throughQpdf } from '../programs.ts';
import { CATALOG, FONT, one, page, say, tree, USUAL } from './words.ts';

/** Adds a revision to a file: these objects, and a table that names them and the one before. */
function revised(pdf: Buffer, objects: Readonly<Record<number, string | null>>, trailer = ''): Buffer {
  const start = /startxref\s+(\d+)(?![\s\S]*startxref)/.exec(pdf.toString('latin1'))![1];
  let body = '';
  let table = 'xref\n';
  for (const [num, object] of Object.entries(objects)) {
    if (object === null) table += `${num} 1\n0000000000 00001 f \n`;
    else {
      table += `${num} 1\n${String(pdf.length + body.length).padStart(10, '0')} 00000 n \n`;
      body += `${num} 0 obj\n${object}\nendobj\n`;
    }
  }
  const end = `trailer\n<</Size 99/Root 1 0 R/Prev ${start}${trailer}>>\nstartxref\n${pdf.length + body.length}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(body + table + end, 'latin1')]);
}

/** A classic table beside a table in a stream, as files for old and new readers have (ISO 32000-1, 7.5.8.4). */
function hybrid(): Buffer {
  const packed = 'x 0 '.length > 0 ? `3 0 ${FONT}` : '';
  let out = '%PDF-1.5\n';
  const offsets: number[] = [];
  const add = (num: number, body: string) => {
    offsets[num] = out.length;
    out += `${num} 0 obj\n${body}\nendobj\n`;
  };
  add(1, CATALOG);
  add(2, `<</Type/Pages/Count 1/Kids[4 0 R]${USUAL}>>`);
  add(4, page(2, 5));
  add(5, streamBody(say('First')));
  add(6, streamBody(packed, '/Type/ObjStm/N 1/First 4'));
  offsets[7] = out.length;
  const rows = Buffer.from([2, 0, 6, 0]);
  out += `7 0 obj\n${streamBody(rows, '/Type/XRef/Size 8/W[1 2 1]/Index[3 1]')}\nendobj\n`;
  const start = out.length;
  out += 'xref\n0 8\n0000000000 65535 f \n';
  for (let num = 1; num < 8; num++) {
    const offset = offsets[num];
    out += offset === undefined ? '0000000000 00000 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  }
  out += `trailer\n<</Size 8/Root 1 0 R/XRefStm ${offsets[7]}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

export const TREES: [string, () => Buffer][] = [
  [
    'a tree whose pages inherit all',
    () => tree(`<</Type/Pages/Count 1/Kids[4 0 R]${USUAL}/Rotate 90>>`, page(2, 5), streamBody(say('First'))),
  ],
  [
    'a tree of three levels with boxes on each',
    () =>
      tree(
        `<</Type/Pages/Count 2/Kids[4 0 R]${USUAL}>>`,
        '<</Type/Pages/Parent 2 0 R/Count 2/Kids[5 0 R]/CropBox[10 10 500 700]>>',
        '<</Type/Pages/Parent 4 0 R/Count 2/Kids[6 0 R 7 0 R]/Rotate 180>>',
        page(5, 8),
        page(5, 9, '/Rotate 0/CropBox[0 0 300 300]'),
        streamBody(say('First')),
        streamBody(say('Second', 100)),
      ),
  ],
  [
    'a tree whose nodes name one another',
    () =>
      tree(
        `<</Type/Pages/Count 9/Kids[4 0 R 5 0 R]${USUAL}>>`,
        '<</Type/Pages/Kids[5 0 R 6 0 R]>>',
        '<</Type/Pages/Kids[4 0 R 2 0 R]>>',
        page(4, 7),
        streamBody(say('First')),
      ),
  ],
  [
    'a page that stands in the tree itself',
    () =>
      tree(
        `<</Type/Pages/Count 1/Kids[<</Type/Page/Parent 2 0 R/Contents 4 0 R>>]${USUAL}>>`,
        streamBody(say('First')),
      ),
  ],
  ['a catalogue whose tree is a page', () => tree(page(2, 4, USUAL), streamBody(say('First')))],
  [
    'children in an array apart',
    () => tree(`<</Type/Pages/Count 1/Kids 4 0 R${USUAL}>>`, '[5 0 R]', page(2, 6), streamBody(say('First'))),
  ],
  [
    'a tree of a hundred levels',
    () => {
      const nodes = Array.from(
        { length: 99 },
        (_, i) => `<</Type/Pages/Count 1/Parent ${i === 0 ? 2 : 3 + i} 0 R/Kids[${i === 98 ? 103 : 5 + i} 0 R]>>`,
      );
      return tree(`<</Type/Pages/Count 1/Kids[4 0 R]${USUAL}>>`, ...nodes, page(102, 104), streamBody(say('First')));
    },
  ],
  ['two hundred pages in one node', () => makeDocument(Array.from({ length: 200 }, (_, i) => ({ text: `P${i}` })))],
  [
    'everything by reference',
    () =>
      tree(
        '<</Type 20 0 R/Count 10 0 R/Kids 11 0 R/MediaBox 12 0 R/Resources 13 0 R>>',
        page(2, 5, '/Rotate 16 0 R'),
        `<</Length 14 0 R>>\nstream\n${say('First')}\nendstream`,
        null,
        null,
        null,
        null,
        '1',
        '[4 0 R]',
        '[15 0 R 15 0 R 17 0 R 18 0 R]',
        '<</Font 19 0 R>>',
        String(say('First').length),
        '0',
        '90',
        '595',
        '842',
        '<</F 3 0 R>>',
        '/Pages',
      ),
  ],
  [
    'references to references',
    () =>
      tree(
        `<</Type/Pages/Count 1/Kids[4 0 R]${USUAL}>>`,
        '5 0 R',
        '6 0 R',
        page(2, 7),
        '8 0 R',
        streamBody(say('First')),
      ),
  ],
];

/** The least that a viewer takes for a document. */
export const LEAST: [string, () => Buffer][] = [
  [
    'a catalogue in the trailer, a page in the tree, no table and no ends',
    () =>
      Buffer.from(
        `%PDF-1.\n1 0 obj\n<</Kids[<</Parent 1 0 R/Contents[2 0 R]>>]/Resources<</Font<</F 3 0 R>>>>>>\n2 0 obj\n<<>>\nstream\n${say('First')}\nendstream\nendobj\n3 0 obj\n${FONT}\ntrailer<</Root<</Pages 1 0 R>>>>`,
      ),
  ],
  [
    'generations of twenty digits, and a count of millions',
    () =>
      Buffer.from(
        `%PDF-1.4\n1 0 obj\n${CATALOG}\nendobj\n2 0 obj\n<</Type/Pages/Kids[4 0 R]/Count 213804087${USUAL}>>\nendobj\n4 18446744073709551616 obj\n${page(2, 5)}\nendobj\n5 233245 obj\n${streamBody(say('First'))}\nendobj\n3 0 obj\n${FONT}\nendobj\n6 0 obj\n>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n`,
      ),
  ],
  [
    'objects packed by Brotli',
    () => {
      const head = `1 0 2 ${CATALOG.length + 1} `;
      const objects = `${head}${CATALOG} <</Type/Pages/Count 1/Kids[4 0 R]${USUAL}>>`;
      const entries = `/Type/ObjStm/N 2/First ${head.length}/Filter/BrotliDecode`;
      const packed = streamBody(brotliCompressSync(Buffer.from(objects)), entries);
      return Buffer.from(
        `%PDF-2.0\n4 0 obj\n${page(2, 5)}\nendobj\n5 0 obj\n${streamBody(say('First'))}\nendobj\n3 0 obj\n${FONT}\nendobj\n6 0 obj\n${packed}\nendobj\ntrailer\n<</Root 1 0 R>>\n`,
        'latin1',
      );
    },
  ],
];

export const REVISIONS: [string, () => Buffer][] = [
  ['a revision of the content', () => revised(one(''), { 5: streamBody(say('Amended')) })],
  ['a revision that frees the content', () => revised(one(''), { 5: null })],
  ['a revision that frees a page', () => revised(makeDocument([{ text: 'First' }, { text: 'Second' }]), { 6: null })],
  [
    'a revision of a packed file by a table',
    () => revised(makeDocument([{ text: 'First' }], { style: 'packed' }), { 5: streamBody(say('Amended')) }),
  ],
  [
    'forty revisions',
    () =>
      Array.from({ length: 40 }).reduce<Buffer>(
        (pdf, _, i) => revised(pdf, { 5: streamBody(say(`Revision ${i}`)) }),
        one(''),
      ),
  ],
  [
    'a revision with a new catalogue',
    () => revised(one(''), { 50: '<</Type/Catalog/Pages 2 0 R/Lang(en)>>' }, '/Root 50 0 R'),
  ],
  ['a revision cut off', () => revised(one(''), { 5: streamBody(say('Amended')) }).subarray(0, -60)],
  ['a table beside a table in a stream', hybrid],
  [
    'objects numbered from a million',
    () =>
      Buffer.from(
        one('')
          .toString('latin1')
          .replace(/\b3 0 (obj|R)/g, '1000003 0 $1')
          .replace(/startxref[\s\S]*/, ''),
        'latin1',
      ),
  ],
  [
    'objects numbered from eight millions',
    () =>
      Buffer.from(
        one('')
          .toString('latin1')
          .replace(/\b3 0 (obj|R)/g, '8388600 0 $1')
          .replace(/startxref[\s\S]*/, ''),
        'latin1',
      ),
  ],
];

const rich = () =>
  one(`/Annots[${moreNumber(1)} 0 R]`, {
    catalog: '/Lang(en)/Metadata 7 0 R',
    more: [
      '<</Type/Annot/Subtype/Link/Rect[10 10 90 30]/A<</S/URI/URI(https://example.org/)>>>>',
      streamBody('<x:xmpmeta/>', '/Type/Metadata/Subtype/XML'),
    ],
  });
const locked = (...how: string[]) => throughQpdf(rich(), ['--allow-weak-crypto', '--encrypt', ...how, '--']);

export const LOCKED: [string, () => Buffer][] = [
  ['RC4 of 40 bits', () => locked('', 'own', '40')],
  ['RC4 of 128 bits', () => locked('', 'own', '128', '--use-aes=n')],
  ['AES of 128 bits', () => locked('', 'own', '128', '--use-aes=y')],
  ['AES of 128 bits with open metadata', () => locked('', 'own', '128', '--use-aes=y', '--cleartext-metadata')],
  ['crypt filters of RC4', () => locked('', 'own', '128', '--force-V4')],
  ['AES of 256 bits', () => locked('', 'own', '256')],
  ['AES of 256 bits as first published', () => locked('', 'own', '256', '--force-R5')],
  ['AES of 256 bits with open metadata', () => locked('', 'own', '256', '--cleartext-metadata')],
  ['only a password for the user, the owner’s empty', () => locked('', '', '128', '--use-aes=y')],
  [
    'an identity filter for streams',
    () => Buffer.from(locked('', 'own', '256').toString('latin1').replace('/StmF /StdCF', '/StmF /Identity'), 'latin1'),
  ],
  [
    'encryption and object streams',
    () => throughQpdf(rich(), ['--object-streams=generate', '--encrypt', '', 'own', '256', '--']),
  ],
  ['encryption and linearisation', () => throughQpdf(rich(), ['--linearize', '--encrypt', '', 'own', '256', '--'])],
  [
    'encryption and a lost table',
    () =>
      Buffer.from(
        locked('', 'own', '256')
          .toString('latin1')
          .replace(/startxref\n\d+/, 'startxref\n1'),
        'latin1',
      ),
  ],
];
