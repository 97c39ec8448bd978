// A leak of every sort in files that are no PDF.
import { createHash } from 'node:crypto';
import { deflateSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { writeZip } from '#main/documents/zip.ts';
import type { Place } from '#main/leakcheck/piece.ts';
import { listFor, PAPER, scan } from './secrets.ts';

const NAME = 'Mehwish Qurban';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const text = (value: string) => Buffer.from(value, 'utf8');
const body = (inside: string) => `<w:document ${W}><w:body>${inside}</w:body></w:document>`;
const paragraph = (said: string) => `<w:p><w:r><w:t>${said}</w:t></w:r></w:p>`;

/** A Word file of these parts. */
function word(parts: Record<string, string | Uint8Array>): Uint8Array {
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': body(paragraph('Nothing of it.')),
    ...parts,
  };
  return writeZip(
    Object.entries(all).map(([name, content]) => ({
      name,
      bytes: typeof content === 'string' ? text(content) : content,
    })),
  );
}

const chunk = (type: string, data: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
};
const png = (...chunks: Buffer[]) =>
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.alloc(13)),
    ...chunks,
    chunk('IEND', Buffer.alloc(0)),
  ]);
const jpeg = (marker: number, data: Buffer, after = Buffer.alloc(0)) => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length + 2);
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, marker]), length, data, Buffer.from([0xff, 0xd9]), after]);
};

/** A ZIP as it has to be when bytes stand before it. */
function shifted(zip: Buffer, by: number): Buffer {
  const out = Buffer.from(zip);
  const central = out.indexOf('PK\u0001\u0002');
  const end = out.indexOf('PK\u0005\u0006');
  out.writeUInt32LE(out.readUInt32LE(central + 42) + by, central + 42);
  out.writeUInt32LE(central + by, end + 16);
  return out;
}

const PLANTED: Record<string, { name: string; where: Place; bytes: () => Uint8Array }> = {
  'text of Word': {
    name: 'a.docx',
    where: 'text',
    bytes: () => word({ 'word/document.xml': body(paragraph(`said ${NAME}`)) }),
  },
  'runs of Word that divide the name': {
    name: 'a.docx',
    where: 'text',
    bytes: () =>
      word({
        'word/document.xml': body(
          '<w:p><w:r><w:t>Meh</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">wish </w:t></w:r><w:r><w:t>Qurban</w:t></w:r></w:p>',
        ),
      }),
  },
  'two paragraphs': {
    name: 'a.docx',
    where: 'text',
    bytes: () => word({ 'word/document.xml': body(paragraph('Mehwish') + paragraph('Qurban')) }),
  },
  'hidden text of Word': {
    name: 'a.docx',
    where: 'text',
    bytes: () =>
      word({ 'word/document.xml': body(`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>${NAME}</w:t></w:r></w:p>`) }),
  },
  'a deletion that is tracked': {
    name: 'a.docx',
    where: 'tracked-deletion',
    bytes: () =>
      word({
        'word/document.xml': body(`<w:p><w:del w:id="1"><w:r><w:delText>${NAME}</w:delText></w:r></w:del></w:p>`),
      }),
  },
  'a header': {
    name: 'a.docx',
    where: 'header-footer',
    bytes: () => word({ 'word/header1.xml': body(paragraph(NAME)) }),
  },
  'a comment': { name: 'a.docx', where: 'comment', bytes: () => word({ 'word/comments.xml': body(paragraph(NAME)) }) },
  'the author of a change': {
    name: 'a.docx',
    where: 'alternative-text',
    bytes: () => word({ 'word/document.xml': body(`<w:p><w:ins w:author="${NAME}"/></w:p>`) }),
  },
  'the properties': {
    name: 'a.docx',
    where: 'properties',
    bytes: () =>
      word({ 'docProps/core.xml': `<cp:coreProperties><dc:creator>${NAME}</dc:creator></cp:coreProperties>` }),
  },
  'custom XML': {
    name: 'a.docx',
    where: 'properties',
    bytes: () => word({ 'customXml/item1.xml': `<x client="${NAME}"/>` }),
  },
  'the description of a picture': {
    name: 'a.docx',
    where: 'alternative-text',
    bytes: () => word({ 'word/document.xml': body(`<wp:docPr id="1" name="p" descr="Picture of ${NAME}"/>`) }),
  },
  'a link': {
    name: 'a.docx',
    where: 'link',
    bytes: () =>
      word({
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Target="https://example.org/Mehwish%20Qurban"/></Relationships>',
      }),
  },
  'a document inside a document': {
    name: 'a.docx',
    where: 'attachment',
    bytes: () => word({ 'word/embeddings/b.docx': word({ 'word/document.xml': body(paragraph(NAME)) }) }),
  },
  'a picture inside a document': {
    name: 'a.docx',
    where: 'attachment',
    bytes: () => word({ 'word/media/image1.jpeg': jpeg(0xfe, text(NAME)) }),
  },
  'a spreadsheet': {
    name: 'a.xlsx',
    where: 'text',
    bytes: () =>
      writeZip([
        { name: '[Content_Types].xml', bytes: text('<Types/>') },
        { name: 'xl/sharedStrings.xml', bytes: text(`<sst><si><t>${NAME}</t></si></sst>`) },
      ]),
  },
  'the name of a file in a ZIP': {
    name: 'a.zip',
    where: 'file-name',
    bytes: () => writeZip([{ name: 'papers/Mehwish Qurban.txt', bytes: text('x') }]),
  },
  'a file in a ZIP in a ZIP': {
    name: 'a.zip',
    where: 'attachment',
    bytes: () => writeZip([{ name: 'b.zip', bytes: writeZip([{ name: 'c.txt', bytes: text(NAME) }]) }]),
  },
  'plain text': { name: 'a.txt', where: 'text', bytes: () => text(`it was ${NAME}`) },
  'Urdu text': { name: 'a.txt', where: 'text', bytes: () => text('گواہ مہوش قربان نے کہا') },
  'text in UTF-16': { name: 'a.txt', where: 'text', bytes: () => Buffer.from(`\ufeffit was ${NAME}`, 'utf16le') },
  'a calendar whose lines are folded': {
    name: 'a.ics',
    where: 'text',
    bytes: () => text('BEGIN:VCALENDAR\r\nSUMMARY:Statement of Mehwi\r\n sh Qurban\r\nEND:VCALENDAR'),
  },
  'JSON with escapes': { name: 'a.json', where: 'text', bytes: () => text('{"who":"\\u004dehwish \\u0051urban"}') },
  'HTML with entities': { name: 'a.html', where: 'text', bytes: () => text('<p>&#77;ehwish&nbsp;<b>Q</b>urban</p>') },
  'a comment of HTML': {
    name: 'a.html',
    where: 'hidden-object',
    bytes: () => text(`<p>x</p><!-- Mehwish &#81;urban -->`),
  },
  'an attribute of HTML': {
    name: 'a.html',
    where: 'hidden-object',
    bytes: () => text('<img alt="Mehwish &#81;urban">'),
  },
  'a mail in base64': {
    name: 'a.eml',
    where: 'attachment',
    bytes: () =>
      text(
        `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(`A long enough line for it, about ${NAME}, as we said`).toString('base64')}`,
      ),
  },
  'the subject of a mail': {
    name: 'a.eml',
    where: 'metadata',
    bytes: () => text(`Subject: =?utf-8?B?${Buffer.from(NAME).toString('base64')}?=\r\n\r\nx`),
  },
  'a mail in quoted printable': {
    name: 'a.eml',
    where: 'text',
    bytes: () => text('Subject: x\r\n\r\nMehwi=\r\nsh =51urban'),
  },
  'EXIF of a picture': {
    name: 'a.jpg',
    where: 'metadata',
    bytes: () => jpeg(0xe1, Buffer.concat([text('Exif\0\0II*\0'), text(NAME)])),
  },
  'XMP of a picture': {
    name: 'a.jpg',
    where: 'metadata',
    bytes: () =>
      jpeg(0xe1, text(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><rdf:li>Mehwish &#81;urban</rdf:li></x:xmpmeta>`)),
  },
  'bytes after a picture': { name: 'a.jpg', where: 'metadata', bytes: () => jpeg(0xe0, text('JFIF'), text(NAME)) },
  'a text of a PNG': { name: 'a.png', where: 'metadata', bytes: () => png(chunk('tEXt', text(`Author\0${NAME}`))) },
  'a compressed text of a PNG': {
    name: 'a.png',
    where: 'metadata',
    bytes: () => png(chunk('zTXt', Buffer.concat([text('Author\0\0'), deflateSync(text(`by ${NAME}`))]))),
  },
  'rich text': {
    name: 'a.rtf',
    where: 'text',
    bytes: () => text('{\\rtf1\\ansi it was Meh\\b wish\\b0  \\u81?urban}'),
  },
  'a packed text': { name: 'a.txt.gz', where: 'attachment', bytes: () => gzipSync(text(NAME)) },
  'a file that a ZIP no longer lists': {
    name: 'a.zip',
    where: 'attachment',
    bytes: () => {
      const kept = Buffer.from(writeZip([{ name: 'kept.txt', bytes: text('x') }]));
      const gone = Buffer.from(writeZip([{ name: 'gone.txt', bytes: text(NAME) }]));
      return Buffer.concat([
        gone.subarray(0, gone.indexOf('PK\u0001\u0002')),
        shifted(kept, gone.indexOf('PK\u0001\u0002')),
      ]);
    },
  },
  'a file of an unknown kind': {
    name: 'a.bin',
    where: 'bytes',
    bytes: () => Buffer.concat([Buffer.alloc(40, 1), text(NAME), Buffer.alloc(40, 2)]),
  },
  'the same in UTF-16': {
    name: 'a.bin',
    where: 'bytes',
    bytes: () => Buffer.concat([Buffer.alloc(41, 1), Buffer.from(NAME, 'utf16le'), Buffer.alloc(40, 2)]),
  },
};

for (const [sort, { name, where, bytes }] of Object.entries(PLANTED)) {
  it(`finds a name in ${sort}`, async () => {
    const { hits } = await scan(name, bytes());
    expect(hits.map((hit) => [hit.kind, hit.party, hit.where])).toContainEqual(['name', 'Witness A', where]);
  });
}

it('finds numbers, addresses and quotations in Word, in the parts that they may stand in', async () => {
  const kept: [string, string][] = [
    ['identity-number', '۴۲۱۰۱-۷۶۵۴۳۲۱-۸'],
    ['phone', '0300 765 43 21'],
    ['email', 'mehwish.q at example dot org'],
    ['address', 'Flat 6, Mall Terrace'],
    ['privileged', 'settled at once, for the second witness would not survive cross-examination'],
  ];
  for (const [kind, words] of kept) {
    const list = kind === 'privileged' ? listFor('court', [PAPER]) : listFor();
    for (const part of ['word/document.xml', 'word/footnotes.xml', 'word/footer2.xml', 'word/comments.xml']) {
      const { hits } = await scan('a.docx', word({ [part]: body(paragraph(words)) }), list);
      expect(
        hits.map((hit) => hit.kind),
        `${kind} in ${part}`,
      ).toContain(kind);
    }
  }
});

it.each(['مہوش قربان', 'ﻣﮩﻮﺵ ﻗﺮﺑﺎﻥ', 'मेहविश क़ुर्बान', 'Mehvish Kurban', 'Qurban, M.', 'Meh\u200dwish Qur\u00adban'])(
  'finds the name in Word as %s',
  async (name) => {
    const { hits } = await scan('a.docx', word({ 'word/document.xml': body(paragraph(`so said ${name} then`)) }));
    expect(hits.map(({ kind, party }) => [kind, party])).toEqual([['name', 'Witness A']]);
  },
);

it('finds nothing in the same files without the name', async () => {
  for (const { name, bytes } of Object.values(PLANTED)) {
    const other = Buffer.from(bytes());
    const at = other.indexOf(NAME);
    if (at >= 0 && !name.endsWith('.docx') && !name.endsWith('.zip')) {
      other.write('Nobody at all!', at);
      expect((await scan(name, other)).hits, name).toEqual([]);
    }
  }
  expect((await scan('a.docx', word({}))).hits).toEqual([]);
});

it('finds a privileged paper itself, by its bytes, wherever it lies', async () => {
  const bytes = text('Anything');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const list = listFor('court', [{ ...PAPER, files: [{ name: 'x', sha256 }] }]);
  expect((await scan('a.txt', bytes, list)).hits.map(({ kind }) => kind)).toEqual(['privileged']);
  expect((await scan('a.zip', writeZip([{ name: 'a.txt', bytes }]), list)).hits.map(({ kind }) => kind)).toEqual([
    'privileged',
  ]);
});

it('says what it could not search', async () => {
  const locked = Buffer.from(writeZip([{ name: 'a.txt', bytes: text('x') }]));
  const central = locked.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  locked[central + 8] = 1;
  expect(await scan('a.zip', locked)).toMatchObject({ isWhole: false, unread: ['a.txt is locked with a password'] });
  const broken = await scan('a.pdf', text('%PDF-1.7 and nothing more of it'));
  expect(broken.isWhole).toBe(false);
  expect(broken.unread.join()).toMatch(/could not be read/);
});

it('does not unpack without end', async () => {
  let nested = writeZip([{ name: 'a.txt', bytes: text(NAME) }]);
  for (let i = 0; i < 8; i++) nested = writeZip([{ name: `${i}.zip`, bytes: nested }]);
  const { unread } = await scan('deep.zip', nested);
  expect(unread.join()).toMatch(/lies too deep/);
  const zeros = Buffer.alloc(65 * 1024 * 1024);
  const large = await scan('large.zip', writeZip([{ name: 'zeros.bin', bytes: zeros }]));
  expect(large.unread.join()).toMatch(/unpacks to too much/);
});
