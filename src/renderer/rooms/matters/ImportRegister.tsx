import { useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall, useCommand } from '#renderer/app/query.ts';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './Tab.module.css';

type Row = Output<'intake.previewCsv'>['rows'][number];
const TONES = { new: 'ok', duplicate: 'info', refused: 'danger' } as const;

/** Brings in an existing register: a file is chosen, what was understood is shown row by row, and only then taken in. */
export function ImportRegister({ onClose }: { onClose(): void }) {
  const t = useT('matters');
  const [file, setFile] = useState<string | null>(null);
  const [pack, setPack] = useState('pk-punjab');
  const { data: packs } = useCall('packs.list', {});
  const choose = useCommand('intake.chooseCsv');
  const take = useAct('intake.importCsv', { done: t('import.done') });
  // Read anew each time, as the file may have been changed since in the program that wrote it.
  const read = useCommand('intake.previewCsv');
  const preview = read.result;
  const look = (path: string, by: string) => {
    setFile(path);
    setPack(by);
    take.reset();
    void read.run({ path, pack: by });
  };
  const trouble = take.problem ?? read.problem ?? choose.problem;
  return (
    <Dialog title={t('import.title')} isOpen onClose={onClose} size="large">
      <div className={styles.page}>
        <p>{t('import.text')}</p>
        <Select
          label={t('field.pack')}
          items={(packs ?? []).map(({ id, title }) => ({ id, label: title }))}
          value={pack}
          onChange={(chosen) => (file === null ? setPack(chosen) : look(file, chosen))}
        />
        <div className={styles.head}>
          <Button icon="folder" onPress={() => void choose.run({}).then((chosen) => chosen && look(chosen, pack))}>
            {t('import.choose')}
          </Button>
          {preview && (
            <Button
              variant="primary"
              isDisabled={preview.counts.new === 0 || take.busy}
              onPress={() => void take.run({ path: file!, pack }).then(onClose)}
            >
              {t('import.take', { count: preview.counts.new })}
            </Button>
          )}
        </div>
        {trouble && (
          <Notice tone="danger" title={trouble.message}>
            {trouble.hint ?? ''}
          </Notice>
        )}
        {preview && (
          <>
            <p className={styles.quiet}>
              {t('import.understood', {
                order: t(`import.order.${preview.dateOrder}`),
                found: preview.counts.new,
                there: preview.counts.duplicate,
                refused: preview.counts.refused,
              })}
            </p>
            <Table
              label={t('import.title')}
              columns={[
                { id: 'line', heading: t('import.line'), width: 60, cell: ({ line }: Row) => line },
                {
                  id: 'outcome',
                  heading: t('import.outcome'),
                  width: 120,
                  cell: ({ outcome }: Row) => <Badge tone={TONES[outcome]}>{t(`import.${outcome}`)}</Badge>,
                },
                { id: 'title', heading: t('field.title'), cell: ({ title }: Row) => title },
                {
                  id: 'number',
                  heading: t('map.number'),
                  cell: ({ number, forumName }: Row) => [number, forumName].filter(Boolean).join(', '),
                },
                {
                  id: 'next',
                  heading: t('import.next'),
                  cell: ({ nextOn }: Row) => (nextOn ? formatDay(nextOn) : '–'),
                },
                { id: 'problems', heading: t('import.problems'), cell: ({ problems }: Row) => problems.join('; ') },
              ]}
              rows={preview.rows}
              keyOf={({ line }) => String(line)}
              empty={t('import.empty')}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}
