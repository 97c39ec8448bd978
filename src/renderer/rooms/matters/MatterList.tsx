import { useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { List } from '#renderer/ui/List.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Output } from '#shared/contract/index.ts';
import { CaseName } from './CaseName.tsx';
import styles from './MatterList.module.css';

type Row = Output<'matters.list'>[number];

/** All matters by what comes next, narrowed as one types. */
export function MatterList({ matters, openId, onNew }: { matters: Row[]; openId: string | null; onNew(): void }) {
  const t = useT('matters');
  const [filter, setFilter] = useState('');
  const words = filter.toLocaleLowerCase();
  const shown = matters.filter(
    ({ title, reference }) =>
      title.toLocaleLowerCase().includes(words) || reference.toLocaleLowerCase().includes(words),
  );
  return (
    <nav className={styles.pane} aria-label={t('list')}>
      <div className={styles.head}>
        <div className={styles.filter}>
          <TextField label={t('filter')} value={filter} onChange={setFilter} placeholder={t('filterHint')} />
        </div>
        <IconButton icon="plus" label={t('new')} shortcut="Ctrl+Shift+N" onPress={onNew} />
      </div>
      <List
        label={t('list')}
        items={shown}
        keyOf={({ id }) => id}
        selected={openId}
        onSelect={(id) => go({ room: 'matters', matterId: id, tab: 'overview' })}
        render={(matter) => <MatterRow matter={matter} />}
      />
      {shown.length === 0 && <p className={styles.none}>{t('noneFound', { filter })}</p>}
    </nav>
  );
}

function MatterRow({ matter }: { matter: Row }) {
  const t = useT('matters');
  return (
    <div className={styles.row}>
      <span className={styles.title}>
        <CaseName title={matter.title} />
      </span>
      <span className={styles.next}>
        {matter.closedOn !== null
          ? t('closedOn', { day: formatDay(matter.closedOn) })
          : matter.nextOn === null
            ? t('nothingNext')
            : `${formatDay(matter.nextOn)}, ${matter.nextWhat ?? ''}`}
      </span>
    </div>
  );
}
