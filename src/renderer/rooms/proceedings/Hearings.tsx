import { useState } from 'react';
import { runAction, useActions } from '#renderer/app/actions.ts';
import { formatDay, weekday } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct } from '#renderer/app/query.ts';
import { RecordDialog } from '#renderer/forms/RecordDialog.tsx';
import { RecordSection } from '#renderer/forms/RecordSection.tsx';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Icon, type IconName } from '#renderer/ui/Icon.tsx';
import type { Input } from '#shared/contract/index.ts';
import { hearingForm, outcomeForm } from './forms/hearing.ts';
import { hearingsNote } from './hearings-note.ts';
import styles from './ProceedingView.module.css';
import type { PartProps } from './part-props.ts';

type Hearing = PartProps['whole']['hearings'][number];

const WHO: Partial<Record<string, IconName>> = { us: 'chevron-up', 'other-side': 'chevron-down', court: 'list' };

/** The hearings, latest first, with who put them off; what happened is recorded with the next date in one form. */
export function Hearings({ whole, today }: PartProps) {
  const t = useT('proceedings');
  const term = useT('terms');
  const [recording, setRecording] = useState<Hearing | null>(null);
  const rows = [...whole.hearings].reverse();
  // The one to come stands out; after its day, the one that still waits for its outcome does.
  const waiting = whole.hearings.find(({ date, outcome }) => outcome === null && date <= today);
  const next = whole.hearings.find(({ date, outcome }) => outcome === null && date > today);
  useActions('proceedings', [
    {
      id: 'hearings.record',
      label: waiting ? t('hearing.record') : t('hearing.add'),
      icon: 'gavel',
      shortcut: 'H',
      run: () => (waiting ? setRecording(waiting) : void runAction('hearings.add')),
    },
  ]);
  return (
    <>
      <RecordSection
        id="hearings"
        words={{
          title: t('hearing.title'),
          add: t('hearing.add'),
          edit: t('hearing.edit'),
          added: t('hearing.added'),
          edited: t('hearing.edited'),
          removed: t('hearing.removed'),
          none: t('hearing.none'),
        }}
        calls={{ add: 'hearings.add', edit: 'hearings.edit', remove: 'hearings.remove' }}
        rows={rows}
        chosen={(waiting ?? next)?.id}
        note={rows.length > 0 && hearingsNote(t, rows)}
        nameOf={({ date }) => formatDay(date)}
        columns={[
          {
            id: 'date',
            heading: t('hearing.date'),
            width: 140,
            cell: ({ date }) => (
              <span className={styles.nowrap}>
                {formatDay(date)} <span className={styles.quiet}>{weekday(date)}</span>
              </span>
            ),
          },
          { id: 'purpose', heading: t('hearing.purpose'), width: '20%', cell: ({ purpose }) => purpose ?? '–' },
          {
            id: 'happened',
            heading: t('hearing.whatHappened'),
            cell: (hearing) => <Happened hearing={hearing} today={today} />,
          },
          {
            id: 'by',
            heading: t('hearing.adjournedBy'),
            width: '18%',
            cell: (hearing) => <PutOff hearing={hearing} />,
          },
          {
            id: 'next',
            heading: t('hearing.nextOn'),
            width: 100,
            cell: ({ nextOn, date, outcome }) =>
              nextOn ? (
                <span className={styles.nowrap}>{formatDay(nextOn)}</span>
              ) : outcome === null && date > today ? (
                <span className={styles.quiet}>{t('hearing.toCome')}</span>
              ) : (
                '–'
              ),
          },
        ]}
        form={() => hearingForm(t, term)}
        given={{ bench: whole.proceeding.bench }}
        fixed={{ proceedingId: whole.proceeding.id }}
        more={({ outcome }) => (outcome === null ? [{ id: 'record', label: t('hearing.record'), icon: 'gavel' }] : [])}
        onMore={(_, hearing) => setRecording(hearing)}
      />
      {recording && <OutcomeEditor hearing={recording} onClose={() => setRecording(null)} />}
    </>
  );
}

function Happened({ hearing, today }: { hearing: Hearing; today: string }) {
  const t = useT('proceedings');
  const term = useT('terms');
  const { outcome, whatHappened, time, room, date } = hearing;
  if (outcome === null && date <= today) {
    return (
      <>
        <Badge tone="warn">{t('hearing.toRecord')}</Badge> {whatHappened}
      </>
    );
  }
  if (outcome === null) {
    const when = [time, room].filter(Boolean).join(', ');
    return (
      <>
        {when && <b>{when}</b>} {whatHappened}
      </>
    );
  }
  return <>{whatHappened ?? term(`outcome.${outcome}`)}</>;
}

function PutOff({ hearing: { adjournedBy, adjournmentReason } }: { hearing: Hearing }) {
  const term = useT('terms');
  if (adjournedBy === null || adjournedBy === 'none') return <>–</>;
  const icon = WHO[adjournedBy];
  return (
    <span className={styles.who}>
      {icon && <Icon name={icon} size={12} />}
      <span>{[term(`adjournedBy.${adjournedBy}`), adjournmentReason].filter(Boolean).join(', ')}</span>
    </span>
  );
}

/** After court: one form for what happened and for the next date, which is listed with it. */
function OutcomeEditor({ hearing, onClose }: { hearing: Hearing; onClose(): void }) {
  const t = useT('proceedings');
  const term = useT('terms');
  const record = useAct('hearings.recordOutcome', { done: t('hearing.recorded') });
  return (
    <RecordDialog
      title={t('hearing.recordTitle', { day: formatDay(hearing.date) })}
      sections={outcomeForm(t, term)}
      initial={{
        outcome: hearing.outcome,
        whatHappened: hearing.whatHappened,
        adjournedBy: hearing.adjournedBy,
        adjournmentReason: hearing.adjournmentReason,
        nextOn: hearing.nextOn,
        nextTime: null,
        nextPurpose: hearing.nextPurpose,
      }}
      submitLabel={t('hearing.recordSave')}
      busy={record.busy}
      problem={record.problem}
      onSave={(values) =>
        void record
          .run({ id: hearing.id, ...values } as Input<'hearings.recordOutcome'>)
          .then(onClose)
          .catch(() => {})
      }
      onClose={onClose}
    />
  );
}
