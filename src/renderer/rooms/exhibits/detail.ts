import { formatDay } from '#renderer/app/dates.ts';
import type { T } from '#renderer/app/i18n.ts';
import type { Exhibit } from './EvidenceChip.tsx';

/** The second line of an exhibit in a list: when it was made, how long it is, and whether it may be shown. */
export function detailOf(t: T, { madeOn, pages, files, privilege }: Exhibit): string {
  return [
    madeOn ? t('made', { day: formatDay(madeOn) }) : t('undated'),
    pages !== null ? t('pages', { count: pages }) : files.length === 0 ? t('noFile') : null,
    privilege === 'privileged' && t('privileged'),
    privilege === 'without-prejudice' && t('withoutPrejudice'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Whether there is text to search, and where it is from. */
export function layerOf(t: T, { files, transcript }: Exhibit): string {
  if (files.some(({ textState }) => textState === 'extracted')) return t('layer.extracted');
  if (files.some(({ textState }) => textState === 'ocr')) return t('layer.ocr');
  return t(transcript ? 'layer.hand' : 'layer.none');
}

/** The proceedings that exhibits are marked in, each once, in the order in which they were first marked. */
export function markedIn(exhibits: readonly Exhibit[]): { id: string; name: string }[] {
  const found = new Map<string, string>();
  for (const { marks } of exhibits)
    for (const { proceedingId, proceeding } of marks) found.set(proceedingId, proceeding);
  return [...found].map(([id, name]) => ({ id, name }));
}

/** The exhibits whose title, marks or source have every word of the filter. */
export function fitting(exhibits: readonly Exhibit[], filter: string): Exhibit[] {
  const words = filter.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return exhibits.filter(({ title, source, description, marks, files }) => {
    const text = [title, source, description, ...marks.map(({ mark }) => mark), ...files.map(({ name }) => name)]
      .filter(Boolean)
      .join(' ')
      .toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}
