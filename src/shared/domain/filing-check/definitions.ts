import { type Definition, inForceOn, type Pack } from '../../packs/pack.ts';
import type { Standing } from '../../packs/vocabulary.ts';

/** The word on which standing turns in the workplace statutes. */
const STANDING_WORD = 'employee';

/**
 * The version of a defined word that was the law on a day.
 * @param on `YYYY-MM-DD`: the day of the incident, since definitions are chosen by place and by that day
 * @returns null where the day is not known, or no text is known for it
 */
export function definitionOn(pack: Pack, word: string, on: string | null): Definition | null {
  if (on === null) return null;
  return pack.definitions.find((row) => row.id === word && inForceOn(row, on)) ?? null;
}

/** The definition of "employee" on the day of the incident, as a draft quotes it. */
export function definitionFor(pack: Pack, on: string | null): { text: string; citation: string } | null {
  const found = definitionOn(pack, STANDING_WORD, on);
  if (!found) return null;
  const { text, citation, amendedBy } = found;
  return { text, citation: amendedBy ? `${citation}, as amended by ${amendedBy}` : citation };
}

type Cover = 'covered' | 'doubtful' | 'outside' | 'not-stated';

/** Whether a definition covers how a person stands to the organisation. */
export function coverOf(definition: Definition, standing: string | null): Cover {
  const stated = standing?.trim().toLowerCase();
  if (!stated) return 'not-stated';
  if (definition.covers.includes(stated as Standing)) return 'covered';
  return definition.doubtfulFor?.includes(stated as Standing) ? 'doubtful' : 'outside';
}
