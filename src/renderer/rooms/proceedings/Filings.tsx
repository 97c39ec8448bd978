import { useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { formatMoney } from '#renderer/forms/money.ts';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import { RecordSection } from '#renderer/forms/RecordSection.tsx';
import { Badge } from '#renderer/ui/Badge.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Urgency } from '#renderer/ui/Urgency.tsx';
import { filingForm, objectionForm } from './forms/filing.ts';
import styles from './ProceedingView.module.css';
import type { PartProps } from './part-props.ts';
import { useCurrency } from './words.ts';

type Objection = PartProps['whole']['objections'][number];

/** What was filed, with the registry's objections and their cure. */
export function Filings({ matter, whole, today }: PartProps) {
  const t = useT('proceedings');
  const term = useT('terms');
  const currency = useCurrency(matter.pack);
  const { data: drafts } = useCall('drafts.list', { matterId: matter.id });
  const [objecting, setObjecting] = useState<{ filingId: string; objection: Objection | null } | null>(null);
  const open = whole.objections.filter(({ curedOn }) => curedOn === null).length;
  return (
    <>
      <RecordSection
        id="filings"
        words={{
          title: t('filing.title'),
          add: t('filing.add'),
          edit: t('filing.edit'),
          added: t('filing.added'),
          edited: t('filing.edited'),
          removed: t('filing.removed'),
          none: t('filing.none'),
        }}
        calls={{ add: 'filings.add', edit: 'filings.edit', remove: 'filings.remove' }}
        rows={whole.filings}
        note={open > 0 && t('filing.openObjections', { count: open })}
        nameOf={({ title }) => title}
        columns={[
          {
            id: 'title',
            heading: t('filing.name'),
            width: '34%',
            cell: ({ title, courtFeeMinor, feeReceipt, copies }) => (
              <>
                <bdi>{title}</bdi>
                <span className={styles.second}>
                  {[
                    courtFeeMinor !== null && t('filing.fee', { amount: formatMoney(courtFeeMinor, currency) }),
                    feeReceipt,
                    copies !== null && t('filing.sets', { count: copies }),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </>
            ),
          },
          {
            id: 'filed',
            heading: t('filing.filedOn'),
            width: 112,
            cell: ({ filedOn, diaryNumber, bySide }) => (
              <>
                <span className={styles.nowrap}>{filedOn ? formatDay(filedOn) : '–'}</span>
                <span className={styles.second}>
                  {[diaryNumber, bySide !== 'ours' && term(`broughtBy.${bySide}`)].filter(Boolean).join(', ')}
                </span>
              </>
            ),
          },
          {
            id: 'objections',
            heading: t('filing.objections'),
            cell: ({ id }) => {
              const own = whole.objections.filter(({ filingId }) => filingId === id);
              return own.length === 0 ? (
                <span className={styles.quiet}>{t('filing.noObjection')}</span>
              ) : (
                <ul className={styles.objections}>
                  {own.map((objection) => (
                    <ObjectionLine
                      key={objection.id}
                      objection={objection}
                      today={today}
                      onOpen={() => setObjecting({ filingId: id, objection })}
                    />
                  ))}
                </ul>
              );
            },
          },
        ]}
        form={() =>
          filingForm(
            t,
            term,
            (drafts ?? []).map(({ id, title }) => ({ id, label: title })),
          )
        }
        given={{ bySide: 'ours', filedOn: today }}
        fixed={{ proceedingId: whole.proceeding.id }}
        size="large"
        more={() => [{ id: 'objection', label: t('filing.addObjection'), icon: 'warning' }]}
        onMore={(_, { id }) => setObjecting({ filingId: id, objection: null })}
      />
      {objecting && (
        <RecordEditor
          title={objecting.objection ? t('filing.objection') : t('filing.addObjection')}
          sections={objectionForm(t)}
          record={objecting.objection}
          add="objections.add"
          edit="objections.edit"
          given={{ raisedOn: today }}
          fixed={{ filingId: objecting.filingId }}
          done={objecting.objection ? t('filing.objectionEdited') : t('filing.objectionAdded')}
          onClose={() => setObjecting(null)}
        />
      )}
    </>
  );
}

function ObjectionLine({ objection, today, onOpen }: { objection: Objection; today: string; onOpen(): void }) {
  const t = useT('proceedings');
  const remove = useAct('objections.remove', { done: t('filing.objectionRemoved') });
  const { id, text, cureBy, curedOn } = objection;
  return (
    <li className={styles.objection}>
      <span>
        <button type="button" className={styles.go} onClick={onOpen}>
          <bdi>{text}</bdi>
        </button>{' '}
        {curedOn !== null ? (
          <Badge tone="ok">{t('filing.cured', { day: formatDay(curedOn) })}</Badge>
        ) : cureBy !== null ? (
          <Urgency on={cureBy} today={today} label={t('filing.openUntil', { day: formatDay(cureBy) })} />
        ) : (
          <Badge tone="warn">{t('filing.notCured')}</Badge>
        )}
      </span>
      <IconButton icon="trash" label={t('filing.removeObjection', { text })} onPress={() => void remove.run({ id })} />
    </li>
  );
}
