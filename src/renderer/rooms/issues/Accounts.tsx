import { Fragment, useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import type { Output } from '#shared/contract/index.ts';
import { Account, type Point, type Side } from './Account.tsx';
import styles from './Accounts.module.css';
import { EvidenceDialog } from './EvidenceDialog.tsx';
import { NEW_POINT, pointForm } from './forms.ts';
import { movedBy } from './order.ts';
import { Stance } from './Stance.tsx';

type Issue = Output<'issues.list'>[number];

/** Our account, the point, their account: three columns, aligned by point. */
export function Accounts({
  matter,
  issue,
  editing,
  onEdit,
}: {
  matter: Output<'matters.get'>;
  issue: Issue;
  editing: Point | 'new' | null;
  onEdit(point: Point | 'new' | null): void;
}) {
  const t = useT('issues');
  const term = useT('terms');
  const { data: parties = [] } = useCall('parties.list', { matterId: matter.id });
  const { data: exhibits = [] } = useCall('exhibits.list', { matterId: matter.id });
  const [evidenceOf, setEvidenceOf] = useState<{ point: Point; side: Side } | null>(null);
  const remove = useAct('issues.removePoint', { done: t('point.removed') });
  const reorder = useAct('issues.reorderPoints', { done: t('moved') });
  const put = useAct('tasks.add', { done: t('point.putDone') });
  const client = parties.find(({ isClient }) => isClient);
  const other = parties.find(({ side, role }) => side === 'theirs' && role !== 'counsel' && role !== 'witness');
  const ids = issue.points.map(({ id }) => id);
  const move = (point: Point, by: -1 | 1) =>
    void reorder.run({ issueId: issue.id, ids: movedBy(ids, point.id, by) }).catch(() => {});
  const act = (action: string, point: Point) => {
    if (action === 'edit') onEdit(point);
    else if (action === 'evidence') setEvidenceOf({ point, side: 'ours' });
    else if (action === 'up') move(point, -1);
    else if (action === 'down') move(point, 1);
    else void remove.run({ id: point.id }).catch(() => {});
  };
  const account = (point: Point, side: Side) => (
    <Account
      t={t}
      matterId={matter.id}
      point={point}
      side={side}
      exhibits={exhibits}
      onWrite={() => onEdit(point)}
      onEvidence={() => setEvidenceOf({ point, side })}
      onPut={() => {
        const title = t('point.putTask', { title: point.title, issue: issue.title }).slice(0, 500);
        const task = { matterId: matter.id, proceedingId: null, title, dueOn: null, doneOn: null, notes: null };
        void put.run(task).catch(() => {});
      }}
    />
  );
  return (
    <>
      <div className={styles.accounts}>
        <div className={styles.head}>
          <b>{client ? term(`role.${client.role}`) : t('oursSide')}</b>
          <span>{client ? t('ours', { name: client.name }) : t('oursShort')}</span>
        </div>
        <div className={styles.head}>{t('pointHead')}</div>
        <div className={styles.head}>
          <b>{other ? term(`role.${other.role}`) : t('theirsSide')}</b>
          {other && <bdi>{other.name}</bdi>}
        </div>
        {issue.points.length === 0 && <p className={styles.none}>{t('point.none')}</p>}
        {issue.points.map((point, at) => (
          <Fragment key={point.id}>
            {account(point, 'ours')}
            <div className={styles.point}>
              <button type="button" className={styles.name} onClick={() => onEdit(point)}>
                {point.title}
              </button>
              <div className={styles.answer}>
                <Stance stance={point.stance} label={t(`stance.${point.stance}`)} />
                <Menu
                  label={t('point.more', { title: point.title })}
                  items={[
                    { id: 'edit', label: t('point.edit'), icon: 'edit' },
                    { id: 'evidence', label: t('point.evidence'), icon: 'paperclip' },
                    { id: 'up', label: t('moveUp'), icon: 'arrow-up', isDisabled: at === 0 },
                    { id: 'down', label: t('moveDown'), icon: 'arrow-down', isDisabled: at === ids.length - 1 },
                    { id: 'remove', label: t('point.remove'), icon: 'trash', danger: true },
                  ]}
                  onAction={(action) => act(action, point)}
                />
              </div>
            </div>
            {account(point, 'theirs')}
          </Fragment>
        ))}
      </div>
      {editing !== null && (
        <RecordEditor
          title={editing === 'new' ? t('point.addTitle') : t('point.editTitle')}
          sections={pointForm(t, term)}
          record={editing === 'new' ? null : editing}
          add="issues.addPoint"
          edit="issues.editPoint"
          given={NEW_POINT}
          fixed={{ issueId: issue.id }}
          size="large"
          done={editing === 'new' ? t('point.added') : t('point.edited')}
          onClose={() => onEdit(null)}
        />
      )}
      {evidenceOf && (
        <EvidenceDialog
          point={issue.points.find(({ id }) => id === evidenceOf.point.id) ?? evidenceOf.point}
          side={evidenceOf.side}
          exhibits={exhibits}
          onClose={() => setEvidenceOf(null)}
        />
      )}
    </>
  );
}
