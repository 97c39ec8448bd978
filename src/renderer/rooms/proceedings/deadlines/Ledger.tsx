import { useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct } from '#renderer/app/query.ts';
import type { Audience } from '#renderer/leakcheck/ReadersMenu.tsx';
import { useLeaving } from '#renderer/leakcheck/use-leaving.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Form } from '#renderer/ui/Form.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { AUDIENCES } from '#shared/contract/drafts.ts';
import type { Output } from '#shared/contract/index.ts';
import styles from '../ProceedingView.module.css';
import { type Exclusion, ExclusionFields, ledgerLines, wholeExclusions } from './ExclusionFields.tsx';

const FORMATS = ['docx', 'pdf'] as const;

type Excluded = NonNullable<NonNullable<Output<'deadlines.trace'>>['excluded']>[number];

/** The ledger of exclusions of a deadline: each stretch of time with its days and what shows it, to change and to print. */
export function Ledger({ deadlineId, excluded }: { deadlineId: string; excluded: readonly Excluded[] }) {
  const t = useT('proceedings');
  const [isEditing, setEditing] = useState(false);
  const term = useT('terms');
  const save = useLeaving('deadlines.saveLedger');
  const print = (choice: string) => {
    const [format, audience] = choice.split('.') as [(typeof FORMATS)[number], Audience];
    void save.run({ id: deadlineId, format, audience }).catch(() => {});
  };
  return (
    <Section
      title={t('ledger.title')}
      count={excluded.length}
      actions={
        <>
          <Button size="small" icon="edit" onPress={() => setEditing(true)}>
            {t('ledger.edit')}
          </Button>
          {excluded.length > 0 && (
            <Menu
              label={t('ledger.print')}
              icon="print"
              items={FORMATS.flatMap((format) =>
                AUDIENCES.map((audience) => ({
                  id: `${format}.${audience}`,
                  label: t(`ledger.${format}`, { audience: term(`audience.${audience}`) }),
                  icon: format === 'docx' ? ('draft' as const) : ('print' as const),
                })),
              )}
              onAction={print}
            />
          )}
        </>
      }
    >
      {excluded.length === 0 ? (
        <p className={styles.none}>{t('ledger.none')}</p>
      ) : (
        <Table
          label={t('ledger.title')}
          columns={[
            {
              id: 'kind',
              heading: t('deadline.exclusion.kind'),
              cell: ({ kind }: Excluded) => t(`deadline.exclusion.${kind}`),
            },
            {
              id: 'from',
              heading: t('deadline.exclusion.from'),
              width: 112,
              cell: ({ from }: Excluded) => formatDay(from),
            },
            { id: 'to', heading: t('deadline.exclusion.to'), width: 112, cell: ({ to }: Excluded) => formatDay(to) },
            { id: 'days', heading: t('ledger.days'), numeric: true, width: 64, cell: ({ days }: Excluded) => days },
            {
              id: 'evidence',
              heading: t('deadline.exclusion.evidence'),
              width: '34%',
              cell: ({ evidence, reason }: Excluded) => (
                <>
                  {evidence ? <bdi>{evidence}</bdi> : <b>{t('ledger.noEvidence')}</b>}
                  {reason && <span className={styles.second}>{reason}</span>}
                </>
              ),
            },
          ]}
          rows={excluded}
          keyOf={({ kind, from, to }) => `${kind} ${from} ${to}`}
        />
      )}
      {save.dialog}
      {isEditing && <LedgerEditor deadlineId={deadlineId} excluded={excluded} onClose={() => setEditing(false)} />}
    </Section>
  );
}

function LedgerEditor({
  deadlineId,
  excluded,
  onClose,
}: {
  deadlineId: string;
  excluded: readonly Excluded[];
  onClose(): void;
}) {
  const t = useT('proceedings');
  const [lines, setLines] = useState<readonly Exclusion[]>(() => ledgerLines(excluded));
  const [isDirty, setDirty] = useState(false);
  const exclude = useAct('deadlines.exclude', { done: t('ledger.saved') });
  const save = () =>
    void exclude
      .run({ id: deadlineId, exclusions: wholeExclusions(lines) })
      .then(onClose)
      .catch(() => {});
  return (
    <Dialog title={t('ledger.edit')} isOpen onClose={onClose} size="large">
      <Form
        onSubmit={save}
        onCancel={onClose}
        submitLabel={t('ledger.save')}
        busy={exclude.busy}
        problem={exclude.problem}
        isDirty={isDirty}
      >
        <ExclusionFields
          exclusions={lines}
          onChange={(next) => {
            setLines(next);
            setDirty(true);
          }}
        />
      </Form>
    </Dialog>
  );
}
