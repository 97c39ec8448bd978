import { dottedDate } from '../blocks/dates.ts';
import { listed } from '../page-runs.ts';
import { type Answer, type Ask, type Asked, all, looked, of, pages, partly, said, see } from './asking.ts';
import type { FinishedBundle, FoundFile, PageFound, Wanted } from './finished.ts';
import {
  bookmarked,
  inOrderOfDates,
  labelled,
  lateApart,
  lateAtEnd,
  lettered,
  linked,
  oneRun,
  plainNumbers,
  sectionsBookmarked,
  zoomKept,
} from './number-rules.ts';
import { certifiedCopy, docketFirst, pleadingAndAffidavit, privacy, redacted, setAsPrescribed } from './text-rules.ts';

/** Answers a rule from the finished files. A rule that is not known, or not to be tested, is for the reader to see. */
export function answerTo(id: string, asked: Asked): Answer {
  return (ANSWERS[id] ?? see())(asked);
}

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
          if (follow(text.slice(at + begin.length, at + begin.length + 80), end)) return [];
        }
        return [title];
      }),
    );
  });
  return missing.length === 0 ? said(true) : said(false, `Not whole in the index: ${listed(missing, 4)}`);
};

/** Whether parts stand in a text one after another; the last may be the one before it, as of a single page. */
function follow(text: string, [day, from, to]: readonly string[]): boolean {
  const afterDay = text.indexOf(day!) + day!.length;
  if (!text.includes(day!) || !text.startsWith(from!, afterDay)) return false;
  const rest = text.slice(afterDay + from!.length, afterDay + from!.length + to!.length + 1);
  return from === to || rest.includes(to!);
}

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

/** One file, or one of them with authorities alone. */
const fewFiles: Ask = ({ files }) => {
  if (files.length === 1)
    return said(true, 'It is one file; authorities, where there are any, go in one of their own.');
  const authorities = files.filter(({ found }) => filled(found).every(({ title }) => /authorit/i.test(title)));
  return said(
    files.length === 2 && authorities.length === 1,
    `It is ${files.length} files${authorities.length === 1 ? ', one of authorities' : ''}.`,
  );
};

/** The direction of the Chief Justice of India: what was filed first, what was filed later, the record. */
const THREE = [/main|petition|paper/i, /additional|application|later|further/i, /record|office|proceedings/i];
const threeFiles: Ask = ({ files }) => {
  const kinds = files.map(({ found }) => filled(found).map(({ title }) => title));
  if (kinds.length !== 3 || kinds.some((titles) => titles.length !== 1)) {
    const sections = kinds.flat().length;
    return said(
      false,
      `It is ${counted(files.length, 'file')} of ${counted(sections, 'section')}: make one PDF for each of three sections.`,
    );
  }
  const titles = kinds.flat();
  return titles.every((title, i) => THREE[i]!.test(title))
    ? said(true, titles.join(', '))
    : said(null, `Three files: ${titles.join(', ')}. See that they are main, additional documents and record.`);
};
const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
const filled = ({ sections }: FinishedBundle) => sections.filter(({ items }) => items.length > 0);

/** By the records of the proceeding: they are no part of the bundle. */
const objectionsKept: Ask = ({ records }) => {
  if (records === null)
    return said(
      null,
      'They are kept with a filing, under Proceedings, and are no part of the bundle: see that all have a cure.',
    );
  const { objections } = records;
  if (objections.length === 0) return said(true, 'None is recorded of the filings of this proceeding.');
  const bad = objections.filter(({ cure, cureBy, curedOn }) => cure === null || cureBy === null || curedOn === null);
  const names = bad.map(({ text, cure, cureBy }) => {
    const lack = cure === null ? 'no cure' : cureBy === null ? 'no last day' : 'not filed again';
    return `${text.length > 60 ? `${text.slice(0, 60)}…` : text} (${lack})`;
  });
  return bad.length === 0
    ? said(true, `${objections.length} recorded, each with its cure.`)
    : said(false, listed(names, 4));
};

const usedOnce: Ask = ({ files }) => {
  const numbers = files.flatMap(({ found }) => found.printed);
  const seen = new Set<string | null>();
  const twice = numbers.find((text) => text === null || seen.size === seen.add(text).size);
  return twice === undefined
    ? said(true)
    : said(false, twice === null ? 'A page has no number.' : `${twice} stands on two pages.`);
};

/** Rules for which more is looked at than for others. */
const BY_WORDS: ReadonlySet<string> = new Set(['IN-1', 'PK-2', 'PK-3', 'US-3']);
const BY_BOXES: ReadonlySet<string> = new Set(['US-6']);

/** What has to be looked at in a finished file, that these rules can be answered. */
export const wantedFor = (rules: readonly { readonly id: string }[]): Wanted => ({
  words: rules.some(({ id }) => BY_WORDS.has(id)),
  covered: rules.some(({ id }) => BY_BOXES.has(id)),
});

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
  'EW-12': fewFiles,
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
  'SC-2': all(plainNumbers, oneRun),
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
    setAsPrescribed,
  ),
  'IN-2': commonIndex,
  'IN-3': threeFiles,
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
  'US-3': privacy,
  'US-4': all(oneRun, linked, docketFirst),
  'US-5': partly(
    [usedOnce],
    'Each number is used once in this bundle, and its versions keep them. That no other production has them is for you to see: Misl knows of no other.',
  ),
  'US-6': redacted,
  'PK-1': all(oneRun, indexed),
  'PK-2': pleadingAndAffidavit,
  'PK-3': certifiedCopy,
  'PK-5': objectionsKept,
  'PK-4': all(of(labelled), see('The printed set is to be made of this file.')),
  'ALL-1': upright,
  'ALL-2': named,
  'ALL-3': all(indexed, bookmarked),
  'ALL-4': looked(() => true),
  'ALL-5': untold,
};
