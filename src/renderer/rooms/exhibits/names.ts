import type { Choice } from '#renderer/forms/fields.ts';
import type { Exhibit } from './EvidenceChip.tsx';

/** How an exhibit is named in a row of text: by its first mark, else by its number. */
export const labelOf = (exhibit: Pick<Exhibit, 'marks' | 'number'>): string =>
  exhibit.marks[0]?.mark ?? `Exhibit ${exhibit.number}`;

/** The exhibits of a matter as a list to choose from: mark and title. */
export const exhibitChoices = (exhibits: readonly Exhibit[]): Choice[] =>
  exhibits.map((exhibit) => ({ id: exhibit.id, label: `${labelOf(exhibit)}, ${exhibit.title}` }));
