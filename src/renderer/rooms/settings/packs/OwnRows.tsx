import { useT } from '#renderer/app/i18n.ts';
import { Table } from '#renderer/ui/Table.tsx';
import type { Output } from '#shared/contract/index.ts';

type Row = Output<'packs.own'>[number]['rows'][number];

/** The rows of a pack beside those in whose place they stand. */
export function OwnRows({ rows }: { rows: readonly Row[] }) {
  const t = useT('packs');
  return (
    <Table
      label={t('row')}
      columns={[
        { id: 'part', heading: t('part'), width: 130, cell: ({ part }: Row) => t(`parts.${part}`) },
        { id: 'row', heading: t('row'), width: '22%', cell: ({ id }: Row) => <bdi dir="ltr">{id}</bdi> },
        { id: 'now', heading: t('now'), width: '30%', cell: ({ now }: Row) => now },
        { id: 'was', heading: t('was'), cell: ({ was }: Row) => (was ? `${was.text} (${was.pack})` : t('new')) },
      ]}
      rows={rows}
      keyOf={({ part, id, now }) => `${part} ${id} ${now}`}
    />
  );
}
