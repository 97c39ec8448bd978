// Makes the files of the sample matter's exhibits with real programs: LibreOffice, Chromium, ImageMagick, poppler, sox.
// Its results are committed in resources/sample/files; run it only to change them: node scripts/sample/make.mjs
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium, root } from '../find.mjs';
import * as words from './texts.mjs';

const out = path.join(root, 'resources/sample/files');
const tmp = mkdtempSync(path.join(tmpdir(), 'misl-sample-'));
mkdirSync(out, { recursive: true });

/** @param {string} program @param {string[]} args */
const run = (program, ...args) => execFileSync(program, args, { cwd: tmp, stdio: 'ignore' });

const chromium = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-pdf-header-footer',
  '--disable-background-networking',
];

const court = `@page{size:8.5in 14in;margin:1.5in 1.1in 1.3in 1.75in}body{font:14pt/2.5 'Liberation Serif',serif}h1{font-size:15pt;text-align:center;line-height:1.5}
 h2{font-size:13pt;text-align:center;font-weight:normal}ol{padding-left:2.2em}li{margin-bottom:14pt;text-align:justify}.sig{margin-top:48pt;text-align:right}`;

/** @param {string} title @param {string} under @param {string[]} paragraphs @param {string} sign */
const paper = (
  title,
  under,
  paragraphs,
  sign,
) => `<!doctype html><meta charset="utf-8"><title>${title}</title><style>${court}</style>
 <h1>${title}</h1><h2>${under}</h2><ol>${paragraphs.map((p) => `<li>${p}</li>`).join('')}</ol><p class="sig">${sign}</p>`;

/** @param {string} name @param {string} html */
function pdf(name, html, folder = out) {
  writeFileSync(path.join(tmp, 'page.html'), html);
  const file = path.join(folder, name);
  run(findChromium() ?? 'chromium', ...chromium, `--print-to-pdf=${file}`, path.join(tmp, 'page.html'));
  return file;
}

/** A paper as a scanner gives it: grey pictures, a little askew, without a text layer. @param {string} name @param {string} html */
function scan(name, html) {
  const clean = pdf('clean.pdf', html, tmp);
  run('pdftoppm', '-r', '110', '-gray', '-png', clean, 'scan');
  const pages = readdirSync(tmp)
    .filter((file) => /^scan-?\d*.*\.png$/.test(file))
    .sort();
  for (const [i, page] of pages.entries()) {
    run(
      'convert',
      page,
      '-rotate',
      String(((i % 3) - 1) * 0.35),
      '-attenuate',
      '0.12',
      '+noise',
      'Gaussian',
      '-colorspace',
      'Gray',
      '-quality',
      '45',
      page.replace('.png', '.jpg'),
    );
  }
  const images = pages.map((page) => `<img src="${page.replace('.png', '.jpg')}">`).join('');
  pdf(
    name,
    `<!doctype html><title>Scan</title><style>@page{size:8.5in 14in;margin:0}body{margin:0}img{display:block;width:8.5in;height:14in;page-break-after:always}img:last-child{page-break-after:auto}</style>${images}`,
  );
  for (const file of readdirSync(tmp).filter((each) => each.startsWith('scan'))) rmSync(path.join(tmp, file));
}

/** @param {string} name @param {string} html @param {string} size */
function picture(name, html, size) {
  writeFileSync(path.join(tmp, 'page.html'), html);
  run(
    findChromium() ?? 'chromium',
    ...chromium,
    '--hide-scrollbars',
    `--window-size=${size}`,
    `--screenshot=${path.join(tmp, 'shot.png')}`,
    path.join(tmp, 'page.html'),
  );
  run(
    'convert',
    'shot.png',
    ...(name.endsWith('.jpg') ? ['-colorspace', 'Gray', '-quality', '60'] : ['-colors', '64']),
    path.join(out, name),
  );
}

/** @param {string} name @param {string} html */
function word(name, html) {
  const source = path.join(tmp, name.replace('.docx', '.html'));
  writeFileSync(source, html);
  run(
    'soffice',
    '--headless',
    '--infilter=HTML (StarWriter)',
    '--convert-to',
    'docx:MS Word 2007 XML',
    '--outdir',
    out,
    source,
  );
}

const sheetStyle =
  "body{font:11pt 'Liberation Sans',sans-serif;margin:40px}table{border-collapse:collapse;width:100%}td,th{border:1px solid #444;padding:5px 8px;text-align:left}h1{font-size:16pt}.p{page-break-after:always}";
const rows = (/** @type {string[][]} */ list) =>
  list.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');

pdf('statement.pdf', paper('Statement of Rubina Anwar', '24 February 2021', words.statement, 'R. Anwar'));
pdf(
  'affidavit-malik.pdf',
  paper('Affidavit of Sohail Malik', 'in Complaint 61/2021, 27 March 2021', words.affidavit, 'Deponent'),
);
pdf(
  'reply.pdf',
  paper(
    'Reply of respondent No. 1',
    'in Complaint 61/2021 before the Ombudsperson Punjab',
    words.reply,
    'Respondent No. 1, through counsel',
  ),
);
scan(
  'order-ombudsperson.pdf',
  paper(
    'Ombudsperson Punjab',
    'Complaint 61/2021, R. Anwar v. S. Malik, order of 22 April 2021',
    words.orderOmbudsperson,
    'Ombudsperson',
  ),
);
scan(
  'order-governor.pdf',
  paper('Governor of the Punjab', 'Representation 19/2021, order of 26 August 2021', words.orderGovernor, 'By order'),
);
scan(
  'judgment-high-court.pdf',
  paper('Lahore High Court, Lahore', 'W.P. 61842/2021, judgment of 14 February 2024', words.judgment, 'Judge'),
);
scan(
  'order-leave.pdf',
  paper('Supreme Court of Pakistan', 'C.P.L.A. 742-L/2024, order of 21 January 2025', words.orderLeave, 'Judge'),
);

pdf(
  'booking-sheet.pdf',
  `<!doctype html><meta charset="utf-8"><title>Booking sheet</title><style>@page{size:A4 landscape}${sheetStyle}</style>
 <div class="p"><h1>Kinara Productions, Studio B, 11 December 2020</h1><table><tr><th>No.<th>Name<th>For<th>In<th>Out</tr>${rows(
   [
     ['1', 'R. Anwar', 'voice', '16:02', '19:05'],
     ['2', 'Q. Aslam', 'tabla', '15:50', '19:00'],
     ['3', 'N. Bukhari', 'control room', '14:00', '20:00'],
   ],
 )}</table></div>
 <div class="p"><h1>Kinara Productions, Studio B, 18 December 2020</h1><table><tr><th>No.<th>Name<th>For<th>In<th>Out</tr>${rows(
   [
     ['11', 'Q. Aslam', 'tabla', '15:48', '18:47'],
     ['12', 'I. Javed', 'harmonium', '15:55', '18:46'],
     ['13', 'R. Anwar', 'voice', '16:05', ''],
     ['14', 'S. Malik', 'guitar', '16:10', '19:10'],
     ['15', 'H. Sadiq', 'flute', '16:00', '18:48'],
   ],
 )}</table></div>
 <div><h1>Control room, December 2020</h1><table><tr><th>Day<th>Engineer<th>From<th>To</tr>${rows([
   ['11 December', 'N. Bukhari', '14:00', '20:00'],
   ['18 December', 'N. Bukhari', '14:00', '20:00'],
   ['19 December', 'N. Khurshid', '10:00', '16:00'],
 ])}</table></div>`,
);

const postPage = (
  /** @type {string} */ who,
  /** @type {string} */ when,
  /** @type {string} */ text,
  /** @type {string} */ url,
) => `<div class="p" style="max-width:560px;margin:40px auto;font:17px/26px 'Liberation Sans',sans-serif;border:1px solid #bbb;padding:24px">
 <p><b>${who}</b><br><span style="color:#666">${when}</span></p><p style="font-size:20px;line-height:30px">${text}</p><p style="color:#888;font-size:12px">${url}<br>captured 27 February 2021</p></div>`;
const page = (/** @type {string} */ body, style = '') =>
  `<!doctype html><meta charset="utf-8"><title>Capture</title><style>body{margin:0;background:#fff}.p{page-break-after:always}${style}</style>${body}`;

pdf(
  'post-first.pdf',
  page(
    postPage('@r.anwar.sings', '20 February 2021, 20:05', words.posts[0] ?? '', 'https://example.org/posts/20210220'),
  ),
);
picture(
  'post-denial.png',
  page(
    postPage(
      '@smalikmusic',
      '21 February 2021, 13:30',
      'I have read what has been written about me. It is false, every word. I shall answer it where such things are answered.',
      'https://example.org/posts/20210221',
    ),
  ),
  '900,520',
);
pdf(
  'posts-fir.pdf',
  page(
    words.posts
      .map((text, i) =>
        postPage(
          '@r.anwar.sings',
          `post ${i + 1} of ${words.posts.length}`,
          text,
          `https://example.org/posts/fir-${i + 1}`,
        ),
      )
      .join(''),
  ),
);
picture(
  'call-sheet.png',
  page(
    `<div style="padding:40px;font:20px 'Liberation Sans'"><h1>Call sheet, rehearsal of 6 February 2021</h1><table border=1 cellpadding=10 style="border-collapse:collapse;font-size:19px">${rows(
      [
        ['17:00', 'Musicians on stage'],
        ['18:30', 'R. Anwar, dressing room 2'],
        ['19:15', 'S. Malik, free until 20:00'],
        ['20:00', 'Full rehearsal'],
      ],
    )}</table></div>`,
  ),
  '900,640',
);
const clipping = (/** @type {string} */ headline, /** @type {string} */ text) =>
  page(
    `<div style="width:760px;padding:48px;font:22px/32px 'Liberation Serif'"><p style="border-bottom:3px double #000">The Morning Paper (invented for this sample)</p><h1 style="font-size:48px;line-height:52px">${headline}</h1><p style="columns:2">${text}</p></div>`,
  );
picture(
  'clipping-dismissed.jpg',
  clipping(
    'Singer’s case dismissed',
    'The High Court on Wednesday dismissed the petition of a singer who had accused a musician of harassment, court reporters said. The musician’s friends distributed sweets. Counsel for the singer said that the court had decided a point of law on the word employee and had not gone into the allegation at all.',
  ),
  '860,760',
);
picture(
  'clipping-cleared.jpg',
  clipping(
    'Musician cleared',
    'A well-known musician has been cleared of the charge that had hung over him for three years, his spokesman said on Thursday. The order, of which this paper has seen a copy, ends with the words that the court says nothing on the allegations.',
  ),
  '860,700',
);

word(
  'contract-letter.docx',
  `<meta charset="utf-8"><h2>Kinara Productions</h2><p>5 Link Road, Lahore</p><p>2 December 2020</p><p>Ms Rubina Anwar, Lahore</p><p>Dear Ms Anwar,</p>
 <ol><li>The company engages you as a vocalist for the recording of six songs.</li><li>You will attend three sessions, of three hours each, at Studio B, on 11, 18 and 23 December 2020, and such others as are agreed.</li><li>The fee is Rs 60,000 for each session, paid within fourteen days of it.</li><li>You will sign in and out at the desk, and follow the directions of the producer as to time, place and order of the songs.</li><li>You will not record the same songs for another for one year.</li><li>The company may assign other performers to any session.</li></ol><p>F. Dar, Managing Director</p>`,
);
word(
  'advice-note.docx',
  `<meta charset="utf-8"><h2>Note of advice, privileged</h2><p>20 February 2024</p><p>The judgment of 14 February 2024 decides the meaning of one word. It is no finding on the allegation. Sixty days run for leave to appeal, with the time for the copy to be left out. Say nothing in public that the interim order of 5 July 2021 would touch.</p>`,
);

writeFileSync(
  path.join(out, 'chat-export.txt'),
  `${words.chat.map(([when, who, text]) => `${when} - ${who}: ${text}`).join('\n')}\n`,
);
const mail = (/** @type {string[]} */ head, /** @type {string} */ body) =>
  `${head.join('\r\n')}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${body.replaceAll('\n', '\r\n')}\r\n`;
writeFileSync(
  path.join(out, 'mail-2020-12-19.eml'),
  mail(
    [
      'From: Rubina Anwar <r.anwar@example.org>',
      'To: Bookings <bookings@kinara.example>',
      'Subject: Sessions of 23 December',
      'Date: Sat, 19 Dec 2020 11:15:04 +0500',
      'Message-ID: <a1@example.org>',
    ],
    'Dear Sir,\n\nI shall come on the 23rd as agreed. I ask not to be booked in the same session as Mr Malik, on that day or later.\n\nR. Anwar',
  ),
);
writeFileSync(
  path.join(out, 'mail-2021-01-05.eml'),
  mail(
    [
      'From: Bookings <bookings@kinara.example>',
      'To: Rubina Anwar <r.anwar@example.org>',
      'Subject: Re: Sessions of 23 December',
      'Date: Tue, 05 Jan 2021 16:40:31 +0500',
      'Message-ID: <b2@kinara.example>',
      'In-Reply-To: <a1@example.org>',
    ],
    'Dear Ms Anwar,\n\nThe bookings stand as they are. Artists are assigned by the producer.\n\nBookings, Kinara Productions',
  ),
);

run('sox', '-n', '-r', '16000', '-c', '1', path.join(out, 'voice-note.ogg'), 'synth', '14', 'pinknoise', 'vol', '0.02');

rmSync(tmp, { recursive: true });
