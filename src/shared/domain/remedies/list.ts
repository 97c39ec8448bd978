import type { DraftRequirement, Pack, Remedy, Rule } from '../../packs/pack.ts';
import { CONFIDENCES, type Confidence } from '../../packs/vocabulary.ts';
import { parseDay } from '../dates/days.ts';
import type { CalendarOptions } from '../deadlines/calendar.ts';
import { computeDeadline, type Deadline } from '../deadlines/compute.ts';
import type { Exclusion } from '../deadlines/exclusions.ts';
import { groundOf } from '../disposals/effect.ts';
import { fitsOrder, type OrderAgainst } from './order.ts';
import { startOf } from './start.ts';

/** A deadline with what it was counted from, so that it can be counted again. */
export interface Clock extends Deadline {
  counted: { trigger: string | null; exclusions: readonly Exclusion[]; facts: Readonly<Record<string, string>> };
}

/** One way against an order, as it stands on a day. */
export interface RemedyOffer {
  /** The row's id in the pack. */
  id: string;
  /** What it is in any jurisdiction: `appeal`, `writ` … */
  remedy: Remedy['remedy'];
  title: string;
  titleNative: string | null;
  forum: Remedy['forum'];
  link: Remedy['link'];
  /** The type of the proceeding that it opens. */
  type: string | null;
  /** False where it is listed with the reason why it is not to be had. */
  lies: boolean;
  reason: string | null;
  /** Its clock, with dates where there are any; null where no period is fixed at all. */
  deadline: Clock | null;
  /** Why no period is fixed. */
  noPeriod: string | null;
  /** Days from today to the due day; negative once it has passed. */
  daysLeft: number | null;
  safeDaysLeft: number | null;
  /** Facts on which it depends and that are not given. */
  dependsOn: readonly string[];
  mustShow: readonly string[];
  warnings: readonly string[];
  draft: string | null;
  /** What the document must hold, for where there is no template. */
  checklist: DraftRequirement | null;
  citation: string;
  confidence: Confidence;
  lastChecked: string;
}

interface ListOptions {
  today: string;
  exclusions?: readonly Exclusion[] | undefined;
  calendar?: CalendarOptions | undefined;
  trace?: boolean | undefined;
}

/**
 * What can be done against an order: what lies first, in the order of its ground and then of the pack; and after it
 * what does not lie, with the reason.
 */
export function remediesAgainst(pack: Pack, order: OrderAgainst, options: ListOptions): RemedyOffer[] {
  const ground = groundOf(pack, order.ground);
  const first = new Map((ground?.remedies ?? []).map((id, at) => [id, at]));
  const rank = ({ id, order: at }: Remedy) => first.get(id) ?? first.size + at;
  const offers: { offer: RemedyOffer; rank: number }[] = [];
  for (const row of pack.remedies) {
    const { fits, missing } = fitsOrder(row, order);
    // What a fact would bar is not said to be barred before that fact is known.
    if (!fits || (row.bar !== undefined && missing.length > 0)) continue;
    offers.push({ offer: offerOf(pack, row, order, options, missing, ground?.mustShow ?? []), rank: rank(row) });
  }
  return offers
    .sort((a, b) => Number(b.offer.lies) - Number(a.offer.lies) || a.rank - b.rank)
    .map(({ offer }) => offer);
}

function offerOf(
  pack: Pack,
  row: Remedy,
  order: OrderAgainst,
  options: ListOptions,
  missing: readonly string[],
  groundShows: readonly string[],
): RemedyOffer {
  const deadline = row.rule && row.bar === undefined ? clockOf(pack, row.rule, order, options) : null;
  const due = deadline?.due ?? null;
  const past = due !== null && deadline?.sense === 'by' && due.slice(0, 10) < options.today;
  return {
    id: row.id,
    remedy: row.remedy,
    title: row.title,
    titleNative: row.titleNative ?? null,
    forum: forumOf(row, order),
    link: row.link,
    type: row.type ?? null,
    lies: row.bar === undefined,
    reason: row.bar ?? null,
    deadline,
    noPeriod: row.noRule ?? null,
    daysLeft: daysTo(due, options.today),
    safeDaysLeft: daysTo(deadline?.safe ?? null, options.today),
    dependsOn: missing,
    mustShow: [...row.mustShow, ...groundShows.filter((each) => !row.mustShow.includes(each))],
    warnings: [
      ...(row.traps ?? []),
      ...missing.map(
        (key) => `It depends on a fact that is not given: ${key} (${row.against.facts?.[key]?.join(' or ')}).`,
      ),
      ...(past
        ? [`Its time ended on ${due?.slice(0, 10)}: it needs the delay to be excused, where that is possible.`]
        : []),
      ...(deadline?.reason ? [deadline.reason.text] : []),
      ...(deadline?.warnings ?? []),
    ],
    draft: row.draft ?? null,
    checklist: pack.drafts.find(({ id }) => id === (row.checklist ?? row.draft)) ?? null,
    citation: row.citation,
    confidence: deadline ? lesser(row.confidence, deadline.confidence) : row.confidence,
    lastChecked: row.lastChecked,
  };
}

/** Review, restoration and cure are asked of the court that made the order. */
function forumOf(row: Remedy, order: OrderAgainst): Remedy['forum'] {
  const own = ['review', 'restoration', 'set-aside'].includes(row.remedy) || row.rule === 'direction.days';
  return own && row.against.forums?.some((forum) => forum === order.forum)
    ? (order.forum as Remedy['forum'])
    : row.forum;
}

function clockOf(pack: Pack, ruleId: string, order: OrderAgainst, options: ListOptions): Clock {
  const versions = pack.rules.get(ruleId) ?? [];
  const rule = versions.at(-1)!;
  const known = new Set(versions.flatMap(({ facts = [] }) => facts.map(({ key }) => key)));
  const start = startOf(rule, order);
  const counted = {
    trigger: start.on,
    exclusions: [...copyTime(rule, order), ...(options.exclusions ?? [])],
    facts: Object.fromEntries(Object.entries(order.facts).filter(([key]) => known.has(key))),
  };
  const { today, trace, calendar } = options;
  const deadline = computeDeadline({ pack, rule: ruleId, ...counted, today, trace, calendar });
  if (start.warning) deadline.warnings.unshift(start.warning);
  return { ...deadline, counted };
}

/** What shows the time for a copy. */
export const COPY_EVIDENCE = 'the endorsements on the certified copy';

/** The time for a certified copy, where the rule leaves it out of account and both days are recorded. */
function copyTime(rule: Rule, { copies }: OrderAgainst): Exclusion[] {
  if (!rule.excludes?.includes('copy')) return [];
  return copies.flatMap(({ appliedOn, readyOn }) =>
    appliedOn !== null && readyOn !== null && appliedOn <= readyOn
      ? [{ kind: 'copy' as const, from: appliedOn, to: readyOn, evidence: COPY_EVIDENCE }]
      : [],
  );
}

function daysTo(day: string | null, today: string): number | null {
  const to = day === null ? undefined : parseDay(day.slice(0, 10));
  const from = parseDay(today);
  return to === undefined || from === undefined ? null : to - from;
}

function lesser(a: Confidence, b: Confidence): Confidence {
  return CONFIDENCES[Math.max(CONFIDENCES.indexOf(a), CONFIDENCES.indexOf(b))]!;
}
