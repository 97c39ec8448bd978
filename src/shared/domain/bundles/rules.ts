import { dottedDate } from '../blocks/dates.ts';
import type { CourtRules, FileFound, FinishedBundle, FoundFile, PageFound } from './finished.ts';

/** What is found of a rule; `ok` is null where a program can't tell and somebody has to look. */
export interface Answer {
  ok: boolean | null;
  detail: string | null;
}

interface Asked {
  court: CourtRules;
  files: readonly FoundFile[];
}

type Ask = (asked: Asked) => Answer;

/** Answers a rule from the finished files. A rule that is not known, or not to be tested, is for the reader to see. */
export function answerTo(id: string, asked: Asked): Answer {
  return (ANSWERS[id] ?? see())(asked);
}

const said = (ok: boolean | null, detail: string | null = null): Answer => ({ ok, detail });
const see =
  (detail: string | null = null): Ask =>
  () =>
    said(null, detail);
/** The rule holds where it holds of every file. */
const each =
  (holds: (file: FoundFile) => boolean): Ask =>
  ({ files }) =>
    said(files.every(holds));
const of = (holds: (found: FinishedBundle) => boolean): Ask => each(({ found }) => holds(found));

/** Looks at the pages of all files; without that look nothing is claimed. */
function pages(bad: (page: PageFound) => boolean, what: string): Ask {
  return ({ files }) => {
    if (files.some(({ look }) => look === null)) return said(null, 'The pages were not looked at.');
    const named = files.flatMap(({ look, found }) =>
      look!.pages.flatMap((page, i) => (bad(page) ? [found.labels[i] ?? String(i + 1)] : [])),
    );
    return named.length === 0 ? said(true) : said(false, `${what}: ${listed(named)}`);
  };
}

/** "3, 7, 9 and 12 more". */
export function listed(names: readonly string[], most = 12): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

function looked(holds: (look: FileFound) => boolean, detail: string | null = null): Ask {
  return ({ files }) => {
    if (files.some(({ look }) => look === null)) return said(null, 'The file was not looked at.');
    const ok = files.every(({ look }) => holds(look!));
    return said(ok, ok ? null : detail);
  };
}

/** All that can be tested holds, and the rest is to be seen; what fails, fails. */
function partly(asks: readonly Ask[], rest: string): Ask {
  return (asked) => {
    const answers = asks.map((ask) => ask(asked));
    return answers.find(({ ok }) => ok === false) ?? said(null, rest);
  };
}

/** All hold. The first that does not is told, and then what could not be tested. */
function all(...asks: readonly Ask[]): Ask {
  return (asked) => {
    const answers = asks.map((ask) => ask(asked));
    return answers.find(({ ok }) => ok === false) ?? answers.find(({ ok }) => ok === null) ?? said(true);
  };
}

/** The number printed on a page is the place of the page in the file, from 1. */
const numberedByPage = ({ printed }: FinishedBundle) => printed.every((text, i) => text === String(i + 1));
const labelled = ({ printed, labels }: FinishedBundle) => printed.every((text, i) => text === labels[i]);
const linked = of(({ linksHold }) => linksHold);
const plainNumbers: Ask = ({ files }) => {
  const [first, ...others] = files.filter(({ isLate }) => !isLate);
  if (!first) return said(false);
  if (!files.every(({ found }) => labelled(found))) return said(false, 'The page box of a viewer shows other numbers.');
  if (!numberedByPage(first.found)) return said(false);
  return others.length === 0
    ? said(true)
    : said(false, 'In further volumes the numbers go on, and are not those of the PDF page.');
};

/** Numbers go up by one from page to page over all files, insertions apart: 12, 12A, 13. */
const oneRun: Ask = ({ files }) => {
  const run = files.filter(({ isLate }) => !isLate).flatMap(({ found }) => found.printed);
  let last = 0;
  for (const text of run) {
    const [, number, letters] = /^[A-Z]*?(\d+)([A-Z]*)$/.exec(text ?? '') ?? [];
    if (number === undefined) return said(false, text === null ? 'A page has no number.' : `“${text}” is no number.`);
    const is = Number(number);
    if (letters ? is !== last : is <= last) return said(false, `${text} follows ${last}.`);
    last = is;
  }
  return said(true);
};

/** Every document has a bookmark with its title and its page's number, which leads there. */
const bookmarked: Ask = ({ files }) => {
  const missing = files.flatMap(({ found: { bookmarks, sections } }) =>
    sections.flatMap(({ items }) =>
      items.flatMap(({ title, firstPage, firstLabel }) =>
        bookmarks.some(
          (mark) => mark.page === firstPage && mark.title.startsWith(title) && mark.title.endsWith(`p. ${firstLabel}`),
        )
          ? []
          : [title],
      ),
    ),
  );
  return missing.length === 0 ? said(true) : said(false, `Without a bookmark: ${listed(missing, 4)}`);
};

const sectionsBookmarked = of(({ bookmarks, sections }) =>
  sections.every(
    ({ title, items }) =>
      items.length === 0 ||
      bookmarks.some(({ title: mark, page }) => page === items[0]!.firstPage && mark.includes(title)),
  ),
);

const zoomKept = of(
  ({ opensAt, linksKeepZoom, bookmarks }) =>
    opensAt === 100 && linksKeepZoom && bookmarks.every(({ keepsZoom }) => keepsZoom),
);

/** Each section has its letter, and its numbers go on from page to page. */
const lettered: Ask = ({ files }) => {
  const ends = new Map<string, number>();
  for (const { found } of files) {
    const filled = found.sections.filter(({ items }) => items.length > 0);
    for (const { letter, items } of filled) {
      const [from, to] = [items[0]!.firstPage, items.at(-1)!.lastPage];
      const before = ends.get(letter) ?? 0;
      const right = found.printed.slice(from - 1, to).every((text, i) => text === `${letter}${before + i + 1}`);
      if (!right)
        return said(false, `Section ${letter} is not numbered ${letter}${before + 1}, ${letter}${before + 2} …`);
      ends.set(letter, before + to - from + 1);
    }
  }
  return said(true);
};

/** Every document is dated, and none stands in its section before an earlier one. */
const inOrderOfDates: Ask = ({ files }) => {
  const sections = files.flatMap(({ found }) => found.sections).filter(({ items }) => !items.some(({ late }) => late));
  const undated = sections.flatMap(({ items }) => items.filter(({ date }) => date === null)).map(({ title }) => title);
  if (undated.length > 0) return said(false, `Undated: ${listed(undated, 4)}`);
  const early = sections.flatMap(({ items }) =>
    items.filter(({ date }, i) => i > 0 && (items[i - 1]!.date ?? '') > (date ?? '')).map(({ title }) => title),
  );
  return early.length === 0 ? said(true) : said(false, `Out of order: ${listed(early, 4)}`);
};

/** What came after service stands after everything else. */
const lateAtEnd = of(({ sections }) => {
  const items = sections.flatMap((section) => section.items);
  const first = items.findIndex(({ late }) => late);
  return first < 0 || items.slice(first).every(({ late }) => late);
});

const lateApart = each(
  ({ isLate, found }) => isLate || !found.sections.some(({ items }) => items.some(({ late }) => late)),
);

const resolution: Ask = (asked) => {
  const { least, most } = asked.court.dpi;
  const isBad = ({ dpi }: PageFound) =>
    dpi !== null && ((most !== null && dpi.most > most + 5) || (least !== null && dpi.least < least - 5));
  return pages(isBad, 'Pictures of another resolution on pages')(asked);
};

const searchable = pages(({ lacksText }) => lacksText, 'Without a text layer, pages');
const notEncrypted = of(({ isEncrypted }) => !isEncrypted);
const upright = pages(({ isUpsideDown }) => isUpsideDown === true, 'On their heads, pages');
const isA4 = ({ width, height }: PageFound) =>
  Math.abs(Math.min(width, height) - 595.3) < 6 && Math.abs(Math.max(width, height) - 841.9) < 6;

const flat = all(
  notEncrypted,
  looked(({ hasScripts }) => !hasScripts, 'It acts on opening.'),
  looked(({ hasEmbeddedFiles }) => !hasEmbeddedFiles, 'Files are embedded in it.'),
  looked(({ hasForm }) => !hasForm, 'It holds a form.'),
  pages(({ fields }) => fields > 0, 'Live fields on pages'),
  searchable,
);

/** The number, title, date and pages of every document are to be read in the index, in this order. */
const indexed: Ask = ({ files }) => {
  if (files.some(({ look }) => look === null)) return said(null, 'The index was not read.');
  const missing = files.flatMap(({ found, look }) => {
    const text = squeezed(look!.frontText.join(' '));
    return found.sections.flatMap(({ items }) =>
      items.flatMap((item) => {
        const { serial, title, date, firstLabel, lastLabel } = item;
        const begin = `${serial}${squeezed(title)}`;
        const end = [date === null ? 'undated' : dottedDate(date), firstLabel, lastLabel].map(squeezed);
        for (let at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
          const rest = text.slice(at + begin.length, at + begin.length + 80);
          const [day, from, to] = end.map((part) => rest.indexOf(part));
          if (day! >= 0 && from! > day! && to! >= from!) return [];
        }
        return [title];
      }),
    );
  });
  return missing.length === 0 ? said(true) : said(false, `Not whole in the index: ${listed(missing, 4)}`);
};

const squeezed = (text: string) => text.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200f\u2060-\u2069]+/g, '');

const SAID = new Set(['Title', 'Producer']);
const untold = all(
  looked(
    ({ said: told, hasMetadata }) => !hasMetadata && told.every((name) => SAID.has(name)),
    'The file says more of itself than its title.',
  ),
  pages(({ comments }) => comments > 0, 'Notes of a reader on pages'),
);

const LONGEST_NAME = 100;
const named: Ask = ({ files }) => {
  const names = files.flatMap(({ name }) => name ?? []);
  if (names.length === 0) return said(null);
  const bad = names.filter((name) => name.length > LONGEST_NAME || !/^[\p{L}\p{M}\p{N} ._,()-]+$/u.test(name));
  return bad.length === 0 ? said(true) : said(false, listed(bad, 2));
};

const commonIndex: Ask = ({ files }) => {
  const volumes = files.filter(({ volume }) => volume !== null);
  if (volumes.length === 0) return said(true, 'It is one volume.');
  const has = ({ found }: FoundFile, title: string) => found.bookmarks.some((mark) => mark.title === title);
  return said(has(volumes[0]!, 'Index of all volumes') && volumes.every((file) => has(file, 'Index')));
};

const roundSplit: Ask = ({ files }) => {
  const further = files.filter(({ volume }) => volume !== null && volume.number > 1);
  const bad = further.filter(({ found }) => !/(?:^|\D)\d*01$/.test(found.printed[0] ?? ''));
  return bad.length === 0
    ? said(true)
    : said(false, `Volumes begin at ${listed(bad.map(({ found }) => found.printed[0] ?? '?'))}`);
};

const megabytes = ({ bytes }: FinishedBundle) => Math.ceil(bytes / 100_000) / 10;
const size: Ask = ({ files }) => {
  const about = files.map(({ found, look }) => `${megabytes(found)} MB${look?.isLinearised ? ', linearised' : ''}`);
  return said(null, `${about.join('; ')}. Pictures are taken as they came, and not made smaller.`);
};

const ANSWERS: Readonly<Record<string, Ask>> = {
  'EW-1': looked(({ isPdf }) => isPdf),
  'EW-2': plainNumbers,
  'EW-3': of(({ printed }) => printed.every((text) => text !== null)),
  'EW-4': linked,
  'EW-5': all(bookmarked, sectionsBookmarked),
  'EW-6': searchable,
  'EW-7': all(
    upright,
    pages(({ isSideways }) => isSideways, 'Text runs up or down on pages'),
  ),
  'EW-8': zoomKept,
  'EW-9': resolution,
  'EW-10': size,
  'EW-11': lateAtEnd,
  'EW-13': all(of(labelled), see('The printed copy is to be made of this file.')),
  'FAM-1': lettered,
  'FAM-2': of(labelled),
  'FAM-3': ({ court, files }) => {
    const is = files.reduce((sum, { found }) => sum + found.pages, 0);
    return said(court.maxPages === null || is <= court.maxPages, `${is} pages`);
  },
  'FAM-4': ({ court }) =>
    said(court.checkedOn !== null && court.inForceFrom !== null, `In force from ${court.inForceFrom}`),
  'SC-1': ({ files }) => said(files.filter(({ isLate }) => !isLate).length === 1),
  'SC-2': plainNumbers,
  'SC-3': of(({ opensAt }) => opensAt === 100),
  'SC-4': searchable,
  'SC-5': bookmarked,
  'SC-6': resolution,
  'SC-7': linked,
  'SC-8': lateApart,
  'SC-9': ({ files }) => {
    const most = Math.max(...files.map(({ found }) => megabytes(found)));
    return most <= 10
      ? said(true, `${most} MB`)
      : said(null, `${most} MB: not by e-mail, if it goes with an application for permission`);
  },
  'ET-1': inOrderOfDates,
  'ET-2': oneRun,
  'ET-3': roundSplit,
  'ET-4': ({ files }) => {
    const is = files.reduce((sum, { found }) => sum + found.pages, 0);
    return is <= 100
      ? said(true, `${is} pages`)
      : said(null, `${is} pages: before the appeal tribunal only with permission`);
  },
  'IN-1': all(
    pages((page) => !isA4(page), 'Not A4, pages'),
    see('Margins and type are as prescribed on the pages that Misl typesets; see to the others.'),
  ),
  'IN-2': commonIndex,
  'IN-4': notEncrypted,
  'IN-5': ({ court, files }) =>
    court.maxMegabytes === null
      ? said(
          null,
          `${listed(files.map(({ found }) => `${megabytes(found)} MB`))}: hold it against the limit of the registry`,
        )
      : said(files.every(({ found }) => megabytes(found) <= court.maxMegabytes!)),
  'US-1': flat,
  'US-2': ({ court, files }) =>
    court.maxMegabytes === null
      ? said(
          null,
          `${listed(files.map(({ found }) => `${megabytes(found)} MB`))}: hold it against the limit of the court`,
        )
      : said(files.every(({ found }) => megabytes(found) <= court.maxMegabytes!)),
  'US-3': see('Run the leak check: it looks for identity numbers and protected names in the text of the file.'),
  'US-4': partly([oneRun, linked], 'The numbers are one run; that the docket entries come first is for you to see.'),
  'US-6': see('Each redacted copy was proven when it was made; see that the copies are in the bundle.'),
  'PK-1': all(oneRun, indexed),
  'PK-4': all(of(labelled), see('The printed set is to be made of this file.')),
  'ALL-1': upright,
  'ALL-2': named,
  'ALL-3': all(indexed, bookmarked),
  'ALL-4': looked(() => true),
  'ALL-5': untold,
};
