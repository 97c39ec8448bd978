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
  delay: 'other',
  parallel: 'other',
  confidentiality: 'other',
  prayers: 'prayers',
  verification: 'signing',
  counsel: 'signing',
  annexures: 'annexures',
};

/** In which part of the draft a blank is filled in, by its path into the snapshot. */
export function partOf(where: string): DraftPart {
  return ROOTS[where.split('.')[0] ?? ''] ?? 'parties';
}

/** A question that only one template asks; its answer is kept under the key. */
export interface TemplateField {
  key: string;
  label: string;
  hint: string | null;
  /** Lines of the field: 1 for a word or two. */
  lines: number;
}
