/** The parts that a draft is written in, as the window offers them one after another. */
export const DRAFT_PARTS = [
  'parties',
  'standing',
  'order',
  'limitation',
  'incidents',
  'reporting',
  'witnesses',
  'grounds',
  'answers',
  'other',
  'prayers',
  'signing',
  'annexures',
] as const;
export type DraftPart = (typeof DRAFT_PARTS)[number];

const ROOTS: Record<string, DraftPart> = {
  forum: 'parties',
  proceeding: 'parties',
  parties: 'parties',
  organisation: 'parties',
  standing: 'standing',
  impugned: 'order',
  limitation: 'limitation',
  incidents: 'incidents',
  continuing: 'incidents',
  reporting: 'reporting',
  witnesses: 'witnesses',
  grounds: 'grounds',
  answers: 'answers',
  delay: 'limitation',
  parallel: 'other',
  confidentiality: 'other',
  prayers: 'prayers',
  verification: 'signing',
  counsel: 'signing',
  annexures: 'annexures',
};

/** In which of a draft's parts a blank is filled in, by its path into the snapshot. */
export function partOf(where: string, parts: readonly DraftPart[]): DraftPart {
  const part = ROOTS[where.split('.')[0] ?? ''] ?? 'parties';
  // A delay is explained with the time, and where no time is counted, among the other matters.
  return part === 'limitation' && !parts.includes(part) ? 'other' : part;
}

/** A question that only one template asks; its answer is kept under the key. */
export interface TemplateField {
  key: string;
  label: string;
  hint: string | null;
  /** Lines of the field: 1 for a word or two. */
  lines: number;
}
