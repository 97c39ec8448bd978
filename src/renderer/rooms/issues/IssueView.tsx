import { useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { useT } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { Output } from '#shared/contract/index.ts';
import type { Point } from './Account.tsx';
import { Accounts } from './Accounts.tsx';
import { Findings } from './Findings.tsx';
import styles from './IssueView.module.css';

/** One issue: the two accounts point by point, and under them what every forum found. */
export function IssueView({ matter, issue }: { matter: Output<'matters.get'>; issue: Output<'issues.list'>[number] }) {
  const t = useT('issues');
  const [editing, setEditing] = useState<Point | 'new' | null>(null);
  useActions('issues', [
    { id: 'issues.addPoint', label: t('point.addTitle'), icon: 'plus', shortcut: 'P', run: () => setEditing('new') },
  ]);
  const pieces = issue.points.reduce((sum, { evidence }) => sum + evidence.length, 0);
  return (
    <article className={styles.issue}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          {issue.number}. <bdi>{issue.title}</bdi>
        </h2>
        <span className={styles.quiet}>
          {t('contents', {
            points: t('points', { count: issue.points.length }),
            pieces: t('pieces', { count: pieces }),
          })}
        </span>
        <span className={styles.actions}>
          <Button icon="plus" shortcut="P" onPress={() => setEditing('new')}>
            {t('point.add')}
          </Button>
        </span>
      </header>
      {issue.notes && <p className={styles.notes}>{issue.notes}</p>}
      <Accounts matter={matter} issue={issue} editing={editing} onEdit={setEditing} />
      <Findings matterId={matter.id} issue={issue} />
    </article>
  );
}
