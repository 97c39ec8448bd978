import { memo, useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { ListPane } from '#renderer/app/frame/ListPane.tsx';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { List } from '#renderer/ui/List.tsx';
import { ListRow } from '#renderer/ui/ListRow.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Output } from '#shared/contract/index.ts';
import { CaseName } from './CaseName.tsx';
import styles from './MatterList.module.css';
import { markOfMatter, matching } from './matter-list.ts';

type Row = Output<'matters.list'>[number];

/** All matters by what comes next, narrowed as one types. */
export function MatterList({ matters, openId, onNew }: { matters: Row[]; openId: string | null; onNew(): void }) {
  const t = useT('matters');
  const { data: state } = useCall('vault.state', {});
  const [filter, setFilter] = useState('');
  const shown = matching(matters, filter);
  return (
    <ListPane label={t('list')}>
      <div className={styles.head}>
        <div className={styles.filter}>
          <TextField
            label={t('filter', { count: matters.length })}
            value={filter}
            onChange={setFilter}
            placeholder={t('filterHint')}
          />
        </div>
        <IconButton icon="plus" label={t('new')} shortcut="Ctrl+Shift+N" onPress={onNew} />
      </div>
      <List
        label={t('list')}
        items={shown}
        keyOf={({ id }) => id}
        textOf={({ title }) => title}
        selected={openId}
        onSelect={(id) => go({ room: 'matters', matterId: id, tab: 'overview' })}
        render={(matter) => <MatterRow matter={matter} today={state?.today ?? ''} />}
      />
      {shown.length === 0 && <p className={styles.none}>{t('noneFound', { filter })}</p>}
    </ListPane>
  );
}

/** Drawn again only when its matter changed: most rows in sight stay the same from one step of scrolling to the next. */
const MatterRow = memo(function MatterRow({ matter, today }: { matter: Row; today: string }) {
  const t = useT('matters');
  const mark = markOfMatter(matter, today);
  const next =
    matter.closedOn !== null
      ? t('closedOn', { day: formatDay(matter.closedOn) })
      : matter.nextOn === null
        ? t('nothingNext')
        : [formatDay(matter.nextOn), matter.nextWhat].filter(Boolean).join(', ');
  return (
    <ListRow
      title={<CaseName title={matter.title} />}
      line={next}
      mark={mark && <Mark name={mark} label={t(`mark.${mark}`)} />}
    />
  );
});
