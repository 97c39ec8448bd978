// Every profile, bound: whatever stands in it and wherever it is cut, index row, outline entry, printed number, page
// label and link of every document say the same, as programs that are not ours read them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { bindBundle } from '#main/bundles/bind.ts';
import type { BindInput, BoundFile } from '#main/bundles/binding.ts';
import { examineFiles } from '#main/bundles/examination/examine.ts';
import { bindingProfile, type Profile, profileOf } from '#main/bundles/profiles.ts';
import { readPdf } from '#main/evidence/read-pdf.ts';
import { loadPacks } from '#main/packs/service.ts';
import type { FoundFile } from '#shared/domain/bundles/finished.ts';
import { courtChecks } from '#shared/domain/bundles/profile-checks.ts';
import { PROFILE_IDS } from '#shared/packs/vocabulary.ts';
import { makeDocument } from './make-pdf.ts';
import { pageTexts, type QpdfOutline, qpdfFindings, structure } from './programs.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'misl-profiles-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { library } = loadPacks([path.join(import.meta.dirname, '../../../resources/packs')]);
let serial = 0;

interface Doc {
  pages: number;
  late: boolean;
}

function inputOf(court: Profile, sections: Doc[][], volumePages: number | null): BindInput {
  return {
    title: 'Case bundle',
    front: {
      title: 'Case bundle',
      indexTitle: null,
      forumName: null,
      jurisdiction: null,
      caseNumber: null,
      first: null,
      second: null,
      notes: [],
      sample: false,
      page: court.page,
      look: court.look,
    },
    profile: bindingProfile(court),
    sections: sections.map((docs, s) => ({
      id: `s${s}`,
      title: `Part${s}`,
      items: docs.map(({ pages, late }, i) => {
        const id = `${s}x${i}`;
        const media = court.page === 'a4' ? [0, 0, 595, 842] : [0, 0, 612, 1008];
        const bytes = makeDocument(Array.from({ length: pages }, (_, p) => ({ text: `Doc${id}Page${p + 1}`, media })));
        return {
          id,
          title: `Doc${id}`,
          date: `2026-01-${String(10 + i)}`,
          mark: null,
          pages: null,
          late,
          sources: [{ handle: { kind: 'bytes' as const, bytes }, name: `${id}.pdf` }],
        };
      }),
    })),
    volumes: volumePages === null ? null : { pages: volumePages, bytes: null },
    partial: path.join(folder, `out-${serial++}.pdf`),
    seal: null,
  };
}

/** What a viewer shows in its page box, by the ranges that qpdf read. */
function shown(labels: ReturnType<typeof structure>['labels'], index: number): string {
  const run = labels.findLast((each) => each.index <= index)!;
  const number = Number(run.label['/St'] ?? 1) + index - run.index;
  const prefix = String(run.label['/P'] ?? '').replace(/^u:/, '');
  if (run.label['/S'] === undefined) return prefix;
  if (run.label['/S'] === '/A') return prefix + String.fromCharCode(64 + number);
  return prefix + (run.label['/S'] === '/r' ? ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii'][number]! : number);
}

const flat = (entries: readonly QpdfOutline[]): QpdfOutline[] =>
  entries.flatMap((entry) => [entry, ...flat(entry.kids)]);

async function agree(court: Profile, sections: Doc[][], volumePages: number | null) {
  const report = await bindBundle(inputOf(court, sections, volumePages), () => {});
  expect(report.items).toHaveLength(sections.flat().length);
  for (const [v, file] of report.files.entries()) {
    const pdf = readFileSync(file.partial);
    expect(qpdfFindings(pdf)).toBe('');
    const texts = pageTexts(pdf, { layout: true });
    const read = structure(pdf);
    expect(texts).toHaveLength(file.pages);
    for (const [i, text] of texts.entries()) {
      // What stands lowest on a page is its number.
      expect(text.trimEnd().split('\n').at(-1)!.trim()).toBe(shown(read.labels, i));
      expect(file.found.labels[i]).toBe(shown(read.labels, i));
    }
    const paper = { a4: [595, 842], legal: [612, 1008], letter: [612, 792] }[court.page];
    expect((read.follow(read.pages[1]!['/MediaBox']) as number[]).slice(2).map(Math.round)).toEqual(paper);
    const outline = flat(read.outlines);
    const front = Array.from({ length: file.frontPages }, (_, i) => i + 1);
    const targets = new Set(front.flatMap((page) => read.annotations(page).map((each) => read.target(each['/Dest']))));
    const index = front.map((page) => texts[page - 1]!).join('\n');
    for (const { title, firstPage, lastPage, label, lastLabel } of report.items.filter(({ volume }) => volume === v)) {
      expect(texts[firstPage - 1]).toContain(`${title}Page1`);
      expect([shown(read.labels, firstPage - 1), shown(read.labels, lastPage - 1)]).toEqual([label, lastLabel]);
      const entry = outline.find((each) => each.title.startsWith(`${title},`));
      expect(entry?.page).toBe(firstPage);
      expect(entry?.title.endsWith(`, p. ${label}`)).toBe(true);
      expect(targets.has(firstPage)).toBe(true);
      const range = court.indexColumns?.includes('from')
        ? `${label} +${lastLabel}`
        : label === lastLabel
          ? label
          : `${label}–${lastLabel}`;
      expect(index).toMatch(new RegExp(`${title} +\\d\\d\\.01\\.2026 +${range}$`, 'm'));
    }
  }
  // No number stands on two pages of what is cited together: where each volume begins anew, it is cited with its volume.
  const cited = report.files.flatMap(({ isLate, found, volume }) =>
    isLate ? [] : found.printed.map((text) => (court.numbering === 'per-volume' ? `${volume?.number} ${text}` : text)),
  );
  expect(new Set(cited).size).toBe(cited.length);
  return report.files;
}

async function found(files: BoundFile[]): Promise<FoundFile[]> {
  const input = { files: files.map(({ partial, frontPages }) => ({ path: partial, frontPages })) };
  const looks = await examineFiles(input, () => {}, readPdf);
  return files.map((file, i) => ({
    found: file.found,
    look: looks[i]!,
    name: 'x.pdf',
    volume: file.volume,
    isLate: file.isLate,
  }));
}

describe.each(PROFILE_IDS)('a bundle for %s', (id) => {
  const court = profileOf(library, id);
  const document = fc.record({ pages: fc.integer({ min: 1, max: 4 }), late: fc.constant<boolean>(false) });
  const shape = fc.array(fc.array(document, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });

  it('says the same everywhere: in any order, cut into volumes, with documents that came late', async () => {
    await fc.assert(
      fc.asyncProperty(shape, fc.nat(), fc.nat(), async (sections, at, turn) => {
        await agree(court, sections, null);
        const turned = sections.map((docs) => [
          ...docs.slice(turn % docs.length),
          ...docs.slice(0, turn % docs.length),
        ]);
        await agree(court, turned, 8);
        const s = at % turned.length;
        const late = turned.map((docs, i) =>
          i === s ? docs.toSpliced((at % docs.length) + 1, 0, { pages: 3, late: true }) : docs,
        );
        await agree(court, late, null);
      }),
      { seed: 71 + PROFILE_IDS.indexOf(id), numRuns: 1 },
    );
  }, 180_000);

  it('keeps what the finished file shows of its rules', async () => {
    const files = await agree(
      court,
      [
        [
          { pages: 2, late: false },
          { pages: 1, late: false },
        ],
        [{ pages: 3, late: false }],
      ],
      null,
    );
    const checks = courtChecks(court, await found(files));
    // That India's three files are one is only told.
    expect(checks.filter(({ ok, severity }) => ok === false && severity !== 'info')).toEqual([]);
    // Every rule is answered for or left to be seen; none of a court is left out.
    expect(checks.map((check) => check.id)).toEqual(expect.arrayContaining(court.rules.map((rule) => rule.id)));
    expect(files[0]!.found.opensAt).toBe(court.opensAt);
  }, 60_000);
});

it('numbers each volume as its PDF for the courts of England and Wales, and lists all in the first', async () => {
  const court = profileOf(library, 'ew-court');
  const documents = Array.from({ length: 6 }, () => ({ pages: 4, late: false }));
  const files = await agree(court, [documents], 14);
  expect(files.length).toBeGreaterThan(1);
  const looked = await found(files);
  const rule = (id: string) => courtChecks(court, looked).find((check) => check.id === id);
  expect(rule('EW-2')).toMatchObject({ ok: true, detail: expect.stringContaining('cite the volume') });
  for (const { found: each } of looked) expect(each.printed).toEqual(each.printed.map((_, i) => String(i + 1)));
  const [first, ...others] = looked;
  expect(first!.look!.frontText.join(' ')).toMatch(/INDEX OF ALL VOLUMES.*Volume II/);
  for (const { look } of others) expect(look!.frontText.join(' ')).toContain('INDEX OF VOLUME II');
  // The guidance would rather have one file, and the report says so.
  expect(courtChecks(court, looked).flatMap(({ id, ok }) => (ok === false ? [id] : []))).toEqual(['EW-12']);
}, 120_000);

it('numbers as each court has it', async () => {
  const sections = [
    [
      { pages: 2, late: false },
      { pages: 1, late: true },
    ],
    [{ pages: 1, late: false }],
  ];
  const labels: Record<string, string[][]> = {};
  for (const id of PROFILE_IDS)
    labels[id] = (await agree(profileOf(library, id), sections, null)).map((file) => [...file.found.labels]);
  expect(labels).toEqual({
    plain: [['1', '2', '3', '4', '5', '6']],
    'ew-court': [['1', '2', '3', '4', '5', '6']],
    'ew-family': [['i', 'ii', 'A1', 'A2', 'A3', 'B1']],
    'ew-financial-remedy': [['1', '2', '3', '4', '5', '6']],
    uksc: [
      ['1', '2', '3', '4', '5'],
      ['1', '2', '3'],
    ],
    et: [['1', '2', '3', '4', '5', '6']],
    'in-sc': [['1', '2', '3', '4', '5', '6']],
    'pk-paper-book': [['1', '2', '3', '4', '4A', '5']],
    'us-appendix': [['A1', 'A2', 'A3', 'A4', 'A5', 'A6']],
  });
}, 180_000);
