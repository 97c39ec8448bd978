import type { CallName } from '#shared/contract/index.ts';
import { type FormField, type FormSection, type FormValues, shownOf, suggestionsFor } from './fields.ts';

/** A form as data alone, so that it can be made again where it came from is not open. */
export interface KeptForm {
  title: string;
  sections: readonly { title?: string; fields: readonly (FormField & { isHidden?: boolean })[] }[];
  initial: FormValues;
  isNew: boolean;
  add: CallName;
  edit: CallName;
  fixed: Readonly<Record<string, unknown>>;
  size: 'small' | 'medium' | 'large';
  done: string;
}

/** The fields as they stood: which were shown, and what was suggested, no longer follow what is typed. */
export function keptSections(sections: readonly FormSection[], values: FormValues): KeptForm['sections'] {
  const shown = new Set(shownOf(sections, values).flatMap(({ fields }) => fields.map(({ name }) => name)));
  return sections.map((section) => ({
    ...section,
    fields: section.fields.map(({ when: _when, ...field }) => ({
      ...field,
      ...('suggestions' in field && field.suggestions
        ? { suggestions: suggestionsFor(field.suggestions, values) }
        : {}),
      ...(shown.has(field.name) ? {} : { isHidden: true }),
    })),
  }));
}

/** Sections for a form out of what was kept. */
export function sectionsFrom(kept: KeptForm['sections']): FormSection[] {
  return kept.map((section) => ({
    ...section,
    fields: section.fields.map(({ isHidden, ...field }) => (isHidden ? { ...field, when: () => false } : field)),
  }));
}

/** What was kept, if it is a form. */
export function keptForm(value: unknown): KeptForm | null {
  const form = value as Partial<KeptForm> | null | undefined;
  return form && typeof form.add === 'string' && Array.isArray(form.sections) ? (form as KeptForm) : null;
}
