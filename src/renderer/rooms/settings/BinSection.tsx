import { useState } from 'react';
import { formatInstant } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import type { Output } from '#shared/contract/index.ts';
import { SectionPage } from './SectionPage.tsx';

type Binned = Output<'bin.list'>[number];

/** What was removed, to be put back or let go for good. */
export function BinSection() {
  const t = useT('settings');
  const { data: binned } = useCall('bin.list', {});
  const { data: state } = useCall('vault.state', {});
  const [isEmptying, setEmptying] = useState(false);
  const restore = useAct('bin.restore', { done: t('bin.restored') });
  const empty = useAct('bin.empty', { done: t('bin.emptied') });
  const isReadOnly = state?.readOnly !== null;
  const count = binned?.length ?? 0;
  return (
    <SectionPage
      section="bin"
      meta={<span>{t('bin.text')}</span>}
      actions={
        !isReadOnly &&
        count > 0 && (
          <Button variant="danger" isBusy={empty.busy} onPress={() => setEmptying(true)}>
            {t('bin.empty')}
          </Button>
        )
      }
    >
      {binned && count === 0 ? (
        <EmptyState icon="trash" title={t('bin.none')} text={t('bin.noneText')} />
      ) : (
        <Table
          label={t('section.bin')}
          columns={[
            {
              id: 'what',
              heading: t('bin.what'),
              cell: ({ table, title }: Binned) => (
                <>
                  {t(`bin.table.${table}`)}: <bdi>{title}</bdi>
                </>
              ),
            },
            { id: 'matter', heading: t('bin.matter'), cell: ({ matterTitle }) => <bdi>{matterTitle ?? ''}</bdi> },
            { id: 'when', heading: t('bin.when'), width: 180, cell: ({ deletedAt }) => formatInstant(deletedAt) },
            {
              id: 'action',
              heading: '',
              align: 'end',
              width: 120,
              cell: ({ table, id }) =>
                !isReadOnly && (
                  <Button size="small" onPress={() => void restore.run({ table, id })}>
                    {t('bin.restore')}
                  </Button>
                ),
            },
          ]}
          rows={binned ?? []}
          keyOf={({ table, id }) => `${table} ${id}`}
        />
      )}
      <ConfirmDialog
        title={t('bin.emptyTitle')}
        text={t('bin.emptyText', { count })}
        confirmLabel={t('bin.empty')}
        danger
        isOpen={isEmptying}
        onConfirm={() => void empty.run({})}
        onClose={() => setEmptying(false)}
      />
    </SectionPage>
  );
}
