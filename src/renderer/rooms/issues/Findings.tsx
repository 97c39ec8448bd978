import { useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import type { FormSection } from '#renderer/forms/fields.ts';
import { RecordDialog } from '#renderer/forms/RecordDialog.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { type Basis, type ResultTone, StatusChip } from '#renderer/ui/StatusChip.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import type { Input, Output } from '#shared/contract/index.ts';
import { FINDINGS } from '#shared/contract/issues.ts';
import styles from './IssueView.module.css';

type Issue = Output<'issues.list'>[number];
type Finding = Issue['findings'][number];

/** Colour is the result, pattern is the basis: what was not reached counts against nobody's merits. */
const LOOK: Record<Finding['result'], { result: ResultTone; basis: Basis }> = {
  for: { result: 'for', basis: 'merits' },
  against: { result: 'against', basis: 'merits' },
  partly: { result: 'pending', basis: 'merits' },
  'not-reached': { result: 'against', basis: 'technical' },
  pending: { result: 'pending', basis: 'open' },
};

/** What each forum found on an issue, in its words; forums that were not asked are named as well. */
export function Findings({ matterId, issue }: { matterId: string; issue: Issue }) {
  const t = useT('issues');
  const { data: map } = useCall('proceedings.map', { matterId });
  const [editing, setEditing] = useState<Finding | 'new' | null>(null);
  const remove = useAct('issues.removeFinding', { done: t('finding.removed') });
  if (!map) return <Reading />;
  const { proceedings, orders } = map;
  const orderOf = (id: string | null) => orders.find((order) => order.id === id);
  const nameOf = ({ forumName, numberText }: (typeof proceedings)[number]) =>
    [forumName, numberText].filter(Boolean).join(', ');
  const named = (finding: Finding) => {
    const proceeding = proceedings.find(({ id }) => id === finding.proceedingId);
    return proceeding ? nameOf(proceeding) : finding.proceeding;
  };
  const silent = proceedings.filter(({ id }) => !issue.findings.some(({ proceedingId }) => proceedingId === id));
  return (
    <Section
      title={t('finding.title')}
      actions={
        proceedings.length > 0 && (
          <Button size="small" icon="plus" onPress={() => setEditing('new')}>
            {t('finding.add')}
          </Button>
        )
      }
    >
      {proceedings.length === 0 ? (
        <p className={styles.quiet}>{t('finding.noProceedings')}</p>
      ) : (
        <Table
          label={t('finding.title')}
          columns={[
            { id: 'forum', heading: t('finding.forum'), width: '30%', cell: (row: Finding) => <bdi>{named(row)}</bdi> },
            {
              id: 'date',
              heading: t('finding.date'),
              width: 112,
              cell: ({ orderId }: Finding) => {
                const order = orderOf(orderId);
                return order ? (
                  <bdi>{formatDay(order.date)}</bdi>
                ) : (
                  <span className={styles.quiet}>{t('finding.awaited')}</span>
                );
              },
            },
            {
              id: 'result',
              heading: t('finding.result'),
              width: 208,
              cell: ({ result }: Finding) => <StatusChip {...LOOK[result]}>{t(`finding.is.${result}`)}</StatusChip>,
            },
            {
              id: 'words',
              heading: t('finding.words'),
              cell: ({ text }: Finding) => <bdi className={styles.words}>{text}</bdi>,
            },
            {
              id: 'actions',
              heading: '',
              width: 40,
              cell: (row: Finding) => (
                <Menu
                  label={t('finding.more', { forum: named(row) })}
                  items={[
                    { id: 'edit', label: t('finding.edit'), icon: 'edit' },
                    { id: 'remove', label: t('finding.remove'), icon: 'trash', danger: true },
                  ]}
                  onAction={(action) => (action === 'edit' ? setEditing(row) : void remove.run({ id: row.id }))}
                />
              ),
            },
          ]}
          rows={issue.findings}
          keyOf={({ id }) => id}
          onOpen={setEditing}
          empty={t('finding.none')}
        />
      )}
      {issue.findings.length > 0 && silent.length > 0 && (
        <p className={styles.silent}>{t('finding.silent', { forums: silent.map(nameOf).join('; ') })}</p>
      )}
      {editing !== null && (
        <FindingEditor
          issue={issue}
          finding={editing === 'new' ? null : editing}
          proceedings={proceedings.map((each) => ({ id: each.id, label: nameOf(each) }))}
          firstSilent={silent[0]?.id ?? null}
          orders={orders.map(({ id, date, proceedingId }) => {
            const proceeding = proceedings.find((each) => each.id === proceedingId);
            return { id, label: [formatDay(date), proceeding && nameOf(proceeding)].filter(Boolean).join(', ') };
          })}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}

function FindingEditor({
  issue,
  finding,
  proceedings,
  firstSilent,
  orders,
  onClose,
}: {
  issue: Issue;
  finding: Finding | null;
  proceedings: { id: string; label: string }[];
  firstSilent: string | null;
  orders: { id: string; label: string }[];
  onClose(): void;
}) {
  const t = useT('issues');
  const forms = useT('forms');
  const save = useAct('issues.setFinding', { done: t('finding.saved') });
  const sections: FormSection[] = [
    {
      fields: [
        { name: 'proceedingId', kind: 'choice', label: t('finding.forum'), items: proceedings, required: true },
        {
          name: 'result',
          kind: 'choice',
          label: t('finding.result'),
          items: FINDINGS.map((id) => ({ id, label: t(`finding.is.${id}`) })),
          required: true,
          half: true,
        },
        {
          name: 'orderId',
          kind: 'choice',
          label: t('finding.order'),
          items: orders,
          none: t('finding.noOrder'),
          half: true,
        },
        { name: 'text', kind: 'text', lines: 3, label: t('finding.words') },
      ],
    },
  ];
  return (
    <RecordDialog
      title={finding ? t('finding.editTitle') : t('finding.add')}
      sections={sections}
      initial={{
        proceedingId: finding?.proceedingId ?? firstSilent,
        result: finding?.result ?? 'not-reached',
        orderId: finding?.orderId ?? null,
        text: finding?.text ?? null,
      }}
      submitLabel={forms('save')}
      busy={save.busy}
      problem={save.problem}
      onSave={(values) =>
        void save
          .run({ issueId: issue.id, finding: values as Input<'issues.setFinding'>['finding'] })
          .then(onClose, () => {})
      }
      onClose={onClose}
    />
  );
}
