import { useT } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import styles from './DeadlineAdder.module.css';

const KINDS = ['copy', 'forum', 'other'] as const;

/** A line of the ledger of time that is left out of account, as it is being typed. */
export interface Exclusion {
  /** Tells the lines apart while they are edited. */
  key: number;
  kind: (typeof KINDS)[number];
  from: string | null;
  to: string | null;
  evidence: string;
}

/** Lines of a count, to be edited. */
export const ledgerLines = (
  lines: readonly { kind: Exclusion['kind']; from: string; to: string; evidence: string | null }[],
): Exclusion[] => lines.map(({ kind, from, to, evidence }, key) => ({ key, kind, from, to, evidence: evidence ?? '' }));

/** The lines that have both days, as a count takes them. */
export function wholeExclusions(exclusions: readonly Exclusion[]) {
  return exclusions.flatMap(({ kind, from, to, evidence }) =>
    from === null || to === null ? [] : [{ kind, from, to, ...(evidence.trim() ? { evidence: evidence.trim() } : {}) }],
  );
}

/** Time to be left out of account: for a copy, before a wrong forum, for another reason; each with its evidence. */
export function ExclusionFields({
  exclusions,
  onChange,
}: {
  exclusions: readonly Exclusion[];
  onChange(exclusions: readonly Exclusion[]): void;
}) {
  const t = useT('proceedings');
  const patch = (key: number, change: Partial<Exclusion>) =>
    onChange(exclusions.map((each) => (each.key === key ? { ...each, ...change } : each)));
  const add = () =>
    onChange([
      ...exclusions,
      { key: (exclusions.at(-1)?.key ?? 0) + 1, kind: 'copy', from: null, to: null, evidence: '' },
    ]);
  return (
    <div className={styles.exclusions}>
      {exclusions.map(({ key, kind, from, to, evidence }) => (
        <div key={key} className={styles.exclusion}>
          <Select
            label={t('deadline.exclusion.kind')}
            items={KINDS.map((id) => ({ id, label: t(`deadline.exclusion.${id}`) }))}
            value={kind}
            onChange={(id) => patch(key, { kind: id as Exclusion['kind'] })}
          />
          <DateField label={t('deadline.exclusion.from')} value={from} onChange={(day) => patch(key, { from: day })} />
          <DateField label={t('deadline.exclusion.to')} value={to} onChange={(day) => patch(key, { to: day })} />
          <TextField
            label={t('deadline.exclusion.evidence')}
            value={evidence}
            onChange={(text) => patch(key, { evidence: text })}
          />
          <IconButton
            icon="trash"
            label={t('deadline.exclusion.remove')}
            onPress={() => onChange(exclusions.filter((each) => each.key !== key))}
          />
        </div>
      ))}
      <div>
        <Button variant="quiet" size="small" icon="plus" onPress={add}>
          {t('deadline.exclusion.add')}
        </Button>
      </div>
    </div>
  );
}
