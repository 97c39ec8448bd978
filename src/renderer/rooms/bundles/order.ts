import type { SortRow, SortTarget } from '#renderer/ui/SortTree.tsx';
import type { Output } from '#shared/contract/index.ts';

export type Plan = Output<'bundles.plan'>;
export type PlanSection = Plan['sections'][number];
export type PlanItem = PlanSection['items'][number];

/** A section or an item of a bundle as a row of its tree. */
export type BuilderRow = SortRow &
  ({ section: PlanSection; item: null } | { section: PlanSection; item: PlanItem; serial: number });

/** Sections with their items under them; the items of closed ones are left out, and still counted. */
export function rowsOf(sections: readonly PlanSection[], closed: ReadonlySet<string>): BuilderRow[] {
  let serial = 0;
  return sections.flatMap((section) => {
    const head = { id: section.id, isHead: true, name: section.title, section, item: null };
    const items = section.items.map((item) => {
      serial += 1;
      return { id: item.id, isHead: false, name: item.title, section, item, serial };
    });
    return closed.has(section.id) ? [head] : [head, ...items];
  });
}

/** Where something goes: items into a section, a section among the others. `at` counts what stands there now. */
export type Move =
  | { kind: 'items'; ids: string[]; sectionId: string; at: number }
  | { kind: 'section'; id: string; at: number };

/** What dropping rows there means; null where it means nothing. A head among them moves its section alone. */
export function moveTo(sections: readonly PlanSection[], ids: readonly string[], target: SortTarget): Move | null {
  const whole = ids.find((id) => sections.some((section) => section.id === id));
  const targetSection = sections.findIndex(
    ({ id, items }) => id === target.id || items.some((item) => item.id === target.id),
  );
  const section = sections[targetSection];
  if (!section || ids.length === 0) return null;
  const onHead = section.id === target.id;
  if (whole !== undefined) {
    const from = sections.findIndex(({ id }) => id === whole);
    // Before a head is before its section; anywhere else in it is after.
    const gap = targetSection + (onHead && target.position === 'before' ? 0 : 1);
    const at = gap > from ? gap - 1 : gap;
    return at === from ? null : { kind: 'section', id: whole, at };
  }
  if (onHead && target.position === 'before') {
    const above = sections[targetSection - 1];
    return { kind: 'items', ids: [...ids], sectionId: (above ?? section).id, at: above ? above.items.length : 0 };
  }
  const index = section.items.findIndex(({ id }) => id === target.id);
  const at = onHead ? 0 : index + (target.position === 'after' ? 1 : 0);
  return { kind: 'items', ids: [...ids], sectionId: section.id, at };
}

/** One place up or down: over the border of a section into the next one. */
export function nudge(sections: readonly PlanSection[], ids: readonly string[], by: -1 | 1): Move | null {
  const whole = sections.findIndex(({ id }) => ids.includes(id));
  if (whole !== -1) {
    const at = whole + by;
    return at < 0 || at >= sections.length ? null : { kind: 'section', id: sections[whole]!.id, at };
  }
  const edge = by < 0 ? ids[0] : ids.at(-1);
  const home = sections.findIndex(({ items }) => items.some(({ id }) => id === edge));
  const section = sections[home];
  if (!section) return null;
  const index = section.items.findIndex(({ id }) => id === edge);
  const to = by < 0 ? index - 1 : index + 2;
  if (to >= 0 && to <= section.items.length) return { kind: 'items', ids: [...ids], sectionId: section.id, at: to };
  const next = sections[home + by];
  return next ? { kind: 'items', ids: [...ids], sectionId: next.id, at: by < 0 ? next.items.length : 0 } : null;
}

/** The sections as they would be after a move, with the pages counted anew from the first after the front. */
export function afterMove(sections: readonly PlanSection[], move: Move, frontPages: number): PlanSection[] {
  if (move.kind === 'section') {
    const moved = sections.find(({ id }) => id === move.id);
    const others = sections.filter(({ id }) => id !== move.id);
    return moved
      ? recounted([...others.slice(0, move.at), moved, ...others.slice(move.at)], frontPages)
      : [...sections];
  }
  const { ids, sectionId, at } = move;
  const items = ids.flatMap((id) => sections.flatMap((section) => section.items.filter((item) => item.id === id)));
  const next = sections.map((section) => {
    const others = section.items.filter(({ id }) => !ids.includes(id));
    if (section.id !== sectionId) return { ...section, items: others };
    const before = section.items.slice(0, at).filter(({ id }) => !ids.includes(id)).length;
    return { ...section, items: [...others.slice(0, before), ...items, ...others.slice(before)] };
  });
  return recounted(next, frontPages);
}

/** Whether the pages are numbered anew in each section: A1, A2, B1. */
const isLettered = (sections: readonly PlanSection[]) =>
  new Set(sections.flatMap(({ items }) => items.flatMap(({ label }) => /^[A-Z]+/.exec(label)?.[0] ?? []))).size > 1 ||
  sections.some(({ letter, items }) => letter !== 'A' && items.some(({ label }) => label.startsWith(letter)));

/**
 * Pages and numbers as they will about be, until the plan is there that has counted them: insertions and prefixes are
 * left to it.
 */
function recounted(sections: readonly PlanSection[], frontPages: number): PlanSection[] {
  const lettered = isLettered(sections);
  let page = frontPages;
  return sections.map((section, s) => {
    const letter = String.fromCharCode(65 + s);
    const before = page;
    const items = section.items.map((item) => {
      if (item.pageCount === 0) return { ...item, firstPage: 0, lastPage: 0, label: '', lastLabel: '' };
      const firstPage = page + 1;
      page += item.pageCount;
      const label = (at: number) => (lettered ? `${letter}${at - before}` : String(at));
      return { ...item, firstPage, lastPage: page, label: label(firstPage), lastLabel: label(page) };
    });
    return { ...section, letter, items };
  });
}

/** "107–110", as the numbers are printed; nothing where there is no page. */
export function pagesOf({ label, lastLabel, pageCount }: Pick<PlanItem, 'label' | 'lastLabel' | 'pageCount'>): string {
  if (pageCount === 0 || label === '') return '';
  return label === lastLabel ? label : `${label}–${lastLabel}`;
}

/** The pages of a whole section. */
export function sectionPages(section: PlanSection): string {
  const filled = section.items.filter(({ pageCount }) => pageCount > 0);
  const [first, last] = [filled[0], filled.at(-1)];
  return first && last ? pagesOf({ ...first, lastLabel: last.lastLabel }) : '';
}
