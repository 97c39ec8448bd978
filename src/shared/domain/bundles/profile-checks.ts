/** What one court asks of a bundle, as far as it can be told of the finished file. */
export interface CourtRules {
  readonly citation: string | null;
  /** `YYYY-MM-DD`: when the rules were last looked up. */
  readonly checkedOn: string | null;
  readonly maxPages: number | null;
  readonly maxMegabytes: number | null;
  readonly rules: readonly { readonly id: string; readonly text: string; readonly citation: string }[];
}

/** What was found when the finished file was opened again; none of it is taken from the plan. */
export interface FinishedBundle {
  readonly pages: number;
  readonly bytes: number;
  /** Every link of the index leads to the page of its row. */
  readonly linksHold: boolean;
  readonly isEncrypted: boolean;
  /** What is printed on each page, and what a viewer's page box shows for it. */
  readonly printed: readonly (string | null)[];
  readonly labels: readonly string[];
  readonly bookmarks: readonly { readonly title: string; readonly page: number | null; readonly keepsZoom: boolean }[];
  /** Percent; null where it is left to the viewer. */
  readonly opensAt: number | null;
  readonly linksKeepZoom: boolean;
  /** The documents as the index names them, by sections; pages from 1. */
  readonly sections: readonly {
    readonly letter: string;
    readonly items: readonly {
      readonly title: string;
      readonly date: string | null;
      readonly firstPage: number;
      readonly firstLabel: string;
    }[];
  }[];
}

export interface CourtCheck {
  readonly id: string;
  readonly ok: boolean;
  readonly message: string;
  readonly citation: string | null;
  readonly checkedOn: string | null;
}

/** The rules that the finished file itself answers, by their ids; others are not claimed to have been checked. */
const ANSWERED: ReadonlyMap<string, (bundle: FinishedBundle) => boolean> = new Map([
  ['EW-2', numberedByPage],
  ['EW-4', ({ linksHold }: FinishedBundle) => linksHold],
  ['EW-5', bookmarked],
  ['EW-8', zoomKept],
  ['SC-2', numberedByPage],
  ['SC-3', ({ opensAt }: FinishedBundle) => opensAt === 100],
  ['SC-5', bookmarked],
  ['SC-7', ({ linksHold }: FinishedBundle) => linksHold],
  ['ET-1', inOrderOfDates],
  ['ET-2', numberedByPage],
  ['FAM-1', lettered],
  ['FAM-2', ({ printed, labels }: FinishedBundle) => printed.every((text, i) => text === labels[i])],
  ['IN-4', ({ isEncrypted }: FinishedBundle) => !isEncrypted],
]);

/** The number printed on a page is the place of the page in the file, from 1. */
function numberedByPage({ printed }: FinishedBundle): boolean {
  return printed.every((text, i) => text === String(i + 1));
}

/** Every document has a bookmark with its title and its page's number, which leads there. */
function bookmarked({ bookmarks, sections }: FinishedBundle): boolean {
  return sections.every(({ items }) =>
    items.every(({ title, firstPage, firstLabel }) =>
      bookmarks.some(
        (mark) => mark.page === firstPage && mark.title.startsWith(title) && mark.title.endsWith(`p. ${firstLabel}`),
      ),
    ),
  );
}

function zoomKept({ opensAt, linksKeepZoom, bookmarks }: FinishedBundle): boolean {
  return opensAt === 100 && linksKeepZoom && bookmarks.every(({ keepsZoom }) => keepsZoom);
}

/** Each section begins anew with its letter and 1, and runs on to where the next begins. */
function lettered({ printed, sections }: FinishedBundle): boolean {
  const filled = sections.filter(({ items }) => items.length > 0);
  return filled.every(({ letter, items }, s) => {
    const from = items[0]!.firstPage;
    const to = filled[s + 1]?.items[0]?.firstPage ?? printed.length + 1;
    return printed.slice(from - 1, to - 1).every((text, i) => text === `${letter}${i + 1}`);
  });
}

/** Every document is dated, and none stands in its section before an earlier one. */
function inOrderOfDates({ sections }: FinishedBundle): boolean {
  return sections.every(({ items }) =>
    items.every(({ date }, i) => date !== null && (i === 0 || (items[i - 1]!.date ?? '') <= date)),
  );
}

/** Holds a finished bundle against the rules of a court. */
export function courtChecks(court: CourtRules, bundle: FinishedBundle): CourtCheck[] {
  const { checkedOn } = court;
  const checks: CourtCheck[] = court.rules.flatMap(({ id, text, citation }) => {
    const answer = ANSWERED.get(id);
    return answer ? [{ id, ok: answer(bundle), message: text, citation, checkedOn }] : [];
  });
  const limit = (id: string, most: number | null, is: number, unit: string) => {
    if (most === null) return;
    const message = is <= most ? `${is} ${unit} of at most ${most}` : `${is} ${unit}, more than the ${most} allowed`;
    checks.push({ id, ok: is <= most, message, citation: court.citation, checkedOn });
  };
  limit('limit-pages', court.maxPages, bundle.pages, 'pages');
  limit('limit-size', court.maxMegabytes, Math.ceil(bundle.bytes / 100_000) / 10, 'MB');
  return checks;
}
