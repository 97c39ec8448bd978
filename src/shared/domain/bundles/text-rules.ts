import { dottedDate } from '../blocks/dates.ts';
import { listed } from '../page-runs.ts';
import { type Answer, type Ask, type Asked, pages, said } from './asking.ts';
import type { FinishedBundle, FoundFile, PageFound, PageWords } from './finished.ts';

/** Rules that are answered from the words of the pages, as they were read out of the finished file. */

const UNREAD = 'The text of the pages was not read.';

/** A document of the bundle with the words of its pages. */
interface Read {
  readonly title: string;
  readonly label: string;
  readonly text: string;
  /** Pages of which there is no text to be read. */
  readonly blind: boolean;
}

const areRead = ({ files }: Asked) => files.every(({ look }) => look?.pages.every(({ words }) => words !== undefined));
const textOf = ({ words }: PageFound) => words?.text ?? '';
const isBlind = (page: PageFound) => page.words === null || (page.lacksText && textOf(page).trim().length < 16);

function documentsOf(files: readonly FoundFile[]): Read[] {
  return files.flatMap(({ found, look }) =>
    found.sections.flatMap(({ items }) =>
      items.map(({ title, firstPage, lastPage, firstLabel }) => {
        const own = look?.pages.slice(firstPage - 1, lastPage) ?? [];
        return { title, label: firstLabel, text: own.map(textOf).join('\n'), blind: own.some(isBlind) };
      }),
    ),
  );
}

const at = ({ title, label }: Read) => `${title} (page ${label})`;

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const DAY = String.raw`(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|(?:${MONTHS})\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+(?:${MONTHS})\.?,?\s+\d{4})`;

/** What Federal Rule of Civil Procedure 5.2(a) has shortened, where its form gives it away. */
const PRIVATE: readonly { what: string; pattern: RegExp }[] = [
  { what: 'a social security number', pattern: /(?<![\d-])(?!000|666|9)\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])/ },
  { what: 'a taxpayer number', pattern: /\b(?:EIN|TIN|taxpayer)\b\D{0,30}\d{2}-?\d{7}\b/i },
  {
    what: 'an account number',
    pattern: /\b(?:account|acct|a\/c)\b\.?\s{0,2}(?:number|no|nr|#)?\.?[:#\s]{0,4}(?:\d[ -]?){6,20}/i,
  },
  {
    what: 'a day of birth',
    pattern: new RegExp(String.raw`\b(?:born|birth|d\.?o\.?b)\b\.?\W{0,3}(?:\w+\W{1,2}){0,2}?${DAY}`, 'i'),
  },
];

/** Numbers and days of birth are looked for; that minors go by their initials no program can tell. */
export const privacy: Ask = (asked) => {
  if (!areRead(asked)) return said(null, UNREAD);
  const hits = PRIVATE.flatMap(({ what, pattern }) => {
    const { ok, detail } = pages((page) => pattern.test(textOf(page)), what)(asked);
    return ok === false && detail !== null ? [detail] : [];
  });
  if (hits.length > 0) return said(false, `${hits.join('; ')}. Redact them, or say why they may stay.`);
  const { detail } = pages(isBlind, 'these can’t be searched for want of text')(asked);
  return said(
    null,
    [
      'No such number and no day of birth is found in the text',
      detail,
      'whether minors go by their initials is for you to see',
    ]
      .filter(Boolean)
      .join('; '),
  );
};

const IDENTITY = /(?<!\d)\d{5}\s?-\s?\d{7}\s?-\s?\d(?!\d)/;
const NUMBERED = /(?:^|\n)\s*\(?1[.)]\s[\s\S]*\n\s*\(?2[.)]\s/;
const DESCRIPTION = /\b(?:s\/o|d\/o|w\/o|son of|daughter of|wife of|widow of|resident of|r\/o)\b/i;
const OCCUPATION =
  /\b(?:by (?:profession|occupation)|occupation|profession|employed|serving as|working as|advocate|business|housewife|student|retired|teacher|officer|engineer|doctor|performer|artist|singer|musician)\b/i;
const PLACE =
  /\b(?:resident of|r\/o|residing at|address|house|flat|street|road|block|sector|mohalla|village|tehsil|district|office (?:at|of)|through its)\b/i;
const PLEADING = /petition|appeal|complaint|plaint|representation|application|suit/i;

/** Parties with their addresses; the affidavit with identity number, description, occupation and numbered paragraphs. */
export const pleadingAndAffidavit: Ask = (asked) => {
  if (!areRead(asked)) return said(null, UNREAD);
  const documents = documentsOf(asked.files);
  const affidavits = documents.filter(({ title, text }) => /affidavit/i.test(title) || /^\W*affidavit\b/i.test(text));
  const failed: string[] = [];
  const open: string[] = [];
  for (const each of affidavits) {
    if (each.blind) {
      open.push(`${at(each)} is a scan without text`);
      continue;
    }
    const lacks = [
      !IDENTITY.test(each.text) && 'identity number',
      !NUMBERED.test(each.text) && 'numbered paragraphs',
      !DESCRIPTION.test(each.text) && 'description',
    ].filter((lack) => lack !== false);
    if (lacks.length > 0) failed.push(`${at(each)}: no ${lacks.join(', no ')}`);
    else if (!OCCUPATION.test(each.text)) open.push(`${at(each)}: its occupation`);
  }
  // Affidavits of another proceeding may be annexed as they are: one that is whole speaks for the pleading's own.
  if (failed.length > 0 && failed.length === affidavits.length) return said(false, failed.join('; '));
  open.push(...failed);
  if (affidavits.length === 0) open.push('no document is called an affidavit');
  const pleading = documents.find(
    ({ title, text }) => PLEADING.test(title) && /\b(?:versus|vs?\.)(?:\s|$)/i.test(text),
  );
  if (!pleading) open.push('no pleading with its parties is found by its words');
  else if (!PLACE.test(headOf(pleading.text))) open.push(`${at(pleading)}: no address is found beside the parties`);
  return open.length === 0 ? said(true) : said(null, `To be seen: ${open.join('; ')}`);
};

/** The head of a pleading ends some way after the second party. */
const headOf = (text: string) => text.slice(0, text.search(/\b(?:versus|vs?\.)(?:\s|$)/i) + 600);

const CERTIFIED =
  /certified\s+(?:to\s+be\s+(?:a\s+)?)?(?:true\s+)?cop(?:y|ies)|true\s+copy|attested\s+copy|copying\s+(?:agency|branch|section)/i;
const STAMPS: readonly { what: string; pattern: RegExp }[] = [
  { what: 'application', pattern: /(?:date\s+of\s+)?(?:application|presentation|applied)\b[^\n]{0,40}\d/i },
  { what: 'readiness', pattern: /(?:ready|readiness|prepar(?:ed|ation)|completion|intimat\w+)\b[^\n]{0,40}\d/i },
  { what: 'delivery', pattern: /(?:deliver(?:y|ed)|collected|received)\b[^\n]{0,40}\d/i },
];

/** A page that says that it is a certified copy, with the three days that the time for it is counted by. */
export const certifiedCopy: Ask = (asked) => {
  if (!areRead(asked)) return said(null, UNREAD);
  const documents = documentsOf(asked.files);
  const copies = documents.filter(({ text }) => CERTIFIED.test(text));
  const blind = documents.filter((each) => each.blind);
  const whole = copies.find(({ text }) => STAMPS.every(({ pattern }) => pattern.test(text)));
  if (whole) return said(true, `${at(whole)}. That it is of the order complained of is by its title.`);
  if (copies.length > 0) {
    const [first] = copies;
    const lacks = STAMPS.filter(({ pattern }) => !pattern.test(first!.text)).map(({ what }) => what);
    return said(null, `${at(first!)} is called certified; the day of ${lacks.join(', of ')} is not found in its text`);
  }
  const recorded = asked.records?.copies.find(
    ({ appliedOn, readyOn, collectedOn }) => appliedOn && readyOn && collectedOn,
  );
  if (blind.length > 0 && recorded) {
    const { document, appliedOn, readyOn, collectedOn } = recorded;
    const [applied, ready, had] = [appliedOn, readyOn, collectedOn].map((day) => dottedDate(day!));
    return said(
      null,
      `By its record the copy of ${document} was applied for on ${applied}, ready on ${ready} and had on ${had}; that its stamp says so is on a scan`,
    );
  }
  if (blind.length > 0) return said(null, `A stamp on a scan can’t be read: look at ${listed(blind.map(at), 6)}`);
  return said(false, 'No document says that it is a certified copy.');
};

const MM = 72 / 25.4;
/** Half a letter, and what rounding takes. */
const SLACK = { mm: 2, points: 0.5, spacing: 0.15 };

/** Margins, size and lines of the pages, held against what the court has for drafted ones. */
export function setAsPrescribed(asked: Asked): Answer {
  const { look = {} } = asked.court;
  if (!areRead(asked)) return said(null, UNREAD);
  const { marginsMm, points, spacing } = look;
  const isNarrow = ({ margins }: PageWords) =>
    margins !== null &&
    marginsMm !== undefined &&
    (['left', 'right', 'top', 'bottom'] as const).some((side) => margins[side] / MM < marginsMm[side] - SLACK.mm);
  const isSmall = (words: PageWords) =>
    words.points !== null && points !== undefined && words.points < points - SLACK.points;
  const isTight = (words: PageWords) =>
    words.spacing !== null && spacing !== undefined && words.spacing < spacing - SLACK.spacing;
  const own = asked.files.flatMap(({ found, look: seen }) => (seen?.pages ?? []).slice(0, frontPagesOf(found)));
  if (own.some(({ words }) => words && (isNarrow(words) || isSmall(words))))
    return said(false, 'Cover or index are not set as prescribed.');
  const of = (bad: (words: PageWords) => boolean, what: string) =>
    pages(({ words }) => words !== null && words !== undefined && bad(words), what)(asked).detail;
  const others = [
    of(isNarrow, 'Narrower margins on pages'),
    of(isSmall, 'Smaller type on pages'),
    of((words) => isTight(words) && !isNarrow(words) && !isSmall(words), 'Closer lines alone on pages'),
  ].filter((detail) => detail !== null);
  return others.length === 0
    ? said(true)
    : said(
        null,
        `${others.join('; ')}. It is prescribed for what is drafted for the court, and not for what is annexed.`,
      );
}

const frontPagesOf = ({ sections }: FinishedBundle) =>
  Math.min(...sections.flatMap(({ items }) => items.map(({ firstPage }) => firstPage))) - 1;

/** The docket entries, then rulings, then pleadings: by the titles of the documents (Federal Rule of Appellate Procedure 30). */
export const docketFirst: Ask = ({ files }) => {
  const titles = files.flatMap(({ found }) => found.sections.flatMap(({ items }) => items.map(({ title }) => title)));
  const docket = titles.findIndex((title) => /\bdocket\b/i.test(title));
  if (docket > 0) return said(false, `${titles[docket]} does not come first.`);
  return docket === 0
    ? said(null, 'The docket entries come first, by their title; the order of the rest is for you to see.')
    : said(null, 'No document is called docket entries: see that they come first.');
};

/** Dark boxes with text beneath them; what they hide of pictures, only the pictures could tell. */
export const redacted: Ask = (asked) => {
  if (asked.files.some(({ look }) => look?.pages.some(({ covered }) => covered === undefined) ?? true))
    return said(null, 'It was not looked what lies beneath boxes.');
  const beneath = pages(
    ({ covered }) => (covered?.signs ?? 0) > 0,
    'Text can be read out from beneath dark boxes on pages',
  )(asked);
  if (beneath.ok === false) return beneath;
  const over = pages(
    ({ covered }) => covered === null || (covered?.overPictures ?? 0) > 0,
    'No text lies beneath a dark box; whether a picture is whole beneath one is for you to see on pages',
  )(asked);
  return over.ok === false ? said(null, over.detail) : said(true, 'Nothing lies beneath a dark box.');
};
