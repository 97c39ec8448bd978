import { lazy, Suspense, useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go, usePlace } from '#renderer/app/place.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { look } from '#renderer/rooms/proceedings/place.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { CaseName } from './CaseName.tsx';
import { MatterEditor } from './MatterEditor.tsx';
import styles from './MatterView.module.css';

const TABS = {
  overview: lazy(() => import('./overview/OverviewTab.tsx')),
  proceedings: lazy(() => import('#renderer/rooms/proceedings/ProceedingsTab.tsx')),
  issues: lazy(() => import('#renderer/rooms/issues/IssuesTab.tsx')),
  chronology: lazy(() => import('#renderer/rooms/chronology/ChronologyTab.tsx')),
  exhibits: lazy(() => import('#renderer/rooms/exhibits/ExhibitsTab.tsx')),
  drafts: lazy(() => import('#renderer/rooms/drafts/DraftsTab.tsx')),
  bundles: lazy(() => import('#renderer/rooms/bundles/BundlesTab.tsx')),
  parties: lazy(() => import('./parties/PartiesTab.tsx')),
  log: lazy(() => import('./LogTab.tsx')),
};
type TabId = keyof typeof TABS;
const TAB_IDS = Object.keys(TABS) as TabId[];
/** What is opened in these tabs is a workbench: it has a title line of its own, and all the height. */
const BENCHES: readonly TabId[] = ['drafts', 'bundles'];

/** One matter: its title block, its nine tabs, and the one that is open. */
export function MatterView({ id }: { id: string }) {
  const t = useT('matters');
  const term = useT('terms');
  const place = usePlace();
  const { data: matter, problem } = useCall('matters.get', { id });
  const { data: counts } = useCall('matters.counts', { id });
  const [dialog, setDialog] = useState<'edit' | 'remove' | 'close' | null>(null);
  const remove = useAct('matters.remove', { done: t('done.removed') });
  const close = useAct('matters.close', { done: t('done.closed') });
  const reopen = useAct('matters.reopen', { done: t('done.reopened') });
  const { data: state } = useCall('vault.state', {});
  const tab = TAB_IDS.includes(place.tab as TabId) ? (place.tab as TabId) : 'overview';
  const isBench = BENCHES.includes(tab) && place.itemId !== undefined;
  const open = (next: string) => go({ room: 'matters', matterId: id, tab: next });
  useActions('matters', [
    ...TAB_IDS.map((each, i) => ({
      id: `matter.tab.${each}`,
      label: t('goTo', { tab: t(`tab.${each}`) }),
      shortcut: `Alt+${i + 1}`,
      run: () => open(each),
    })),
    {
      id: 'matter.edit',
      label: t('editTitle'),
      icon: 'edit' as const,
      shortcut: 'Ctrl+E',
      isDisabled: isBench,
      run: () => setDialog('edit'),
    },
  ]);
  if (problem)
    return (
      <Notice tone="danger" title={problem.message}>
        {problem.hint ?? ''}
      </Notice>
    );
  if (!matter) return <Reading inPage />;
  const Tab = TABS[tab];
  if (isBench) {
    return (
      <Suspense fallback={<Reading inPage />}>
        <Tab matter={matter} />
      </Suspense>
    );
  }
  const count: Partial<Record<TabId, number>> = counts ?? {};
  return (
    <>
      <header className={styles.head}>
        <div className={styles.titles}>
          <h1 className={styles.title}>
            <CaseName title={matter.title} />
          </h1>
          <p className={styles.line}>
            <bdi>{matter.reference}</bdi>
            <span>{t('forRole', { role: term(`role.${matter.clientRole}`) })}</span>
            {matter.organisation && <bdi>{matter.organisation}</bdi>}
            {matter.incidentFrom && <span>{t('incidents', { day: formatDay(matter.incidentFrom) })}</span>}
            {matter.closedOn && <span>{t('closedOn', { day: formatDay(matter.closedOn) })}</span>}
            {counts && counts.protectedParties > 0 && (
              <span className={styles.shield}>
                <Icon name="shield" size={16} /> {t('protected', { count: counts.protectedParties })}
              </span>
            )}
          </p>
        </div>
        <div className={styles.actions}>
          <Button icon="gavel" onPress={() => look(id, '', 'do', 'orders.add')}>
            {t('recordOrder')}
          </Button>
          <Button icon="draft" onPress={() => open('drafts')}>
            {t('newDraft')}
          </Button>
          <Menu
            label={t('more')}
            icon="more"
            items={[
              { id: 'edit', label: t('editTitle'), icon: 'edit', shortcut: 'Ctrl+E' },
              matter.closedOn === null
                ? { id: 'close', label: t('close'), icon: 'check' }
                : { id: 'reopen', label: t('reopen'), icon: 'undo' },
              { id: 'remove', label: t('remove'), icon: 'trash', danger: true },
            ]}
            onAction={(action) => {
              if (action === 'reopen') void reopen.run({ id });
              else setDialog(action as 'edit');
            }}
          />
        </div>
      </header>
      <Tabs
        label={t('tabs')}
        tabs={TAB_IDS.map((each) => {
          const n = count[each === 'chronology' ? ('facts' as TabId) : each];
          return { id: each, label: t(`tab.${each}`), ...(n === undefined ? {} : { count: n }) };
        })}
        value={tab}
        onChange={open}
      />
      <div className={styles.body} role="tabpanel" aria-label={t(`tab.${tab}`)}>
        <Suspense fallback={<Reading inPage />}>
          <Tab matter={matter} />
        </Suspense>
      </div>
      {dialog === 'edit' && <MatterEditor matter={matter} onClose={() => setDialog(null)} />}
      <ConfirmDialog
        title={t('removeTitle', { title: matter.title })}
        text={t('removeText')}
        confirmLabel={t('remove')}
        danger
        isOpen={dialog === 'remove'}
        onConfirm={() => {
          setDialog(null);
          void remove.run({ id }).then(() => go({ room: 'matters' }));
        }}
        onClose={() => setDialog(null)}
      />
      <ConfirmDialog
        title={t('closeTitle', { title: matter.title })}
        text={t('closeText')}
        confirmLabel={t('close')}
        isOpen={dialog === 'close'}
        onConfirm={() => {
          setDialog(null);
          if (state) void close.run({ id, on: state.today });
        }}
        onClose={() => setDialog(null)}
      />
    </>
  );
}
