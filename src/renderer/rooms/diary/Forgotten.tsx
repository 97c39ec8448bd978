import { useEffect, useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go, usePlace } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { CaseName } from '#renderer/rooms/matters/CaseName.tsx';
import { look } from '#renderer/rooms/proceedings/place.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { FORGOTTEN_KINDS } from '#shared/contract/diary.ts';
import type { Output } from '#shared/contract/index.ts';
import { daysBetween } from '#shared/domain/diary/urgency.ts';
import styles from './Forgotten.module.css';
import { AddForm, type Adding } from './Forms.tsx';
import type { Case } from './quick-state.ts';

type Row = Output<'diary.forgotten'>[number];
type Kind = Row['kind'];

/** The files that no calendar would show, by why they are forgotten; each row leads to what mends it. */
export function Forgotten({ today }: { today: string }) {
  const t = useT('diary');
  const { itemId } = usePlace();
  const { data: rows } = useCall('diary.forgotten', {});
  const [mending, setMending] = useState<{ kind: Adding; row: Row } | null>(null);
  if (!rows) return <Reading inPage />;
  const of = (kind: Kind) => rows.filter((row) => row.kind === kind);
  const kind =
    FORGOTTEN_KINDS.find((each) => each === itemId) ??
    FORGOTTEN_KINDS.find((each) => of(each).length > 0) ??
    'no-next-date';
  const open = ({ matterId, proceedingId }: Row) =>
    proceedingId === null ? go({ room: 'matters', matterId, tab: 'overview' }) : look(matterId, proceedingId);
  const fix = (row: Row) => {
    if (row.kind === 'outcome-missing') go({ room: 'diary', tab: 'after' });
    else if (row.kind === 'no-next-date' || row.kind === 'interim-lapses') setMending({ kind: 'hearing', row });
    else if (row.kind === 'no-deadline') setMending({ kind: 'deadline', row });
    else open(row);
  };
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('forgotten.title')}</h1>
        <p>{t('forgotten.count', { count: rows.length })}</p>
        <span className={styles.end}>
          <Button icon="back" onPress={() => go({ room: 'diary' })}>
            {t('forgotten.back')}
          </Button>
        </span>
      </header>
      <Tabs
        label={t('forgotten.title')}
        tabs={FORGOTTEN_KINDS.map((id) => ({ id, label: t(`forgotten.${id}.title`), count: of(id).length }))}
        value={kind}
        onChange={(id) => go({ room: 'diary', tab: 'forgotten', itemId: id })}
      />
      <div className={styles.body} role="tabpanel" aria-label={t(`forgotten.${kind}.title`)}>
        <p className={styles.why}>{t(`forgotten.${kind}.text`)}</p>
        <Table
          label={t(`forgotten.${kind}.title`)}
          rows={of(kind)}
          keyOf={(row) => `${row.matterId}/${row.proceedingId}/${row.since}`}
          onOpen={open}
          empty={t('forgotten.none')}
          columns={[
            {
              id: 'matter',
              heading: t('forgotten.file'),
              cell: ({ matterTitle, numberText }) => (
                <>
                  <span className={styles.case}>
                    <CaseName title={matterTitle} />
                  </span>
                  {numberText && (
                    <span className={styles.number}>
                      <bdi dir="ltr">{numberText}</bdi>
                    </span>
                  )}
                </>
              ),
            },
            { id: 'detail', heading: '', width: '26%', cell: ({ detail }) => detail ?? '' },
            { id: 'since', heading: '', width: 230, cell: (row) => <Since row={row} today={today} /> },
            {
              id: 'fix',
              heading: '',
              width: 190,
              align: 'end',
              cell: (row) => (
                <Button size="small" onPress={() => fix(row)}>
                  {t(`forgotten.${row.kind}.fix`)}
                </Button>
              ),
            },
          ]}
        />
      </div>
      {mending && <Mend {...mending} today={today} onClose={() => setMending(null)} />}
    </div>
  );
}

function Since({ row: { kind, since }, today }: { row: Row; today: string }) {
  const t = useT('diary');
  if (since === null) return null;
  const word = { quiet: 'since', 'interim-lapses': 'ends', 'outcome-missing': 'heard', 'no-next-date': 'last' }[
    kind as string
  ];
  return (
    <>
      {t(`forgotten.${word ?? 'since'}`, { day: formatDay(since) })}
      {since < today && (
        <span className={styles.number}>{t('forgotten.days', { count: daysBetween(since, today) })}</span>
      )}
    </>
  );
}

/** The form that mends it, for the proceeding of the row, or for the first of the matter. */
function Mend({ kind, row, today, onClose }: { kind: Adding; row: Row; today: string; onClose(): void }) {
  const { data: proceedings } = useCall('proceedings.list', { matterId: row.matterId });
  const proceeding = proceedings?.find(({ id }) => id === row.proceedingId) ?? proceedings?.[0];
  const isBare = proceedings?.length === 0;
  useEffect(() => {
    // A deadline belongs to a proceeding: a file without one needs that first.
    if (isBare) go({ room: 'matters', matterId: row.matterId, tab: 'proceedings' });
  }, [isBare, row.matterId]);
  if (!proceeding) return null;
  const { id, forum, forumName, seat, numberText, bench } = proceeding;
  const found: Case = {
    proceedingId: id,
    matterId: row.matterId,
    matterTitle: row.matterTitle,
    forum,
    forumName,
    seat,
    numberText,
    bench,
    room: null,
    nextOn: null,
  };
  return <AddForm kind={kind} found={found} day={today} onClose={onClose} />;
}
