import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { makeDocument, moreNumber, streamBody } from '../bundles/make-pdf.ts';
import { mutated, seeded, wholeDocuments } from '../bundles/mutate.ts';
import { scan } from './secrets.ts';

const COUNT = 120;

it(`reads ${COUNT} spoilt documents without a fault`, async () => {
  const whole = wholeDocuments();
  const random = seeded(20261123);
  const faults: string[] = [];
  const before = process.memoryUsage().rss;
  for (let i = 0; i < COUNT; i++) {
    const spoilt = mutated(whole[i % whole.length]!, random);
    try {
      const { hits, sha256 } = await scan('spoilt.pdf', spoilt);
      expect(hits).toEqual([]);
      expect(sha256).toBe(createHash('sha256').update(spoilt).digest('hex'));
    } catch (error) {
      faults.push(`${i}: ${String(error)}`);
    }
  }
  expect(faults).toEqual([]);
  expect(process.memoryUsage().rss - before).toBeLessThan(384 * 1024 * 1024);
}, 120_000);

it('reads bytes that are nothing as what they are called', async () => {
  const random = seeded(7);
  for (const name of ['a.pdf', 'a.docx', 'a.zip', 'a.jpg', 'a.png', 'a.html', 'a.json', 'a']) {
    for (const sign of ['', '%PDF-1.7\n', 'PK\u0003\u0004', '\x89PNG\r\n\x1a\n', '\xff\xd8\xff\xe1', 'RIFF____WEBP']) {
      const noise = Buffer.from(Array.from({ length: 600 }, () => random(256)));
      const { hits } = await scan(name, Buffer.concat([Buffer.from(sign, 'latin1'), noise]));
      expect(hits).toEqual([]);
    }
  }
}, 60_000);

it('reads a file full of nothing, and a PDF that has no pages, and says that it could not be searched', async () => {
  const holes = Buffer.alloc(1024 * 1024);
  expect(await scan('holes.bin', holes)).toMatchObject({ hits: [], isWhole: true });
  holes.write('%PDF-1.7\n');
  const { isWhole, unread } = await scan('holes.pdf', holes);
  expect({ isWhole, said: unread.join() }).toEqual({
    isWhole: false,
    said: expect.stringMatching(/could not be read/),
  });
  expect(
    (await scan('holes.bin', Buffer.concat([Buffer.alloc(9_000_000), Buffer.from('Mehwish Qurban')]))).hits,
  ).toHaveLength(1);
});

it('reads what is left of a document that was cut off, and says so', async () => {
  const page = (text: string) => `BT /F1 12 Tf 72 700 Td (${text}) Tj ET`;
  const whole = makeDocument([
    { text: '1', content: page('said Mehwish Qurban') },
    { text: '2', content: page('nothing') },
  ]);
  for (const share of [0.9, 0.7, 0.5]) {
    const { hits, isWhole } = await scan('cut.pdf', whole.subarray(0, Math.floor(whole.length * share)));
    expect(hits.length > 0 || !isWhole).toBe(true);
  }
});

it('is not held up by a PDF whose objects nest without end, or name one another', async () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const loops = '<</Type/Page/Parent 3 0 R/Contents 3 0 R/Resources 3 0 R>>';
  const file = `%PDF-1.7\n1 0 obj\n${deep}\nendobj\n2 0 obj\n<</Type/Catalog/Pages 3 0 R>>\nendobj\n3 0 obj\n${loops}\nendobj\ntrailer\n<</Root 2 0 R>>\n`;
  expect((await scan('deep.pdf', Buffer.from(file, 'latin1'))).hits).toEqual([]);
});

it('names pages that are pictures but for a stamp, and letters that say nothing', async () => {
  const at = moreNumber(5);
  const picture = `/Resources<</Font<</F 3 0 R>>/XObject<</I ${at} 0 R>>>>`;
  const words = (text: string) => `BT /F 9 Tf 60 800 Td (${text}) Tj ET`;
  const pdf = makeDocument(
    [
      { text: '', content: `q 595 0 0 842 0 0 cm /I Do Q ${words('Page 12 of 90')}`, entries: picture },
      {
        text: '',
        content: `q 595 0 0 842 0 0 cm /I Do Q ${words('A screenshot, taken on 3 March '.repeat(4))}`,
        entries: picture,
      },
      { text: '', content: `q 60 0 0 60 9 9 cm /I Do Q ${words('A letter with a small crest')}`, entries: picture },
      { text: 'A page of words' },
      {
        text: '',
        content: `BT /F 14 Tf 90 400 Td <${'000100020003000400050006'.repeat(4)}> Tj ET`,
        entries: `/Resources<</Font<</F ${at + 1} 0 R>>>>`,
      },
    ],
    {
      more: [
        streamBody('\x00', '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8'),
        '<</Type/Font/Subtype/Type0/BaseFont/None/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/None/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>',
      ],
    },
  );
  const { unread, isWhole } = await scan('scans.pdf', pdf);
  expect(unread).toEqual([
    'letters on page 5 whose font does not say what they are',
    'no text, or no more than a stamp, on pages 1 to 2: pictures are not read',
  ]);
  expect(isWhole).toBe(true);
});
