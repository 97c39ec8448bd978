import { useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { useLeaving } from '#renderer/leakcheck/use-leaving.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './ResultDialog.module.css';

type Version = Output<'bundles.versions'>[number];
type Row = Output<'bundles.concordance'>['rows'][number];

const NOW = 'now';

/** Where the pages of a version that was served stand now: to look at, to hand up, to give to a program. */
export function ConcordanceDialog({ id, onClose }: { id: string; onClose(): void }) {
  const t = useT('bundles');
  const { data: versions } = useCall('bundles.versions', { id });
  return (
    <Dialog title={t('concordance.title')} isOpen onClose={onClose} size="large">
      {versions &&
        (versions.length === 0 ? (
          <p>{t('concordance.noVersion')}</p>
        ) : (
          <Comparison id={id} versions={versions} last={versions[0]!.number} />
        ))}
    </Dialog>
  );
}

function Comparison({ id, versions, last }: { id: string; versions: readonly Version[]; last: number }) {
  const t = useT('bundles');
  const [from, setFrom] = useState(last);
  const [to, setTo] = useState<number | null>(null);
  const { data } = useCall('bundles.concordance', { id, from, to });
  const print = useLeaving('bundles.exportConcordance');
  const write = (format: 'pdf' | 'csv') => void print.run({ id, from, to, format }).catch(() => {});
  const named = versions.map(({ number, servedOn }) => ({
    id: String(number),
    label: servedOn ? t('standing.served', { number, day: formatDay(servedOn) }) : t('concordance.version', { number }),
  }));
  const pages = (range: Row['old']) =>
    range && (
      <bdi dir="ltr">
        {range.firstLabel === range.lastLabel ? range.firstLabel : `${range.firstLabel}–${range.lastLabel}`}
      </bdi>
    );
  const columns = [
    { id: 'title', heading: t('concordance.document'), cell: ({ title }: Row) => <bdi>{title}</bdi> },
    { id: 'old', heading: t('concordance.old'), width: 110, cell: ({ old }: Row) => pages(old) ?? '–' },
    {
      id: 'fresh',
      heading: t('concordance.fresh'),
      width: 110,
      cell: ({ fresh }: Row) => pages(fresh) ?? t('concordance.gone'),
    },
    {
      id: 'moved',
      heading: '',
      width: 90,
      cell: ({ old, fresh, moved }: Row) =>
        old === null ? t('concordance.added') : fresh && t(moved ? 'concordance.moved' : 'concordance.same'),
    },
  ];
  return (
    <>
      <div className={styles.compare}>
        <Select label={t('concordance.from')} items={named} value={String(from)} onChange={(v) => setFrom(Number(v))} />
        <Select
          label={t('concordance.to')}
          items={[{ id: NOW, label: t('concordance.now') }, ...named]}
          value={to === null ? NOW : String(to)}
          onChange={(v) => setTo(v === NOW ? null : Number(v))}
        />
        <span className={styles.prints}>
          <Button icon="print" onPress={() => write('pdf')}>
            {t('concordance.print')}
          </Button>
          <Button icon="table" onPress={() => write('csv')}>
            {t('concordance.csv')}
          </Button>
        </span>
      </div>
      {data ? (
        <Table
          label={t('concordance.title')}
          columns={columns}
          rows={data.rows}
          keyOf={({ title, old, fresh }) => `${title} ${old?.firstPage} ${fresh?.firstPage}`}
          empty={t('concordance.none')}
        />
      ) : (
        <p role="status">{t('concordance.counting')}</p>
      )}
      {print.dialog}
    </>
  );
}
