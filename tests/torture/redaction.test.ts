import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textPages } from '#main/documents/service.ts';
import { ProblemError } from '#shared/problem.ts';
import { findChromium } from '../../scripts/find.mjs';
import { mutated, seeded, wholeDocuments } from '../unit/bundles/mutate.ts';
import { pageTexts, qpdfFindings, throughQpdf } from '../unit/bundles/programs.ts';
import { type Case, checkCase, redacted } from '../unit/redaction/checking.ts';
import {
  fontCases,
  hiddenCases,
  mirroredCase,
  revisedCase,
  seamCase,
  shownCases,
} from '../unit/redaction/documents.ts';
import { scanCases } from '../unit/redaction/scans.ts';

const NAME = 'Zarmina Qadir';
const URDU = 'زرمینہ قادر';
const folder = mkdtempSync(path.join(tmpdir(), 'misl-redaction-'));
const check = async (given: Case) => void (await checkCase(given));
const SAMPLES = path.join(import.meta.dirname, '../../resources/sample/files');
let made: Case[] = [];

const LINES = [
  `Statement of ${NAME}, daughter of Hamid Qadir, of 14 Canal Road.`,
  'On the fifth of May the office was closed, and affidavits were filed after the first five.',
  `She, ${NAME}, says: “I was not an employee.” ZARMINA QADIR signed; Zarmina   Qadir left.`,
  'A long line that goes on until the margin is met and the words are broken over it, so that the name of Zarmina Qadir comes to stand at the end of one line or the beginning of another, here or there.',
];

/** Word processors, a browser and our own typesetter, each with texts of several looks. */
async function documentsOfPrograms(): Promise<Case[]> {
  const from = path.join(folder, 'in');
  const out = path.join(folder, 'out');
  mkdirSync(from);
  const html = (style: string, body = LINES.map((line) => `<p>${line}</p>`).join('')) =>
    `<!doctype html><meta charset="utf-8"><style>body{font:12pt serif}${style}</style><body>${body}`;
  const files: Record<string, string> = {
    'plain.txt': LINES.join('\n\n'),
    'page.html': html(''),
    'table.html': html('', `<table border=1>${LINES.map((line) => `<tr><td>${line}<td>x</tr>`).join('')}</table>`),
    'bold.html': html(
      '',
      LINES.map((line) => line.replaceAll(NAME, '<b>Zar</b><i>mina</i> <u>Qadir</u>')).join('<br>'),
    ),
    'sheet.csv': LINES.map((line, i) => `${i},"${line}"`).join('\n'),
    'rich.rtf': `{\\rtf1\\ansi{\\fonttbl{\\f0 Times New Roman;}}\\f0\\fs24 ${LINES.join('\\par ').replace(/[“”]/g, '"')}}`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(from, name), text);
  const filters = [
    'pdf',
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},"UseTaggedPDF":{"type":"boolean","value":"true"}}',
  ];
  const office = (filter: string, i: number) => {
    const target = `${out}${i}`;
    const names = Object.keys(files).filter((name) => i === 0 || !name.endsWith('.csv'));
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        target,
        ...names.map((name) => path.join(from, name)),
      ],
      { stdio: 'ignore' },
    );
    return readdirSync(target).map((name) => ({
      name: `LibreOffice ${i}: ${name}`,
      pdf: readFileSync(path.join(target, name)),
      terms: [NAME],
    }));
  };
  const browser = await chromium.launch({ executablePath: findChromium()!, args: ['--no-sandbox'] });
  const pages = {
    plain: html(''),
    columns: html('body{columns:2}'),
    spaced: html('p{letter-spacing:2pt;word-spacing:4pt;text-align:justify}'),
    turned: html('p{writing-mode:vertical-rl}'),
    slanted: html('p{transform:rotate(7deg) scale(.9)}'),
    urdu: html('body{direction:rtl}', `<p lang=ur>درخواست گزار ${URDU} کی طرف سے</p><p>${NAME}</p>`),
    drawn: html(
      '',
      `<svg width=400 height=80><text x=10 y=40 font-size=20>${NAME}</text><rect x=5 y=5 width=390 height=70 fill=none stroke=black /></svg>`,
    ),
    links: html(
      '',
      `<p><a href="https://example.org/${encodeURIComponent(NAME)}">${NAME}</a> <a href="https://example.org/">else</a>`,
    ),
    shadow: html('p{text-shadow:1px 1px 2px grey;background:#eee;border:1px solid red}'),
    serif: html('p{font-family:sans-serif;font-weight:bold;font-variant:small-caps}'),
  };
  const printed: Case[] = [];
  const page = await browser.newPage();
  for (const [name, content] of Object.entries(pages)) {
    await page.setContent(content);
    const pdf = await page.pdf({ format: 'A4', tagged: name !== 'columns', outline: name === 'plain' });
    printed.push({ name: `Chromium: ${name}`, pdf, terms: [NAME, URDU] });
  }
  await browser.close();
  const own = await Promise.all(
    [LINES.join('\n\n'), `${URDU}\n\nبیان ${URDU} بنت حامد قادر\n\n${NAME}`].map(async (text, i) => ({
      name: `Typst ${i}`,
      pdf: Buffer.from(await textPages(text, 'statement.txt')),
      terms: i === 0 ? [NAME] : [NAME, URDU],
    })),
  );
  const samples = ['reply', 'statement', 'affidavit-malik', 'posts-fir', 'post-first', 'booking-sheet'].map((name) => ({
    name: `sample: ${name}`,
    pdf: readFileSync(path.join(SAMPLES, `${name}.pdf`)),
    terms: ['complaint', 'studio', 'February'],
  }));
  return [...filters.flatMap(office), ...printed, ...own, ...samples];
}

/** The same documents as qpdf writes them. */
const WRITTEN: Readonly<Record<string, string[]>> = {
  'object streams': ['--object-streams=generate'],
  linearised: ['--linearize'],
  'encrypted with AES': ['--encrypt', '', 'owner', '256', '--'],
  'encrypted with RC4': ['--allow-weak-crypto', '--encrypt', '', 'owner', '40', '--'],
};

beforeAll(async () => {
  const programs = await documentsOfPrograms();
  const base = [...programs.filter((_, i) => i % 4 === 0), ...hiddenCases().slice(0, 5)];
  const rewritten = base.flatMap((each) =>
    Object.entries(WRITTEN).map(([how, args]) => ({
      ...each,
      name: `${each.name}, ${how}`,
      pdf: throughQpdf(each.pdf, args),
    })),
  );
  made = [...programs, ...rewritten].map((each) => ({ slack: 100, ...each }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('documents made by hand', () => {
  it.each([
    ...shownCases(),
    ...fontCases(),
    ...hiddenCases(),
    revisedCase(),
    seamCase(),
    mirroredCase(),
    ...scanCases(),
  ])('$name', check);
});

it('documents of other programs, at least 60 of them', async () => {
  const failed: string[] = [];
  for (const each of made) await check(each).catch((error: Error) => failed.push(`${each.name}: ${error.message}`));
  expect(failed).toEqual([]);
  expect(made.length).toBeGreaterThanOrEqual(60);
});

const SPOILT = 2000;

it(`${SPOILT} spoilt documents are redacted or refused, and nothing else`, async () => {
  const random = seeded(11);
  const whole = [...wholeDocuments(), ...[...hiddenCases(), ...fontCases(), ...scanCases()].map(({ pdf }) => pdf)];
  for (let i = 0; i < SPOILT; i++) {
    const pdf = mutated(whole[i % whole.length]!, random);
    const copy = await redacted({ name: '', pdf, terms: [NAME] }).catch((error: unknown) => {
      if (error instanceof ProblemError) return null;
      throw error;
    });
    if (copy === null || i % 20 > 0) continue;
    expect(pageTexts(copy.bytes).join(' ').replace(/\s/g, '')).not.toMatch(/ZarminaQadir/i);
    expect(qpdfFindings(copy.bytes)).not.toMatch(/xref|trailer|not a PDF/i);
  }
});
