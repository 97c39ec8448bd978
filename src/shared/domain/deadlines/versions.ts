import { inForceOn, type Pack, type Rule } from '../../packs/pack.ts';
import { problem } from '../../problem.ts';
import { shortDate } from '../blocks/dates.ts';
import { formatDay } from '../dates/days.ts';

/** A rule as it stood on the day that decides. */
export interface Version {
  rule: Rule;
  /** False where no version of it was in force on that day. */
  applies: boolean;
  /** Said where the deciding day is not known. */
  doubt?: string;
}

/** @throws ProblemError `unknown-rule` */
export function ruleVersions(pack: Pack, id: string): readonly [Rule, ...Rule[]] {
  const versions = pack.rules.get(id);
  const [first, ...more] = versions ?? [];
  if (first) return [first, ...more];
  throw problem('unknown-rule', `The pack “${pack.id}” has no rule “${id}”.`, {
    field: 'rule',
    hint: `See: misl packs show ${pack.id}`,
  });
}

/** The version in force on the trigger day, or on the day that the rule's own transitional provision names. */
export function versionOn(
  versions: readonly [Rule, ...Rule[]],
  trigger: number,
  facts: Readonly<Record<string, string>>,
): Version {
  const [first] = versions;
  if (versions.length === 1 && !first.inForce) return { rule: first, applies: true };
  const decides = versions.find((rule) => rule.versionBy)?.versionBy;
  const given = decides === undefined ? undefined : facts[decides];
  const day = given ?? formatDay(trigger);
  const found = versions.find((rule) => inForceOn(rule, day));
  const last = versions.at(-1)!;
  if (decides !== undefined && given === undefined) {
    const what = last.facts?.find(({ key }) => key === decides)?.label ?? decides;
    const doubt = `Which version of this rule applies depends on a day that is not given: ${what}.`;
    return { rule: found ?? last, applies: true, doubt };
  }
  return found ? { rule: found, applies: true } : { rule: last, applies: false };
}

/** Why no version applies, and what does. */
export function notInForce(rule: Rule, day: string): string {
  const [from, to] = [rule.inForce?.from, rule.inForce?.to].map((end) => end && shortDate(end));
  const span = from && to ? `from ${from} to ${to}` : to ? `until ${to}` : `since ${from}`;
  const next = rule.replacedBy ? ` For that day see ${rule.replacedBy}.` : '';
  return `This rule is in force only ${span}, and the day that decides is ${shortDate(day)}.${next}`;
}
