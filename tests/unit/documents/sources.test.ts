import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { imageSize } from '#main/documents/image-size.ts';
import { docxPages, imagePages, renderDocx, textPages } from '#main/documents/service.ts';
import { bareJpeg } from '#main/documents/sources/jpeg.ts';
import { readZip, writeZip } from '#main/documents/zip.ts';
import { para, pleadingMeta } from '#shared/domain/blocks/build.ts';
import { complaintPhw } from '#shared/domain/drafting/complaint-phw.ts';
import { fullSnapshot } from '../drafting/sample.ts';
import { pdfInfo, pdfText, qpdfFindings } from './programs.ts';

/** A PNG of one grey, by the format's own rules. */
function png(width: number, height: number, dpi: number | null = null): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body) >>> 0, body.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const density = Buffer.alloc(9);
  density.writeUInt32BE(Math.round((dpi ?? 0) / 0.0254), 0);
  density.writeUInt32BE(Math.round((dpi ?? 0) / 0.0254), 4);
  density[8] = 1;
  // Each row begins with its filter, 0 for none.
  const rows = deflateSync(
    Buffer.concat(Array.from({ length: height }, () => Buffer.alloc(width + 1, 90).fill(0, 0, 1))),
  );
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    ...(dpi === null ? [] : [chunk('pHYs', density)]),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A JPEG of 16 × 8 pixels, with a camera's notes in it. */
const JPEG_BODY =
  'ffd8ffe000104a46494600010100000100010000ffdb004300080606070605080707070909080a0c140d0c0b0b0c1912130f141d1a1f1e1d1a1c1c20242e2720222c231c1c2837292c30313434341f27393d38323c2e333432ffc0000b080008001001011100ffc4001f0000010501010101010100000000000000000102030405060708090a0bffc400b5100002010303020403050504040000017d01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9faffda0008010100003f00f9ffd9';

function jpeg(orientation: number): Buffer {
  const body = Buffer.from(JPEG_BODY, 'hex');
  const tiff = Buffer.concat([
    Buffer.from('4d4d002a00000008', 'hex'),
    Buffer.from([
      0,
      2,
      0x01,
      0x0f,
      0,
      2,
      0,
      0,
      0,
      8,
      0,
      0,
      0,
      38,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      orientation,
      0,
      0,
      0,
      0,
      0,
      0,
    ]),
    Buffer.from('CAMERA1\0', 'latin1'),
  ]);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const app1 = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 9]), Buffer.from('MYPLACE', 'latin1')]);
  return Buffer.concat([body.subarray(0, 2), app1, exif, comment, body.subarray(2), Buffer.from('TRAILER', 'latin1')]);
}

const size = (pdf: Uint8Array) =>
  /Page size:\s+([\d.]+) x ([\d.]+)/
    .exec(pdfInfo(pdf))!
    .slice(1)
    .map((pt) => Math.round(Number(pt)));

describe('a picture as a page', () => {
  it('stands upright or lies as the picture does', async () => {
    expect(size(await imagePages(png(300, 200), 'a.png'))).toEqual([842, 595]);
    const upright = await imagePages(png(200, 300), 'b.png');
    expect(size(upright)).toEqual([595, 842]);
    expect(qpdfFindings(upright)).toBe('');
    expect(pdfInfo(upright)).toMatch(/Pages:\s+1\n/);
  });

  it('is turned as the camera says, and keeps nothing else that the camera wrote', async () => {
    expect(imageSize(jpeg(6))).toMatchObject({ width: 16, height: 8, orientation: 6 });
    const pdf = await imagePages(jpeg(6), 'c.jpg');
    expect(size(pdf)).toEqual([595, 842]);
    const bytes = Buffer.from(pdf).toString('latin1');
    for (const secret of ['CAMERA1', 'MYPLACE', 'TRAILER']) expect(bytes).not.toContain(secret);
    const bare = bareJpeg(jpeg(6), 6);
    expect(imageSize(bare)).toMatchObject({ width: 16, height: 8, orientation: 6 });
    expect(Buffer.from(bare).toString('latin1')).not.toMatch(/CAMERA1|MYPLACE|TRAILER/);
  });

  it('that is a scan of a sheet fills the page', async () => {
    const pdf = await imagePages(png(827, 1169, 100), 'scan.png');
    expect(pdfInfo(pdf)).toMatch(/Pages:\s+1\n/);
    expect(size(pdf)).toEqual([595, 842]);
  });

  it.each([
    ['is empty', new Uint8Array()],
    ['is text', Buffer.from('not a picture')],
    ['is cut off in its head', png(10, 10).subarray(0, 20)],
    ['is cut off in its data', png(300, 300).subarray(0, 70)],
    ['says that it has no height', png(10, 0)],
    ['is a JPEG cut off', jpeg(1).subarray(0, 60)],
  ])('that %s is refused by name', async (_, bytes) => {
    await expect(imagePages(bytes, 'evidence.png')).rejects.toMatchObject({ problem: { code: 'picture-unreadable' } });
  });

  it('that would unpack to a giant is refused before it is unpacked', async () => {
    const giant = Buffer.from(png(10, 10));
    giant.writeUInt32BE(60_000, 16);
    giant.writeUInt32BE(60_000, 20);
    await expect(imagePages(giant, 'giant.png')).rejects.toMatchObject({ problem: { code: 'picture-too-large' } });
  });
});

describe('a text as pages', () => {
  it('keeps every sign, in any of the usual encodings', async () => {
    const text = 'Line one\n    indented  twice\n\n#let x = *1* $y$ <tag> @ref \\ // no\n\nZoë “quoted”';
    for (const bytes of [
      text,
      Buffer.from(text),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
    ]) {
      const shown = pdfText(await textPages(bytes, 'notes.txt'));
      expect(shown).toContain('#let x = *1* $y$ <tag> @ref \\ // no');
      expect(shown).toContain('Zoë “quoted”');
      expect(shown).toContain('notes.txt');
    }
    expect(pdfText(await textPages(Buffer.from([0x5a, 0x6f, 0xeb]), 'latin.txt'))).toContain('Zoë');
  });

  it('is a page that says so when it is empty, and is refused when it is endless', async () => {
    expect(pdfText(await textPages('', 'empty.txt'))).toContain('The file is empty.');
    await expect(textPages('x\n'.repeat(1_000_001), 'long.txt')).rejects.toMatchObject({
      problem: { code: 'text-too-long' },
    });
  });
});

describe('a foreign Word file as pages', () => {
  it('has its words, tables and the results of its fields, and says that the layout is not Word’s', async () => {
    const pdf = await docxPages(await renderDocx(complaintPhw(fullSnapshot()).document), 'complaint.docx');
    const text = pdfText(pdf);
    expect(qpdfFindings(pdf)).toBe('');
    expect(text).toContain('not Word’s layout');
    expect(text).toContain('complaint.docx');
    expect(text).toContain('(Annexure A and Annexure B)');
    expect(text).toMatch(/PRAYER.*a major penalty under section 4\(4\)/);
    expect(text).toContain('Call sheet of the session');
  });

  const word = async () =>
    readZip(await renderDocx({ meta: pleadingMeta('x'), blocks: [para('hello')] }), { total: 1e8, entries: 99 });

  it.each([
    ['empty', async () => new Uint8Array(), 'docx-unreadable'],
    ['a text', async () => Buffer.from('PK but not really a zip at all'), 'docx-unreadable'],
    ['cut off', async () => writeZip(await word()).subarray(0, 3000), 'docx-unreadable'],
    ['a ZIP of something else', async () => writeZip([{ name: 'a.txt', bytes: Buffer.from('x') }]), 'docx-unreadable'],
    [
      'no XML',
      async () =>
        writeZip(
          (await word()).map((e) => (e.name === 'word/document.xml' ? { ...e, bytes: Buffer.from('<w:docum') } : e)),
        ),
      'docx-unreadable',
    ],
    [
      'a bomb',
      async () => writeZip([...(await word()), { name: 'word/x.bin', bytes: Buffer.alloc(300 * 1024 * 1024) }]),
      'docx-too-large',
    ],
  ])('that is %s is refused by name', async (_, make, code) => {
    await expect(docxPages(await make(), 'brief.docx')).rejects.toMatchObject({
      problem: { code, message: expect.stringContaining('brief.docx') },
    });
  });

  it('shows pictures, and says where one can’t be shown', async () => {
    const blocks = [
      para('before'),
      {
        kind: 'picture' as const,
        mime: 'image/png' as const,
        bytes: png(40, 20),
        alt: 'plan of the studio',
        width: 30,
      },
    ];
    const file = await renderDocx({ meta: pleadingMeta('x'), blocks });
    expect(Buffer.from(await docxPages(file)).toString('latin1')).toContain('/Subtype /Image');
    const broken = readZip(file, { total: 1e8, entries: 99 }).map((e) =>
      e.name.includes('media/') ? { ...e, bytes: Buffer.from('xx') } : e,
    );
    expect(pdfText(await docxPages(writeZip(broken)))).toContain(
      'a picture that can’t be shown here: plan of the studio',
    );
  });
});

describe('a ZIP', () => {
  const some = [
    { name: 'a/ü.txt', bytes: Buffer.from('one') },
    { name: 'b.bin', bytes: Buffer.alloc(1000, 7) },
  ];
  const limits = { total: 10_000, entries: 10 };

  it('comes back as it was written', () => {
    const back = readZip(writeZip(some), limits);
    expect(back.map(({ name, bytes }) => [name, Buffer.from(bytes)])).toEqual(
      some.map(({ name, bytes }) => [name, bytes]),
    );
  });

  it('is refused cut at any byte, and never unpacked beyond the limit', () => {
    const whole = writeZip(some);
    for (let end = 0; end < whole.length; end += 1) expect(() => readZip(whole.subarray(0, end), limits)).toThrow();
    expect(() => readZip(whole, { ...limits, total: 900 })).toThrow(/unpacked size/);
    expect(() => readZip(whole, { ...limits, entries: 1 })).toThrow(/files/);
  });

  it('with a byte changed gives the right bytes or an error, nothing else', () => {
    const whole = writeZip(some);
    for (let at = 0; at < whole.length; at += 1) {
      const bad = Uint8Array.from(whole);
      bad[at]! ^= 0x55;
      try {
        for (const entry of readZip(bad, limits)) {
          const original = some.find(({ bytes }) => Buffer.from(entry.bytes).equals(bytes));
          expect(original).toBeDefined();
        }
      } catch (error) {
        expect((error as Error).constructor.name).toBe('ZipError');
      }
    }
  });
});
