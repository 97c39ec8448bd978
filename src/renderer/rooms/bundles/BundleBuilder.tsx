import { useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { formatBytes, formatNumber } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import { useLeaving } from '#renderer/leakcheck/use-leaving.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Workbench } from '#renderer/ui/Workbench.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './BundleBuilder.module.css';
import { BundleTree } from './BundleTree.tsx';
import { Checks, checksOf } from './Checks.tsx';
import { FreezeDialog } from './FreezeDialog.tsx';
import { FrontPages } from './FrontPages.tsx';
import { bundleForm, itemForm } from './forms.ts';
import type { PlanItem } from './order.ts';
import { ResultDialog } from './ResultDialog.tsx';
import { VersionsDialog } from './VersionsDialog.tsx';

const leave = (matterId: string) => go({ room: 'matters', matterId, tab: 'bundles' });
type Made = NonNullable<Output<'bundles.produce'>>;
type Open = 'settings' | 'freeze' | 'versions' | 'checks' | null;

/** One bundle on the workbench: its tree, its index as it will be, and what stands against it. */
export function BundleBuilder({ id, matter }: { id: string; matter: Output<'matters.get'> }) {
  const t = useT('bundles');
  const term = useT('terms');
  const { data: plan, problem } = useCall('bundles.plan', { id });
  const { data: profiles = [] } = useCall('bundles.profiles', {});
  const { data: proceedings = [] } = useCall('proceedings.list', { matterId: matter.id });
  const [dialog, setDialog] = useState<Open>(null);
  const [editing, setEditing] = useState<PlanItem | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const [isShown, setShown] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const produce = useLeaving('bundles.produce');
  const remove = useAct('bundles.remove', { done: t('removed') });
  const make = () =>
    void produce.run({ id }).then((result) => {
      if (!result) return;
      setMade(result);
      setShown(true);
    });
  const isEmpty = !plan || plan.pages === 0;
  useActions('bundles', [
    { id: 'bundles.make', label: t('make'), icon: 'bundle', shortcut: 'Ctrl+P', isDisabled: isEmpty, run: make },
    { id: 'bundles.freeze', label: t('freeze'), icon: 'lock', isDisabled: isEmpty, run: () => setDialog('freeze') },
    { id: 'bundles.versions', label: t('version.title'), icon: 'history', run: () => setDialog('versions') },
    { id: 'bundles.back', label: t('back'), icon: 'back', run: () => leave(matter.id) },
  ]);
  if (problem) {
    return (
      <Notice
        tone="danger"
        title={problem.message}
        action={<Button onPress={() => leave(matter.id)}>{t('back')}</Button>}
      >
        {problem.hint ?? ''}
      </Notice>
    );
  }
  if (!plan) return null;
  const { bundle } = plan;
  const profile = profiles.find((each) => each.id === bundle.profile);
  const open = checksOf(plan);
  const lettered = plan.sections.some(({ items }) => items.some(({ label }) => /^[A-Z]/.test(label)));
  const checks = (
    <Checks
      plan={plan}
      profile={profile}
      made={made}
      onItem={setEditing}
      onShow={(item) => setSelected(new Set([item]))}
    />
  );
  return (
    <Workbench
      title={
        <span className={styles.title}>
          <IconButton icon="back" label={t('back')} onPress={() => leave(matter.id)} />
          <bdi>{bundle.title}</bdi>
        </span>
      }
      meta={
        <button type="button" className={styles.chips} onClick={() => setDialog('settings')}>
          <span className={styles.chip}>
            {t('column.profile')} <b>{bundle.profile}</b>
          </span>
          <span className={styles.chip}>
            {t('column.audience')} <b>{term(`audience.${bundle.audience}`)}</b>
          </span>
        </button>
      }
      actions={
        <>
          <Button icon="history" onPress={() => setDialog('versions')}>
            {t('version.title')}
          </Button>
          <Button isDisabled={isEmpty} onPress={() => setDialog('freeze')}>
            {t('freeze')}
          </Button>
          <Button variant="primary" icon="bundle" isDisabled={isEmpty} isBusy={produce.busy} onPress={make}>
            {t('make')}
          </Button>
          <Menu
            label={t('actions', { title: bundle.title })}
            items={[
              { id: 'settings', label: t('edit'), icon: 'edit' },
              { id: 'remove', label: t('remove'), icon: 'trash', danger: true },
            ]}
            onAction={(action) =>
              action === 'settings' ? setDialog('settings') : void remove.run({ id }).then(() => leave(matter.id))
            }
          />
        </>
      }
    >
      <div className={styles.bench}>
        <BundleTree plan={plan} matter={matter} selected={selected} onSelect={setSelected} onEdit={setEditing} />
        <FrontPages
          plan={plan}
          onItem={(item) => setSelected(new Set([item]))}
          action={
            <Button size="small" onPress={() => setDialog('checks')}>
              {t('checks.button', { count: open.length })}
            </Button>
          }
        />
        <aside className={styles.checks}>{checks}</aside>
        <footer className={styles.foot}>
          <span>
            <b>{formatNumber(plan.pages)}</b> {t('foot.pages', { count: plan.pages })}
          </span>
          <b>
            <bdi>{formatBytes(plan.bytes)}</bdi>
          </b>
          <span>{lettered ? t('foot.lettered') : t('foot.numbers')}</span>
          {profile && <span className={styles.rules}>{profile.title}</span>}
        </footer>
      </div>
      {dialog === 'settings' && (
        <RecordEditor
          title={bundle.title}
          sections={bundleForm(t, term, profiles, proceedings)}
          record={bundle}
          add="bundles.add"
          edit="bundles.edit"
          done={t('edited')}
          onClose={() => setDialog(null)}
        />
      )}
      {editing && (
        <RecordEditor
          title={editing.title}
          sections={itemForm(t, term)}
          record={editing}
          add="bundles.addItems"
          edit="bundles.editItem"
          done={t('item.edited')}
          onClose={() => setEditing(null)}
        />
      )}
      {dialog === 'freeze' && <FreezeDialog id={id} onClose={() => setDialog(null)} />}
      {dialog === 'versions' && <VersionsDialog id={id} onClose={() => setDialog(null)} />}
      {dialog === 'checks' && (
        <Dialog title={t('checks.title')} isOpen onClose={() => setDialog(null)} size="small">
          {checks}
        </Dialog>
      )}
      {produce.dialog}
      {made && isShown && <ResultDialog made={made} onClose={() => setShown(false)} />}
    </Workbench>
  );
}
