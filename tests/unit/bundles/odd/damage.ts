/**
 * Ways in which files are found damaged, as a change of their bytes. Each names what viewers are known to meet; one that
 * finds nothing to change in a file gives null.
 */
export interface Damage {
  readonly name: string;
  readonly spoil: (text: string) => string | null;
}

/** A change of the first place that fits, or of all with the flag `g`. */
const swap = (name: string, from: RegExp | string, to: string | ((...found: string[]) => string)): Damage => ({
  name,
  spoil: (text) => {
    const made = typeof to === 'string' ? text.replace(from, to) : text.replace(from, to);
    return made === text ? null : made;
  },
});

const insertAt = (text: string, at: number, what: string) => text.slice(0, at) + what + text.slice(at);

const inTable = (name: string, change: (offset: number, i: number) => number): Damage => ({
  name,
  spoil(text) {
    let i = 0;
    const made = text.replace(/^(\d{10}) (\d{5}) n/gm, (_, offset: string, gen: string) => {
      const changed = Math.max(0, change(Number(offset), i++));
      return `${String(changed).padStart(10, '0')} ${gen} n`;
    });
    return i === 0 ? null : made;
  },
});

const startXref = (name: string, change: (offset: number, size: number) => number | string): Damage => ({
  name,
  spoil: (text) =>
    text.replace(
      /startxref\s+(\d+)(?![\s\S]*startxref)/,
      (_, at: string) => `startxref\n${change(Number(at), text.length)}`,
    ),
});

/** What is wrong at the ends of the file. */
const ENDS: Damage[] = [
  { name: 'junk before the header', spoil: (text) => `Received: by mail\r\n\r\n${text}` },
  { name: 'a byte order mark before the header', spoil: (text) => `\xef\xbb\xbf${text}` },
  { name: 'a thousand bytes of junk before the header', spoil: (text) => `${'x'.repeat(1000)}\n${text}` },
  swap('no header', /^%PDF-[\d.]+\n/, ''),
  swap('a header without a version', /^%PDF-[\d.]+/, '%PDF-'),
  swap('a header of another kind', /^%PDF-[\d.]+/, '%!PS-Adobe-3.0 PDF-1.4'),
  swap('a header with spaces', /^%PDF-/, '  %PDF-'),
  swap('a lower-case header', /^%PDF-/, '%pdf-'),
  swap('no end mark', /%%EOF\s*$/, ''),
  swap('an end mark cut in two', /%%EOF\s*$/, '%%E'),
  { name: 'trailing zeros', spoil: (text) => text + '\0'.repeat(3000) },
  {
    name: 'trailing page of a web server',
    spoil: (text) => `${text}<!-- cached --><html><body>${' '.repeat(2000)}</body></html>`,
  },
  { name: 'trailing junk of 64 KiB', spoil: (text) => text + 'junk '.repeat(13_000) },
  { name: 'the last two hundred bytes missing', spoil: (text) => text.slice(0, -200) },
  { name: 'the last twentieth missing', spoil: (text) => text.slice(0, Math.floor(text.length * 0.95)) },
  { name: 'two copies of the file one after the other', spoil: (text) => text + text },
  {
    name: 'an empty line before every end of an object',
    spoil: (text) => text.replaceAll('\nendobj', '\n\n \nendobj'),
  },
  { name: 'a second end mark in the middle', spoil: (text) => text.replace('endobj\n', 'endobj\n%%EOF\n') },
];

/** What is wrong with the way to the table. */
const STARTS: Damage[] = [
  swap('no startxref', /startxref\s+\d+\s*/, ''),
  startXref('startxref of zero', () => 0),
  startXref('startxref beyond the end', (_, size) => size + 1000),
  startXref('startxref at the end', (_, size) => size - 1),
  startXref('startxref one too small', (at) => at - 1),
  startXref('startxref one too large', (at) => at + 1),
  startXref('startxref forty too small', (at) => at - 40),
  startXref('startxref five too large', (at) => at + 5),
  startXref('startxref of a word', () => 'start'),
  startXref('startxref negative', () => -5),
  startXref('startxref of twenty digits', () => '99999999999999999999'),
  startXref('startxref in the middle of an object', () => 30),
  swap('startxref without its number', /startxref\s+\d+/, 'startxref'),
  swap('startxref and number on one line', /startxref\s+(\d+)/, 'startxref $1'),
];

/** What is wrong inside a table. */
const TABLES: Damage[] = [
  inTable('every offset one too large', (at) => at + 1),
  inTable('every offset one too small', (at) => at - 1),
  inTable('every offset ten too large', (at) => at + 10),
  inTable('every offset zero', () => 0),
  inTable('every offset beyond the end', (at) => at + 1_000_000),
  inTable('the first two offsets the other way round', (at, i) => (i === 0 ? at + 60 : at)),
  inTable('the last offset of another object', (at, i) => (i === 6 ? 15 : at)),
  inTable('one offset in the middle of a stream', (at, i) => (i === 4 ? at + 45 : at)),
  swap('a subsection that begins at one', /xref\n0 /, 'xref\n1 '),
  swap('a subsection that is one short', /xref\n0 (\d+)/, (_, n) => `xref\n0 ${Number(n) - 1}`),
  swap('a subsection that is one long', /xref\n0 (\d+)/, (_, n) => `xref\n0 ${Number(n) + 1}`),
  swap('a subsection of a hundred thousand', /xref\n0 (\d+)/, 'xref\n0 100000'),
  swap('a subsection of none', /xref\n0 (\d+)/, 'xref\n0 0'),
  swap('a subsection with words', /xref\n0 (\d+)/, 'xref\nzero $1'),
  swap('entries with bare line feeds', /(\d{10} \d{5} [nf]) \n/g, '$1\n'),
  swap('entries with carriage returns', /(\d{10} \d{5} [nf]) \n/g, '$1\r\n'),
  swap('entries with two spaces', /(\d{10}) (\d{5}) ([nf]) \n/g, '$1  $2 $3\n'),
  swap('entries of nine digits', /0(\d{9}) (\d{5}) n/g, '$1 $2 n'),
  swap('entries all free', /(\d{10} \d{5}) n/g, '$1 f'),
  swap('entries with other generations', /(\d{10}) 00000 n/g, '$1 00003 n'),
  swap('the table on the line of its word', /xref\n0/, 'xref 0'),
  swap('the word of the table misspelt', /\nxref\n/, '\nxerf\n'),
  swap('a comment in the table', /xref\n/, 'xref % here\n'),
  swap('no table at all', /xref\n0[\s\S]*?trailer/, 'trailer'),
  swap('half a table', /(xref\n0 \d+\n(?:.{18}..){3})[\s\S]*?trailer/, '$1trailer'),
];

/** What is wrong with the trailer. */
const TRAILERS: Damage[] = [
  swap('no trailer', /trailer[\s\S]*/, ''),
  swap('no word for the trailer', /trailer\n/, ''),
  swap('no catalogue in the trailer', /\/Root \d+ \d+ R/, ''),
  swap('a catalogue that is not there', /\/Root \d+ \d+ R/, '/Root 7777 0 R'),
  swap('a catalogue that is a page', /\/Root \d+ \d+ R/, '/Root 4 0 R'),
  swap('a catalogue of null', /\/Root \d+ \d+ R/, '/Root null'),
  swap('no size', /\/Size \d+/, ''),
  swap('a size of one', /\/Size \d+/, '/Size 1'),
  swap('a size of minus one', /\/Size \d+/, '/Size -1'),
  swap('a size of nine digits', /\/Size \d+/, '/Size 999999999'),
  swap('a trailer that does not end', /(trailer[\s\S]*?)>>/, '$1'),
  swap('a previous table at itself', /\/Root/, '/Prev 9 /Root'),
  swap('a previous table beyond the end', /\/Root/, '/Prev 99999999 /Root'),
  swap('a previous table of a reference', /\/Root/, '/Prev 3 0 R /Root'),
  swap('a hybrid table that is not there', /trailer\n<</, 'trailer\n<</XRefStm 12 '),
  swap('two trailers, the second without a catalogue', /(startxref\s+\d+\s+%%EOF\s*)$/, 'trailer\n<</Size 3>>\n$1'),
  swap('an identifier of numbers', /\/Root/, '/ID[1 2]/Root'),
  swap('an encryption of null', /\/Root/, '/Encrypt null/Root'),
  swap('an encryption that is not there', /\/Root/, '/Encrypt 8888 0 R/Root'),
  swap('an empty encryption', /\/Root/, '/Encrypt<<>>/Root'),
];

/** What is wrong with objects. */
const OBJECTS: Damage[] = [
  swap('no end of any object', /endobj\n/g, ''),
  swap('no end of the first object', /endobj\n/, ''),
  swap('ends of objects misspelt', /endobj/g, 'endobject'),
  swap('ends of objects glued', /\nendobj\n/g, 'endobj '),
  swap('heads of objects glued to their values', /(\d+ 0 obj)\n/g, '$1'),
  swap('heads of objects in three lines', /(\d+) 0 obj/g, '$1\n0\nobj'),
  swap('comments in heads', /(\d+) 0 obj\n/g, '$1 % number\n0 % generation\nobj % here\n'),
  swap('comments in dictionaries', /<<\/Type/g, '<<% a (comment >> with [ brackets\n/Type'),
  swap('generations of 65535', /(\d+) 0 obj/g, '$1 65535 obj'),
  swap('a huge generation', /^(\d+) 0 obj/m, '$1 99999999999 obj'),
  swap('a generation with a sign', /^(\d+) 0 obj/m, '$1 +0 obj'),
  swap('numbers with leading zeros', /^(\d+) 0 obj/gm, '000$1 0 obj'),
  swap('the first dictionary open', />>\nendobj/, '\nendobj'),
  swap('a dictionary closed twice', />>\nendobj/, '>>>>\nendobj'),
  swap('a dictionary with an odd key', /<<\/Type/, '<</Odd/Type'),
  swap('a dictionary with a number for a key', /<<\/Type/, '<<12 /Type'),
  swap('a key without a value at the end', />>\nendobj/, '/Last>>\nendobj'),
  swap('the same key twice', /\/Type\/Page\//, '/Type/Page/Type/Page/'),
  swap('null for a value', /\/Type\/Page\//, '/Thing null/Type/Page/'),
  swap('an unbalanced string', />>\nendobj/, '/Note(one \\( two ( three)/X 1>>\nendobj'),
  swap('a string that does not end', /\/BaseFont\/Helvetica>>/, '/BaseFont/Helvetica/Note(never>>'),
  swap('a hexadecimal string of odd digits', /\/BaseFont/, '/Note<ABC>/BaseFont'),
  swap('a hexadecimal string with other signs', /\/BaseFont/, '/Note<zz 41 yy>/BaseFont'),
  swap('names with escapes', /\/Contents/g, '/Con#74ents'),
  swap('a name with a zero', /\/BaseFont/, '/Na#00me 1/BaseFont'),
  swap('a name with a broken escape', /\/BaseFont/, '/Na#zzme 1/BaseFont'),
  swap('an empty name', /\/BaseFont/, '/ 1/BaseFont'),
  swap('numbers of many forms', /\/BaseFont/, '/N[+1 -.5 .5 4. --3 1.2.3 00012 1e5 6.02E23 - . 2147483648]/BaseFont'),
  swap('carriage returns for all line ends', /\n/g, '\r'),
  swap('line ends of two bytes', /\n/g, '\r\n'),
  swap('form feeds for spaces', / 0 R/g, '\f0\fR'),
  swap('zeros for spaces', / 0 R/g, '\x000\x00R'),
  swap('references glued together', /(\d+ 0 R) (?=\d)/g, '$1\n'),
  swap('a number said twice, the second empty', /(startxref)/, '3 0 obj\n<</Old true>>\nendobj\n$1'),
];

/** What is wrong with streams. */
const STREAMS: Damage[] = [
  swap('lengths of zero', /\/Length \d+/g, '/Length 0'),
  swap('lengths one too short', /\/Length (\d+)/g, (_, n) => `/Length ${Number(n) - 1}`),
  swap('lengths one too long', /\/Length (\d+)/g, (_, n) => `/Length ${Number(n) + 1}`),
  swap('lengths ten too long', /\/Length (\d+)/g, (_, n) => `/Length ${Number(n) + 10}`),
  swap('lengths beyond the end', /\/Length \d+/g, '/Length 9999999'),
  swap('negative lengths', /\/Length \d+/g, '/Length -4'),
  swap('no lengths', /\/Length \d+/g, ''),
  swap('lengths that are words', /\/Length \d+/g, '/Length/Long'),
  swap('lengths that are not there', /\/Length \d+/g, '/Length 6543 0 R'),
  swap('lengths that are fractions', /\/Length (\d+)/g, '/Length $1.0'),
  swap('no end of streams', /\nendstream/g, ''),
  swap('ends of streams glued', /\nendstream/g, 'endstream'),
  swap('ends of streams misspelt', /endstream/g, 'endstrean'),
  swap('a carriage return after the word stream', /stream\n(?=BT)/g, 'stream\r'),
  swap('a space and a line feed after the word stream', /stream\n(?=BT)/g, 'stream \n'),
  swap('no line end after the word stream', /stream\n(?=BT)/g, 'stream '),
  swap('blanks before the end of streams', /\nendstream/g, '   \r\nendstream'),
  swap('an unknown filter', /\/Length/, '/Filter/Nothing/Length'),
  swap('a filter of null', /\/Length/, '/Filter null/Length'),
  swap('an empty list of filters', /\/Length/, '/Filter[]/DecodeParms[]/Length'),
  swap('a filter that does not fit', /<<\/Length/, '<</Filter/FlateDecode/Length'),
];

/** What is wrong with the tree of pages. */
const PAGES: Damage[] = [
  swap('a count of zero', /\/Count \d+/g, '/Count 0'),
  swap('a negative count', /\/Count \d+/g, '/Count -2'),
  swap('a count of ten digits', /\/Count \d+/g, '/Count 9999999999'),
  swap('a count that is a reference to nothing', /\/Count \d+/g, '/Count 555 0 R'),
  swap('no count', /\/Count \d+/g, ''),
  swap('a child that is not there', /\/Kids\[/, '/Kids[4444 0 R '),
  swap('a child of null', /\/Kids\[/, '/Kids[null '),
  swap('a child that is a number', /\/Kids\[/, '/Kids[17 '),
  swap('a child that is the tree', /\/Kids\[/, '/Kids[2 0 R '),
  swap('a child that is the catalogue', /\/Kids\[/, '/Kids[1 0 R '),
  swap('a child twice', /\/Kids\[(\d+ 0 R)/, '/Kids[$1 $1'),
  swap('no children', /\/Kids\[[^\]]*\]/, ''),
  swap('children that are one reference', /\/Kids\[(\d+ 0 R)[^\]]*\]/, '/Kids $1'),
  swap('children that do not end', /(\/Kids\[[^\]]*)\]/, '$1'),
  swap('pages without their type', /\/Type\/Page\//g, '/'),
  swap('pages of another type', /\/Type\/Page\//g, '/Type/Template/'),
  swap('pages that call themselves trees', /\/Type\/Page\//g, '/Type/Pages/'),
  swap('the tree called a page', /\/Type\/Pages/, '/Type/Page'),
  swap('no type anywhere', /\/Type\/(Pages|Page|Catalog)/g, ''),
  swap('no tree in the catalogue', /\/Pages 2 0 R/, ''),
  swap('a tree that is the catalogue', /\/Pages 2 0 R/, '/Pages 1 0 R'),
  swap('parents that are not there', /\/Parent \d+ 0 R/g, '/Parent 3333 0 R'),
  swap('parents that are the page', /\/Parent \d+ 0 R/g, '/Parent 4 0 R'),
  swap('no parents', /\/Parent \d+ 0 R/g, ''),
];

/** What is wrong with what a page says of itself. */
const LOOKS: Damage[] = [
  swap('no box', /\/MediaBox\[[^\]]*\]/g, ''),
  swap('a box upside down', /\/MediaBox\[[^\]]*\]/g, '/MediaBox[595 842 0 0]'),
  swap('a box of no size', /\/MediaBox\[[^\]]*\]/g, '/MediaBox[0 0 0 0]'),
  swap('a box of three numbers', /\/MediaBox\[[^\]]*\]/g, '/MediaBox[0 0 595]'),
  swap('a box of five numbers', /\/MediaBox\[[^\]]*\]/g, '/MediaBox[0 0 595 842 7]'),
  swap('a box of names', /\/MediaBox\[[^\]]*\]/g, '/MediaBox[/a /b /c /d]'),
  swap('a box of fractions', /\/MediaBox\[[^\]]*\]/g, '/MediaBox[0.00 -.0 595.276 841.89]'),
  swap('a box with references', /\/MediaBox\[[^\]]*\]/g, '/MediaBox[2222 0 R 0 595 842]'),
  swap('a box of one point', /\/MediaBox\[[^\]]*\]/g, '/MediaBox[0 0 1 1]'),
  swap('a box of a mile', /\/MediaBox\[[^\]]*\]/g, '/MediaBox[0 0 100000 100000]'),
  swap('a crop outside the page', /\/Type\/Page\//g, '/CropBox[2000 2000 3000 3000]/Type/Page/'),
  swap('a crop upside down', /\/Type\/Page\//g, '/CropBox[500 800 50 50]/Type/Page/'),
  swap('a turn that is negative', /\/Type\/Page\//g, '/Rotate -90/Type/Page/'),
  swap('a turn of 450', /\/Type\/Page\//g, '/Rotate 450/Type/Page/'),
  swap('a turn of 45', /\/Type\/Page\//g, '/Rotate 45/Type/Page/'),
  swap('a turn that is a name', /\/Type\/Page\//g, '/Rotate/Right/Type/Page/'),
  swap('a unit of zero', /\/Type\/Page\//g, '/UserUnit 0/Type/Page/'),
  swap('a unit of two', /\/Type\/Page\//g, '/UserUnit 2/Type/Page/'),
  swap('no resources', /\/Resources<<\/Font<<\/F 3 0 R>>>>/, ''),
  swap('resources of null', /\/Resources<<\/Font<<\/F 3 0 R>>>>/, '/Resources null'),
  swap('resources that are not there', /\/Resources<<\/Font<<\/F 3 0 R>>>>/, '/Resources 1234 0 R'),
  swap('fonts that are not there', /\/F 3 0 R/, '/F 4321 0 R'),
  swap('no content', /\/Contents \d+ 0 R/, ''),
  swap('content that is not there', /\/Contents \d+ 0 R/, '/Contents 9876 0 R'),
  swap('content of null', /\/Contents \d+ 0 R/, '/Contents null'),
  swap('content in an empty list', /\/Contents \d+ 0 R/, '/Contents[]'),
  swap('content in a list with nulls', /\/Contents (\d+ 0 R)/, '/Contents[null $1 null 888 0 R]'),
  swap('content in lists of lists', /\/Contents (\d+ 0 R)/, '/Contents[[$1]]'),
  swap('content that is the page', /\/Contents (\d+) 0 R/, (_, n) => `/Contents ${Number(n) - 1} 0 R`),
  swap('annotations that are a number', /\/Type\/Page\//g, '/Annots 5/Type/Page/'),
  swap('annotations that are the page', /\/Type\/Page\//g, '/Annots[4 0 R null 1 0 R]/Type/Page/'),
];

/** What is wrong with the content of a page. */
const CONTENT: Damage[] = [
  swap('content that ends in a string', /\) Tj ET/, ' and on'),
  swap('content that ends in a text object', / Tj ET/, ' Tj'),
  swap('content with a stray end of text', /BT \/F/, 'ET BT /F'),
  swap('content that saves and never restores', /BT \/F/, 'q q q BT /F'),
  swap('content that restores too often', /BT \/F/, 'Q Q Q BT /F'),
  swap('content with an unknown operator', /BT \/F/, '1 2 frob BT /F'),
  swap('content glued together', /BT \/F 14 Tf/, 'BT/F 14Tf'),
  swap('content with an image of EI', /BT \/F/, 'BI /W 4 /H 1 /BPC 8 /CS /G ID aEI b EI BT /F'),
  swap('content with an image that does not end', / Tj ET/, ' Tj ET BI /W 4 /H 4 /BPC 8 /CS /G ID abcd'),
  swap('content in a hidden layer that does not end', /BT \/F/, '/OC /None BDC BT /F'),
  swap('content with strings of brackets', /\((First|Second|One|Two)\)/, '($1 \\( \\\\\\) )'),
  swap('content with a clip of nothing', / Tj ET/, ' Tj ET 0 0 0 0 re W n'),
  swap('content with a scale of nothing', / Tj ET/, ' Tj ET 0 0 0 0 0 0 cm'),
];

/** What is wrong with object streams and with tables that are streams. */
const PACKED: Damage[] = [
  swap('too many objects said to be in a stream', /\/N (\d+)\/First/, (_, n) => `/N ${Number(n) + 5}/First`),
  swap('too few objects said to be in a stream', /\/N (\d+)\/First/, '/N 1/First'),
  swap('a hundred thousand objects in a stream', /\/N (\d+)\/First/, '/N 100000/First'),
  swap('the first object of a stream one too far', /\/First (\d+)/, (_, n) => `/First ${Number(n) + 1}`),
  swap('the first object of a stream at zero', /\/First \d+/, '/First 0'),
  swap('the first object of a stream beyond its end', /\/First \d+/, '/First 99999'),
  swap('no first object of a stream', /\/First \d+/, ''),
  swap('an object stream of another type', /\/Type\/ObjStm/, '/Type/Thing'),
  swap('an object stream without a type', /\/Type\/ObjStm/, ''),
  swap('an object stream that goes on in itself', /\/Type\/ObjStm/, '/Extends 99 0 R/Type/ObjStm'),
  swap('a table with wide columns', /\/W ?\[ ?1 (\d) (\d) ?\]/, '/W[1 $1 9]'),
  swap('a table without columns', /\/W ?\[[^\]]*\]/, ''),
  swap('a table with two columns', /\/W ?\[ ?1 (\d) \d ?\]/, '/W[1 $1]'),
  swap('a table with columns of none', /\/W ?\[[^\]]*\]/, '/W[0 0 0]'),
  swap('a table with negative columns', /\/W ?\[ ?1 /, '/W[-1 '),
  swap('a table with huge columns', /\/W ?\[ ?1 /, '/W[99999999 '),
  swap('a table that begins at one', /\/Type ?\/XRef/, '/Index[1 12]/Type/XRef'),
  swap('a table with an odd list of parts', /\/Type ?\/XRef/, '/Index[0]/Type/XRef'),
  swap('a table with a part of millions', /\/Type ?\/XRef/, '/Index[0 90000000]/Type/XRef'),
  swap('a table of another type', /\/Type ?\/XRef/, '/Type/Xref'),
  swap('a table in another filter', /(\/Type ?\/XRef[\s\S]*?)\/FlateDecode/, '$1/LZWDecode'),
  swap('a predictor that is not there', /\/Type ?\/XRef/, '/DecodeParms<</Predictor 12/Columns 3>>/Type/XRef'),
  swap('a table in a damaged stream', /(\/Type ?\/XRef[\s\S]*?stream\n[\s\S]{6})[\s\S]{4}/, '$1....'),
  {
    name: 'an object stream with a flipped byte',
    spoil(text) {
      const at = text.indexOf('/Type/ObjStm') >= 0 ? text.indexOf('stream\n', text.indexOf('/Type/ObjStm')) + 30 : -1;
      return at < 0 ? null : text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 64) + text.slice(at + 1);
    },
  },
];

/** What is wrong where many bytes are wrong. */
const WOUNDS: Damage[] = [
  {
    name: 'a hole of zeros in the middle',
    spoil: (text) => text.slice(0, text.length / 2) + '\0'.repeat(60) + text.slice(text.length / 2 + 60),
  },
  {
    name: 'a hundred bytes missing in the middle',
    spoil: (text) => text.slice(0, text.length / 2) + text.slice(text.length / 2 + 100),
  },
  {
    name: 'a hundred bytes more in the middle',
    spoil: (text) => insertAt(text, Math.floor(text.length / 2), 'x'.repeat(100)),
  },
  {
    name: 'line ends made into two bytes everywhere, as by a text transfer',
    spoil: (text) => text.replaceAll('\n', '\r\n'),
  },
  {
    name: 'the high bit lost, as by a mail',
    spoil: (text) => text.replace(/[\x80-\xff]/g, (char) => String.fromCharCode(char.charCodeAt(0) & 127)),
  },
  { name: 'bytes over 127 made into question marks', spoil: (text) => text.replace(/[\x80-\xff]/g, '?') },
  { name: 'the first half only', spoil: (text) => text.slice(0, text.length / 2) },
  { name: 'the second half only', spoil: (text) => text.slice(text.length / 2) },
];

export const DAMAGES: readonly Damage[] = [
  ...ENDS,
  ...STARTS,
  ...TABLES,
  ...TRAILERS,
  ...OBJECTS,
  ...STREAMS,
  ...PAGES,
  ...LOOKS,
  ...CONTENT,
  ...PACKED,
  ...WOUNDS,
];
