import { useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go, usePlace } from '#renderer/app/place.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { List } from '#renderer/ui/List.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import type { Output } from '#shared/contract/index.ts';
import { issueForm, NEW_ISSUE } from './forms.ts';
import styles from './IssuesTab.module.css';
import { IssueView } from './IssueView.tsx';
import { movedBy } from './order.ts';
import { summaryOf } from './summary.ts';

type Issue = Output<'issues.list'>[number];

/** The issues of a matter: an index, and the one that is open with both sides' accounts. */
export default function IssuesTab({ matter }: { matter: Output<'matters.get'> }) {
  const t = useT('issues');
  const term = useT('terms');
  const place = usePlace();
  const { data: issues } = useCall('issues.list', { matterId: matter.id });
  const [editing, setEditing] = useState<Issue | 'new' | null>(null);
  const remove = useAct('issues.remove', { done: t('removed') });
  const reorder = useAct('issues.reorder', { done: t('moved') });
  const open = (itemId: string) => go({ room: 'matters', matterId: matter.id, tab: 'issues', itemId });
  const issue = issues?.find(({ id }) => id === place.itemId) ?? issues?.[0];
  const move = (by: -1 | 1) => {
    if (!issues || !issue) return;
    const ids = issues.map(({ id }) => id);
    void reorder.run({ matterId: matter.id, ids: movedBy(ids, issue.id, by) }).catch(() => {});
  };
  useActions('issues', [
    { id: 'issues.add', label: t('add'), icon: 'plus', shortcut: 'Ctrl+N', run: () => setEditing('new') },
    ...(issue
      ? [
          { id: 'issues.edit', label: t('edit'), icon: 'edit' as const, run: () => setEditing(issue) },
          {
            id: 'issues.up',
            label: t('moveUp'),
            icon: 'arrow-up' as const,
            shortcut: 'Alt+ArrowUp',
            run: () => move(-1),
          },
          {
            id: 'issues.down',
            label: t('moveDown'),
            icon: 'arrow-down' as const,
            shortcut: 'Alt+ArrowDown',
            run: () => move(1),
          },
        ]
      : []),
  ]);
  if (!issues) return <Reading inPage />;
  const editor = editing !== null && (
    <RecordEditor
      title={editing === 'new' ? t('addTitle') : t('edit')}
      sections={issueForm(t, term)}
      record={editing === 'new' ? null : editing}
      add="issues.add"
      edit="issues.edit"
      given={NEW_ISSUE}
      fixed={{ matterId: matter.id }}
      done={editing === 'new' ? t('added') : t('edited')}
      onDone={(made) => {
        if (editing === 'new') open((made as { id: string }).id);
      }}
      onClose={() => setEditing(null)}
    />
  );
  if (!issue) {
    return (
      <>
        <EmptyState
          icon="scales"
          title={t('empty.title')}
          text={t('empty.text')}
          action={
            <Button variant="primary" onPress={() => setEditing('new')}>
              {t('add')}
            </Button>
          }
        />
        {editor}
      </>
    );
  }
  const at = issues.indexOf(issue);
  return (
    <div className={styles.room}>
      <div className={styles.tab}>
        <div className={styles.index}>
          <div className={styles.tools}>
            <IconButton icon="plus" label={t('add')} shortcut="Ctrl+N" onPress={() => setEditing('new')} />
            <Menu
              label={t('more', { number: issue.number })}
              items={[
                { id: 'edit', label: t('edit'), icon: 'edit' },
                { id: 'up', label: t('moveUp'), icon: 'arrow-up', shortcut: 'Alt+↑', isDisabled: at === 0 },
                {
                  id: 'down',
                  label: t('moveDown'),
                  icon: 'arrow-down',
                  shortcut: 'Alt+↓',
                  isDisabled: at === issues.length - 1,
                },
                { id: 'remove', label: t('remove'), icon: 'trash', danger: true },
              ]}
              onAction={(action) => {
                if (action === 'edit') setEditing(issue);
                else if (action === 'remove') void remove.run({ id: issue.id }).catch(() => {});
                else move(action === 'up' ? -1 : 1);
              }}
            />
          </div>
          <List
            label={t('index')}
            items={issues}
            selected={issue.id}
            onSelect={open}
            keyOf={({ id }) => id}
            textOf={({ title }) => title}
            render={(each) => (
              <div className={styles.entry}>
                <span className={styles.number}>{each.number}</span>
                <span className={styles.name}>
                  <bdi>{each.title}</bdi>
                  <span className={styles.state}>{summaryOf(t, each)}</span>
                </span>
              </div>
            )}
          />
        </div>
        <IssueView key={issue.id} matter={matter} issue={issue} />
      </div>
      {editor}
    </div>
  );
}
