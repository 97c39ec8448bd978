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

/** A row as it stands in a loaded pack: with the day it was last checked and the pack that it came from. */
type Loaded<Row> = Row & { lastChecked: string; origin: string };

export type Rule = Loaded<RuleRow>;
export type Ground = Loaded<GroundRow>;
export type Remedy = Loaded<RemedyRow>;
export type Check = Loaded<CheckRow>;
export type Definition = Loaded<DefinitionRow>;
export type Forum = Loaded<ForumRow>;
export type ProceedingType = Loaded<ProceedingTypeRow>;
export type DraftRequirement = Loaded<DraftRequirementRow>;
export type BundleProfile = Loaded<BundleProfileRow>;
export type PackEvent = EventRow & { origin: string };
export type Term = TermRow & { origin: string };

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
  calendars: ReadonlyMap<number, readonly CalendarYear[]>;
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
