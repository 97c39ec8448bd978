import type { Choice } from './fields.ts';

type Translate = (key: string) => string;

/** The words of the contract as choices, labelled from the catalogue of terms: `choices(t, 'role', PARTY_ROLES)`. */
export function choices(t: Translate, group: string, ids: readonly string[]): Choice[] {
  return ids.map((id) => ({ id, label: t(`${group}.${id}`) }));
}
