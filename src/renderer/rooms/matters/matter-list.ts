import type { MarkName } from '#renderer/ui/Mark.tsx';
import type { Output } from '#shared/contract/index.ts';

type Row = Output<'matters.list'>[number];

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** The matters that have every typed word in their title or reference. */
export function matching<R extends Pick<Row, 'title' | 'reference'>>(matters: readonly R[], filter: string): R[] {
  const words = fold(filter).split(/\s+/).filter(Boolean);
  return matters.filter(({ title, reference }) => {
    const text = fold(`${title} ${reference}`);
    return words.every((word) => text.includes(word));
  });
}

const DAY = 86_400_000;
const NOW_WITHIN = 3;
const SOON_WITHIN = 21;

/**
 * The mark at the end of a row: how near the earliest deadline is; a ring with a question where nothing at all is ahead
 * of an open matter.
 */
export function markOfMatter(
  { closedOn, dueOn, nextOn }: Pick<Row, 'closedOn' | 'dueOn' | 'nextOn'>,
  today: string,
): MarkName | null {
  if (closedOn !== null) return null;
  if (dueOn === null) return nextOn === null ? 'unsure' : 'later';
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY);
  if (days < 0) return 'over';
  if (days <= NOW_WITHIN) return 'now';
  return days <= SOON_WITHIN ? 'soon' : 'later';
}
