import type { MarkName } from '#renderer/ui/Mark.tsx';
import type { Output } from '#shared/contract/index.ts';

type Result = Output<'checks.run'>;
export type Finding = Result['findings'][number];

/** What a finding would do to the filing; a waived one does nothing any more. */
export const GROUPS = ['error', 'warning', 'note'] as const;
type Group = (typeof GROUPS)[number];

export const SEVERITY_MARK: Record<Group, MarkName> = { error: 'stop', warning: 'objection', note: 'note' };

interface FindingGroup {
  id: Group;
  findings: readonly Finding[];
}

/** The findings by what they would do, the gravest first; those that were let stand come last in their group. */
export function grouped(findings: readonly Finding[]): FindingGroup[] {
  return GROUPS.map((id) => ({
    id,
    findings: findings
      .filter(({ severity }) => severity === id)
      .sort((a, b) => Number(a.waived !== null) - Number(b.waived !== null)),
  })).filter((group) => group.findings.length > 0);
}

/** How many findings stand, by what they would do. */
export function standing(findings: readonly Finding[]): Record<Group, number> {
  const count = (id: Group) => findings.filter(({ severity, waived }) => severity === id && waived === null).length;
  return { error: count('error'), warning: count('warning'), note: count('note') };
}

/** Where the fix of a finding is made. */
type FixPlace =
  | { go: 'tab'; tab: string; itemId: string | null }
  /** Something that can be done in the proceeding itself. */
  | { go: 'do'; action: string }
  /** A draft that is not there yet. */
  | { go: 'new-draft'; template: string };

const TABS: Partial<Record<string, string>> = {
  party: 'parties',
  fact: 'chronology',
  exhibit: 'exhibits',
  issue: 'issues',
  bundle: 'bundles',
};
const ACTIONS: Partial<Record<string, string>> = {
  'join-party': 'proceedings.parties',
  'record-copy': 'copies.add',
  'record-fee': 'filings.add',
  'choose-forum': 'proceedings.edit',
  'choose-remedy': 'orders.open-last',
};

/** Where to go for a fix: the field, the draft, the record; or what to do in the proceeding. */
export function placeOfFix(fix: NonNullable<Finding['fix']>, draftId: string | null): FixPlace {
  const action = ACTIONS[fix.kind];
  if (action) return { go: 'do', action };
  if (fix.kind === 'draft' && fix.target) {
    return fix.targetId
      ? { go: 'tab', tab: 'drafts', itemId: fix.targetId }
      : { go: 'new-draft', template: fix.target };
  }
  if (fix.kind === 'explain-gap') return { go: 'tab', tab: 'chronology', itemId: fix.targetId };
  const [of] = (fix.target ?? '').split('.');
  // A name in a draft is put right in the draft; one in a file, in its redacted copy.
  if (fix.kind === 'redact' && of !== 'draft') return { go: 'tab', tab: 'exhibits', itemId: fix.targetId };
  const tab = TABS[of ?? ''];
  if (tab) return { go: 'tab', tab, itemId: fix.targetId };
  if (of === 'proceeding') return { go: 'do', action: 'proceedings.edit' };
  if (of === 'filing') return { go: 'do', action: 'filings.open-last' };
  if (of === 'hearing') return { go: 'do', action: 'hearings.add' };
  if (of === 'order') return { go: 'do', action: 'orders.open-last' };
  return { go: 'tab', tab: 'drafts', itemId: draftId ?? fix.targetId };
}
