import type { NewMatter } from './new-matter.ts';

/** What every section of the page is given. */
export interface SectionProps {
  matter: NewMatter;
  change(patch: Partial<NewMatter>): void;
  errorOf(field: string): string | undefined;
}
