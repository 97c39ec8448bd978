/** How one field of a record is asked for on screen. `name` is the field's name in the call. */
export type FormField = FieldBase &
  (
    | { kind: 'text'; lines?: number; suggestions?: Suggestions; placeholder?: string }
    | { kind: 'date' }
    | { kind: 'time' }
    | { kind: 'number'; min?: number; max?: number }
    /** An amount in minor units, typed in major ones. */
    | { kind: 'money' }
    | { kind: 'choice'; items: readonly Choice[]; none?: string }
    | { kind: 'check' }
    | { kind: 'tags'; placeholder?: string }
  );

interface FieldBase {
  name: string;
  label: string;
  hint?: string | undefined;
  required?: boolean;
  /** Takes half of the row's width. */
  half?: boolean;
  /** Shown only where this holds of what is typed so far. */
  when?: (values: FormValues) => boolean;
}

export interface Choice {
  id: string;
  label: string;
  hint?: string;
}

/** What a text is usually: offered, and anything else may be typed. A choice shows its label and gives its id. */
export type Suggestions = readonly (string | Choice)[] | ((values: FormValues) => readonly (string | Choice)[]);

/** The suggestions that fit what is typed so far. */
export function suggestionsFor(suggestions: Suggestions, values: FormValues): Choice[] {
  const given = typeof suggestions === 'function' ? suggestions(values) : suggestions;
  return given.map((each) => (typeof each === 'string' ? { id: each, label: each } : each));
}

export interface FormSection {
  title?: string;
  fields: readonly FormField[];
}

export type FormValues = Readonly<Record<string, unknown>>;

/** What a new record begins with: nothing in every field, false in every box. */
export function emptyValues(sections: readonly FormSection[], given: FormValues = {}): FormValues {
  const values: Record<string, unknown> = {};
  for (const { fields } of sections) {
    for (const { name, kind } of fields) values[name] = kind === 'check' ? false : kind === 'tags' ? [] : null;
  }
  return { ...values, ...given };
}

/** The values of the fields alone, out of a record that has more. */
export function valuesOf(sections: readonly FormSection[], record: object): FormValues {
  const from = record as Record<string, unknown>;
  const names = sections.flatMap(({ fields }) => fields.map(({ name }) => name));
  return Object.fromEntries(names.map((name) => [name, from[name] ?? (Array.isArray(from[name]) ? [] : null)]));
}

/** The sections that have anything to ask, each with only the fields that are to be shown. */
export function shownOf(sections: readonly FormSection[], values: FormValues): FormSection[] {
  return sections
    .map((section) => ({ ...section, fields: section.fields.filter(({ when }) => when?.(values) ?? true) }))
    .filter(({ fields }) => fields.length > 0);
}

/** The names of required fields that are still empty. */
export function missingIn(sections: readonly FormSection[], values: FormValues): string[] {
  return shownOf(sections, values)
    .flatMap(({ fields }) => fields)
    .filter(({ required, name }) => required && isEmpty(values[name]))
    .map(({ name }) => name);
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** What is sent: texts without white space around them, empty ones as null. */
export function cleaned(values: FormValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      const trimmed = value.trim();
      return [name, trimmed === '' ? null : trimmed];
    }),
  );
}

/** Only what differs from before, so that the log and undo hold no more than what was done. */
export function changedIn(before: FormValues, after: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(before[name] ?? null) !== JSON.stringify(value ?? null),
    ),
  );
}
