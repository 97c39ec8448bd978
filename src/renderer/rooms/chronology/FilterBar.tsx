import { useT } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { FACT_STATES } from '#shared/contract/facts.ts';
import { SIDES } from '#shared/contract/matters.ts';
import styles from './ChronologyTab.module.css';
import { EVERYTHING, type Filter, isNarrow } from './filter.ts';

const ANY = '*';

/** What of the facts is shown. */
export function FilterBar({
  filter,
  issues,
  shown,
  all,
  onChange,
}: {
  filter: Filter;
  issues: readonly { id: string; label: string }[];
  shown: number;
  all: number;
  onChange(filter: Filter): void;
}) {
  const t = useT('chronology');
  const term = useT('terms');
  const any = { id: ANY, label: t('filter.any') };
  const pick = (name: 'issue' | 'state' | 'side', id: string) =>
    onChange({ ...filter, [name]: id === ANY ? null : id } as Filter);
  return (
    <div className={styles.filters}>
      <div className={styles.search}>
        <TextField
          label={t('filter.search')}
          value={filter.search}
          onChange={(search) => onChange({ ...filter, search })}
        />
      </div>
      <Select
        label={t('filter.issue')}
        items={[any, { id: 'none', label: t('filter.noIssue') }, ...issues]}
        value={filter.issue ?? ANY}
        onChange={(id) => pick('issue', id)}
      />
      <Select
        label={t('filter.state')}
        items={[any, ...FACT_STATES.map((id) => ({ id, label: term(`factState.${id}`) }))]}
        value={filter.state ?? ANY}
        onChange={(id) => pick('state', id)}
      />
      <Select
        label={t('filter.side')}
        items={[any, ...SIDES.map((id) => ({ id, label: term(`side.${id}`) }))]}
        value={filter.side ?? ANY}
        onChange={(id) => pick('side', id)}
      />
      <span className={styles.shown} role="status">
        {t('filter.shown', { shown, all })}
        {isNarrow(filter) && (
          <Button variant="quiet" size="small" onPress={() => onChange(EVERYTHING)}>
            {t('filter.clear')}
          </Button>
        )}
      </span>
    </div>
  );
}
