import { describe, expect, it } from 'vitest';
import { mailPages } from '#main/documents/service.ts';
import { readMail } from '#main/documents/sources/mail.ts';
import { pdfText, qpdfFindings } from './programs.ts';

const mail = (...lines: string[]) => Buffer.from(lines.join('\r\n'), 'utf8');
const HEAD = [
  'From: =?utf-8?Q?R=C3=A9na_Anwar?= <r.anwar@example.org>',
  'To: Bookings <bookings@kinara.example>, second@kinara.example',
  'Subject: =?utf-8?B?U2Vzc2lvbnMg4oCTIDIzIERlY2VtYmVy?=',
  'Date: Sat, 19 Dec 2020 11:15:04 +0500',
  'MIME-Version: 1.0',
];

describe('a mail', () => {
  it('is set with its head, its words decoded, and the names of what hung on it', async () => {
    const bytes = mail(
      ...HEAD,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('I shall come as agreed.\n\nNot before eight – please.').toString('base64'),
      '--b',
      'Content-Type: application/pdf; name="terms.pdf"',
      'Content-Disposition: attachment; filename="terms.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.alloc(300, 1).toString('base64'),
      '--b--',
    );
    const pdf = await mailPages(bytes, 'mail.eml');
    expect(qpdfFindings(pdf)).toBe('');
    const text = pdfText(pdf).replace(/\s+/g, ' ');
    for (const part of [
      'Réna Anwar <r.anwar@example.org>',
      'second@kinara.example',
      'Sat, 19 Dec 2020 11:15:04 +0500',
      'Sessions – 23 December',
      'Not before eight – please.',
      'terms.pdf, 300 bytes',
    ])
      expect(text).toContain(part);
  });

  it('that came as a web page gives its words alone, and fetches nothing', async () => {
    const bytes = mail(
      ...HEAD,
      'Content-Type: text/html; charset=utf-8',
      '',
      '<html><head><style>p{color:red}</style></head><body><script>alert(1)</script>',
      '<p>First &amp; last</p><img src="https://tracker.example/x.gif"><div>Second&nbsp;line</div></body></html>',
    );
    const { text } = await readMail(bytes, 'a.eml');
    expect(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ).toEqual(['First & last', 'Second line']);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))],
    ['a head alone', mail(...HEAD)],
  ])('of %s still gives a page', async (_, bytes) => {
    expect(qpdfFindings(await mailPages(bytes, 'a.eml'))).toBe('');
  });

  it('that is nested to do harm is refused by name', async () => {
    const deep = Array.from({ length: 60 }, (_, i) => [
      `Content-Type: multipart/mixed; boundary=b${i}`,
      '',
      `--b${i}`,
    ]).flat();
    await expect(mailPages(mail(...HEAD, ...deep, 'x'), 'deep.eml')).rejects.toMatchObject({
      problem: { code: 'mail-unreadable', message: expect.stringContaining('deep.eml') },
    });
  });
});
