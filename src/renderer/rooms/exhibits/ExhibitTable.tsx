import { useT } from '#renderer/app/i18n.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { detailOf, layerOf, markedIn } from './detail.ts';
import { type Exhibit, iconOf } from './EvidenceChip.tsx';
import styles from './ExhibitTable.module.css';

/** All exhibits, with their mark in each proceeding. */
export function ExhibitTable({
  exhibits,
  empty,
  onOpen,
}: {
  exhibits: readonly Exhibit[];
  empty: string;
  onOpen(exhibit: Exhibit): void;
}) {
  const t = useT('exhibits');
  const marked = markedIn(exhibits);
  return (
    <Table
      label={t('title')}
      columns={[
        { id: 'number', heading: t('columns.number'), width: 44, cell: ({ number }: Exhibit) => number },
        {
          id: 'title',
          heading: t('columns.exhibit'),
          cell: (exhibit: Exhibit) => (
            <span className={styles.exhibit}>
              <Icon name={exhibit.privilege === 'none' ? iconOf(exhibit) : 'shield'} />
              <span className={styles.names}>
                <bdi className={styles.title}>{exhibit.title}</bdi>
                <span className={styles.detail}>{detailOf(t, exhibit)}</span>
              </span>
            </span>
          ),
        },
        ...marked.map(({ id, name }) => ({
          id,
          heading: name,
          width: 92,
          align: 'center' as const,
          cell: ({ marks }: Exhibit) => {
            const mark = marks.find(({ proceedingId }) => proceedingId === id)?.mark;
            return mark ? <b>{mark}</b> : <span className={styles.quiet}>{t('noMark')}</span>;
          },
        })),
        {
          id: 'text',
          heading: t('columns.text'),
          width: 88,
          cell: (exhibit: Exhibit) => {
            const layer = layerOf(t, exhibit);
            return layer === t('layer.none') ? (
              <span className={styles.none}>
                <Mark name="waived" size={10} /> {layer}
              </span>
            ) : (
              layer
            );
          },
        },
        {
          id: 'cited',
          heading: t('columns.cited'),
          width: 56,
          numeric: true,
          cell: ({ citations }: Exhibit) => citations || <span className={styles.quiet}>{t('noMark')}</span>,
        },
      ]}
      rows={exhibits}
      keyOf={({ id }) => id}
      onOpen={onOpen}
      empty={empty}
    />
  );
}
