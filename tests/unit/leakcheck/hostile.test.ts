import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
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

it('is not held up by a PDF whose objects nest without end, or name one another', async () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const loops = '<</Type/Page/Parent 3 0 R/Contents 3 0 R/Resources 3 0 R>>';
  const file = `%PDF-1.7\n1 0 obj\n${deep}\nendobj\n2 0 obj\n<</Type/Catalog/Pages 3 0 R>>\nendobj\n3 0 obj\n${loops}\nendobj\ntrailer\n<</Root 2 0 R>>\n`;
  expect((await scan('deep.pdf', Buffer.from(file, 'latin1'))).hits).toEqual([]);
});
