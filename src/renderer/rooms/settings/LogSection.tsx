import { useState } from 'react';
import { formatInstant, formatNumber } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall, useCommand } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { toast } from '#renderer/ui/toast.ts';
import type { Output } from '#shared/contract/index.ts';
import styles from './LogSection.module.css';
import { useLogWords } from './log-words.ts';
import { SectionPage } from './SectionPage.tsx';

type Entry = Output<'log.list'>[number];

/** The rooms of actions, by the first part of their names. */
const KINDS = [
  'vault',
  'backup',
  'matters',
  'parties',
  'proceedings',
  'hearings',
  'orders',
  'filings',
  'deadlines',
  'tasks',
  'issues',
  'facts',
  'exhibits',
  'drafts',
  'bundles',
  'bin',
  'settings',
];
const FORMATS = ['csv', 'json'] as const;
const AT_FIRST = 200;
const MOST = 500;

interface Filter {
  matterId: string;
  kind: string;
  left: boolean;
  from: string | null;
  to: string | null;
}

/** What was done in the vault, by matter, kind and day, and whether the log of it is whole. */
export function LogSection() {
  const t = useT('settings');
  const words = useLogWords();
  const [filter, setFilter] = useState<Filter>({ matterId: '', kind: '', left: false, from: null, to: null });
  const [limit, setLimit] = useState(AT_FIRST);
  const { data: matters } = useCall('matters.list', {});
  const { data: whole } = useCall('log.verify', {});
  const which = {
    ...(filter.matterId === '' ? {} : { matterId: filter.matterId }),
    ...(filter.kind === '' ? {} : { action: `${filter.kind}.` }),
    ...(filter.left ? { left: true } : {}),
    ...(filter.from === null ? {} : { from: filter.from }),
    ...(filter.to === null ? {} : { to: filter.to }),
  };
  const { data: entries, problem } = useCall('log.list', { limit, ...which });
  const save = useCommand('log.export');
  const exportAs = (format: (typeof FORMATS)[number]) =>
    void save.run({ format, ...which }).then((made) => {
      if (made) toast.show({ message: t('log.exported', { count: made.entries }), tone: 'ok' });
    });
  const change = (next: Partial<Filter>) => {
    setFilter({ ...filter, ...next });
    setLimit(AT_FIRST);
  };
  return (
    <SectionPage
      section="log"
      meta={
        <>
          <span>{t('log.text')}</span>
          {whole && (
            <Badge tone={whole.problems.length === 0 ? 'ok' : 'danger'}>
              {t(whole.problems.length === 0 ? 'log.whole' : 'log.broken', { entries: formatNumber(whole.entries) })}
            </Badge>
          )}
        </>
      }
      actions={FORMATS.map((format) => (
        <Button key={format} icon="download" isBusy={save.busy} onPress={() => exportAs(format)}>
          {t(`log.export.${format}`)}
        </Button>
      ))}
    >
      {whole && whole.problems.length > 0 && (
        <Notice tone="danger" title={t('log.brokenTitle')}>
          <ul>
            {whole.problems.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </Notice>
      )}
      {save.problem && (
        <Notice tone="danger" title={save.problem.message}>
          {save.problem.hint}
        </Notice>
      )}
      <search className={styles.filter} aria-label={t('log.filter')}>
        <ComboBox
          label={t('log.matter')}
          items={(matters ?? []).map(({ id, title, reference }) => ({ id, label: title, hint: reference }))}
          value={filter.matterId}
          onChange={(matterId) => change({ matterId })}
          placeholder={t('log.allMatters')}
        />
        <Select
          label={t('log.kind')}
          items={[{ id: '', label: t('log.allKinds') }, ...KINDS.map((id) => ({ id, label: t(`log.kinds.${id}`) }))]}
          value={filter.kind}
          onChange={(kind) => change({ kind })}
        />
        <DateField label={t('log.from')} value={filter.from} onChange={(from) => change({ from })} />
        <DateField label={t('log.to')} value={filter.to} onChange={(to) => change({ to })} />
        <Checkbox label={t('log.left')} isSelected={filter.left} onChange={(left) => change({ left })} />
      </search>
      {problem && (
        <Notice tone="danger" title={problem.message}>
          {problem.hint}
        </Notice>
      )}
      <Table
        label={t('section.log')}
        columns={[
          { id: 'at', heading: t('log.at'), width: 170, cell: ({ at }: Entry) => formatInstant(at) },
          {
            id: 'what',
            heading: t('log.action'),
            width: '26%',
            cell: (entry: Entry) => <span className={styles.what}>{words.what(entry)}</span>,
          },
          {
            id: 'matter',
            heading: t('log.matter'),
            width: '20%',
            cell: ({ matterTitle }: Entry) => <bdi>{matterTitle ?? ''}</bdi>,
          },
          {
            id: 'detail',
            heading: t('log.detail'),
            cell: (entry: Entry) => <span className={styles.detail}>{words.detail(entry)}</span>,
          },
          { id: 'actor', heading: t('log.actor'), width: 110, cell: ({ actor }: Entry) => <bdi>{actor}</bdi> },
        ]}
        rows={entries ?? []}
        keyOf={({ seq }) => String(seq)}
        empty={entries ? t('log.none') : <Reading />}
      />
      {entries && entries.length === limit && limit < MOST && (
        <div>
          <Button onPress={() => setLimit(MOST)}>{t('log.more')}</Button>
        </div>
      )}
    </SectionPage>
  );
}
