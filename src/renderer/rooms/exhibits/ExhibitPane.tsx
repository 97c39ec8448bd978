import { useT } from '#renderer/app/i18n.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { List } from '#renderer/ui/List.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { detailOf } from './detail.ts';
import { type Exhibit, iconOf } from './EvidenceChip.tsx';
import styles from './ExhibitPane.module.css';
import { labelOf } from './names.ts';

/** The exhibits beside the one that is open. */
export function ExhibitPane({
  exhibits,
  selected,
  filter,
  onFilter,
  onOpen,
}: {
  exhibits: readonly Exhibit[];
  selected: string;
  filter: string;
  onFilter(filter: string): void;
  onOpen(id: string): void;
}) {
  const t = useT('exhibits');
  return (
    <div className={styles.pane}>
      <div className={styles.filter}>
        <TextField label={t('filter')} value={filter} onChange={onFilter} />
      </div>
      <List
        label={t('title')}
        items={exhibits}
        selected={selected}
        onSelect={onOpen}
        keyOf={({ id }) => id}
        textOf={({ title }) => title}
        render={(exhibit) => (
          <div className={styles.row}>
            <Icon name={exhibit.privilege === 'none' ? iconOf(exhibit) : 'shield'} />
            <span className={styles.names}>
              <bdi className={styles.title} title={exhibit.title}>
                {exhibit.title}
              </bdi>
              <span className={styles.detail}>{detailOf(t, exhibit)}</span>
            </span>
            {exhibit.marks.length > 0 && <b className={styles.mark}>{labelOf(exhibit)}</b>}
          </div>
        )}
      />
    </div>
  );
}
