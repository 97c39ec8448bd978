import type { Manifest } from './schema.ts';
import type { CheckRow, DefinitionRow, GroundRow, RemedyRow } from './schema-law.ts';
import type {
  BundleProfileRow,
  DraftRequirementRow,
  EventRow,
  ForumRow,
  ProceedingTypeRow,
  TermRow,
} from './schema-practice.ts';
import type { CalendarYear, RuleRow, Vacation } from './schema-rules.ts';

/** What a row of a pack that the user installed stands for. */
export interface OwnRow {
  /** The pack that the user installed: its id, its title and its version. */
  pack: string;
  title: string;
  version: string;
  /** The row itself in a line. */
  now: string;
  /** The row in whose place it stands; null where there was none. */
  was: { origin: string; text: string } | null;
}

/** A row as it stands in a loaded pack: with the day it was last checked and the pack that it came from. */
type Loaded<Row> = Row & { lastChecked: string; origin: string; own?: OwnRow };

export type Rule = Loaded<RuleRow>;
export type Ground = Loaded<GroundRow>;
export type Remedy = Loaded<RemedyRow>;
export type Check = Loaded<CheckRow>;
export type Definition = Loaded<DefinitionRow>;
export type Forum = Loaded<ForumRow>;
export type ProceedingType = Loaded<ProceedingTypeRow>;
export type DraftRequirement = Loaded<DraftRequirementRow>;
export type BundleProfile = Loaded<BundleProfileRow>;
export type PackEvent = EventRow & { origin: string; own?: OwnRow };
export type Term = TermRow & { origin: string; own?: OwnRow };

/** What the packs of one chain say together: rows of a child take the place of the parent's with the same id. */
export interface Pack {
  id: string;
  title: string;
  titleNative: string | null;
  version: string;
  country: string;
  region: string | null;
  timeZone: string;
  currency: string;
  /** Itself first, then its parent, then the parent's parent. */
  chain: readonly string[];
  /** Packs that the user installed and that are in it: as itself, as a parent, or as a correction of one of these. */
  ownPacks: readonly string[];
  closing: NonNullable<Manifest['closing']>;
  vacations: readonly (Vacation & { lastChecked: string })[];
  forums: readonly Forum[];
  types: readonly ProceedingType[];
  events: readonly PackEvent[];
  /** Every rule with its versions, in the order of the files. */
  rules: ReadonlyMap<string, readonly Rule[]>;
  grounds: readonly Ground[];
  remedies: readonly Remedy[];
  checks: readonly Check[];
  drafts: readonly DraftRequirement[];
  profiles: readonly BundleProfile[];
  definitions: readonly Definition[];
  /** Of one year the days that each pack of the chain closes; together they are closed. */
  calendars: ReadonlyMap<number, readonly (CalendarYear & { own?: OwnRow })[]>;
  terms: readonly Term[];
}

/** Whether a row is the law on a day, `YYYY-MM-DD`. */
export function inForceOn(
  row: { inForce?: { from?: string | undefined; to?: string | undefined } | undefined },
  day: string,
) {
  const { from, to } = row.inForce ?? {};
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}
