import { useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import { useLeaving } from '#renderer/leakcheck/use-leaving.tsx';
import { LostPaper, PaperTitle } from '#renderer/papers/Bench.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { toast } from '#renderer/ui/toast.ts';
import { Workbench } from '#renderer/ui/Workbench.tsx';
import type { Input, Output } from '#shared/contract/index.ts';
import styles from './BundleBuilder.module.css';
import { BundleTree } from './BundleTree.tsx';
import { Checks, checksOf } from './Checks.tsx';
import { ConcordanceDialog } from './ConcordanceDialog.tsx';
import { Foot } from './Foot.tsx';
import { FreezeDialog } from './FreezeDialog.tsx';
import { FrontPages, VIEWS, type View } from './FrontPages.tsx';
import { bundleForm, itemForm } from './forms.ts';
import type { Plan, PlanItem } from './order.ts';
import { ResultDialog } from './ResultDialog.tsx';
import { useStanding } from './standing.ts';
import { VersionsDialog } from './VersionsDialog.tsx';
import { VolumesDialog } from './VolumesDialog.tsx';

const leave = (matterId: string) => go({ room: 'matters', matterId, tab: 'bundles' });
type Made = NonNullable<Output<'bundles.produce'>>;
type Open = 'settings' | 'freeze' | 'versions' | 'concordance' | 'checks' | 'volumes' | null;
type Form = Omit<Input<'bundles.produce'>, 'id'>;

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
  const [view, setView] = useState<View>('index');
  const remove = useAct('bundles.remove', { done: t('removed') });
  const add = useAct('bundles.addItems', { done: t('item.added') });
  const draftIndex = useLeaving('bundles.exportDraftIndex');
  const standing = useStanding(id);
  const make = (form: Form = {}) =>
    void produce.run({ id, ...form }).then((result) => {
      if (!result) return;
      setDialog(null);
      setMade(result);
      setShown(true);
    });
  const list = (format: 'docx' | 'pdf') =>
    void draftIndex.run({ id, format }).then(
      (written) => written && toast.show({ message: t('forms.written', { path: written.path }), tone: 'ok' }),
      () => {},
    );
  const isEmpty = !plan || plan.pages === 0;
  useActions('bundles', [
    {
      id: 'bundles.make',
      label: t('make'),
      icon: 'bundle',
      shortcut: 'Ctrl+P',
      isDisabled: isEmpty,
      run: () => make(),
    },
    { id: 'bundles.freeze', label: t('freeze'), icon: 'lock', isDisabled: isEmpty, run: () => setDialog('freeze') },
    {
      id: 'bundles.volumes',
      label: t('forms.volumes'),
      icon: 'bundle',
      isDisabled: isEmpty,
      run: () => setDialog('volumes'),
    },
    {
      id: 'bundles.folder',
      label: t('forms.folder'),
      icon: 'folder',
      isDisabled: isEmpty,
      run: () => make({ as: 'folder' }),
    },
    {
      id: 'bundles.draftIndex',
      label: t('forms.draftIndexDocx'),
      icon: 'draft',
      isDisabled: isEmpty,
      run: () => list('docx'),
    },
    { id: 'bundles.concordance', label: t('concordance.title'), icon: 'refresh', run: () => setDialog('concordance') },
    ...VIEWS.map((each, i) => ({
      id: `bundles.view.${each}`,
      label: t(`front.${each}`),
      icon: 'eye' as const,
      shortcut: `Ctrl+Alt+${i + 1}`,
      run: () => setView(each),
    })),
    { id: 'bundles.versions', label: t('version.title'), icon: 'history', run: () => setDialog('versions') },
    { id: 'bundles.back', label: t('back'), icon: 'back', shortcut: 'Alt+ArrowUp', run: () => leave(matter.id) },
  ]);
  if (problem) return <LostPaper t={t} problem={problem} onBack={() => leave(matter.id)} />;
  if (!plan) return <Reading inPage />;
  const { bundle } = plan;
  const profile = profiles.find((each) => each.id === bundle.profile);
  const open = checksOf(plan);
  const items = plan.sections.flatMap((section) => section.items);
  const chosen = items.find((item) => selected.has(item.id)) ?? null;
  /** An annexure that is cited goes to the end of the section that is chosen, else of the last one. */
  const fill = ({ exhibitId, orderId }: Plan['gaps'][number]) => {
    const home =
      plan.sections.find((section) => section.items.some((item) => item.id === chosen?.id)) ?? plan.sections.at(-1)!;
    const none = { fileId: null, draftId: null, title: null, date: null, pages: null, agreed: null };
    const kind = exhibitId === null ? ('order' as const) : ('exhibit' as const);
    void add.run({ sectionId: home.id, items: [{ ...none, kind, exhibitId, orderId }] });
  };
  const checks = (
    <Checks
      plan={plan}
      profile={profile}
      made={made}
      onItem={setEditing}
      onShow={(item) => setSelected(new Set([item]))}
      onAdd={fill}
    />
  );
  return (
    <Workbench
      title={<PaperTitle t={t} title={bundle.title} onBack={() => leave(matter.id)} />}
      meta={
        <button type="button" className={styles.chips} onClick={() => setDialog('settings')}>
          <span className={styles.chip}>
            {t('column.profile')} <b>{bundle.profile}</b>
          </span>
          <span className={styles.chip}>
            {t('column.audience')} <b>{term(`audience.${bundle.audience}`)}</b>
          </span>
          {standing && <span className={styles.standing}>{standing}</span>}
        </button>
      }
      actions={
        <>
          <Button icon="refresh" onPress={() => setDialog('concordance')}>
            {t('concordance.title')}
          </Button>
          <Button isDisabled={isEmpty} onPress={() => setDialog('freeze')}>
            {t('freeze')}
          </Button>
          <Button variant="primary" icon="bundle" isDisabled={isEmpty} isBusy={produce.busy} onPress={() => make()}>
            {t('make')}
          </Button>
          <Menu
            label={t('actions', { title: bundle.title })}
            items={[
              { id: 'volumes', label: t('forms.volumes'), icon: 'bundle', isDisabled: isEmpty },
              { id: 'sections', label: t('forms.sections'), icon: 'files', isDisabled: isEmpty },
              { id: 'folder', label: t('forms.folder'), icon: 'folder', isDisabled: isEmpty },
              { id: 'docx', label: t('forms.draftIndexDocx'), icon: 'draft', isDisabled: isEmpty },
              { id: 'pdf', label: t('forms.draftIndexPdf'), icon: 'print', isDisabled: isEmpty },
              { id: 'versions', label: t('version.title'), icon: 'history' },
              { id: 'settings', label: t('edit'), icon: 'edit' },
              { id: 'remove', label: t('remove'), icon: 'trash', danger: true },
            ]}
            onAction={(action) => {
              if (action === 'settings' || action === 'volumes' || action === 'versions') setDialog(action);
              else if (action === 'folder' || action === 'sections') make({ as: action });
              else if (action === 'docx' || action === 'pdf') list(action);
              else void remove.run({ id }).then(() => leave(matter.id));
            }}
          />
        </>
      }
    >
      <div className={styles.bench}>
        <BundleTree
          plan={plan}
          matter={matter}
          selected={selected}
          onSelect={setSelected}
          onEdit={setEditing}
          onLook={(item) => {
            setSelected(new Set([item.id]));
            setView('item');
          }}
        />
        <FrontPages
          plan={plan}
          item={chosen}
          view={view}
          onView={setView}
          onItem={(item) => setSelected(new Set([item]))}
          action={
            <Button size="small" onPress={() => setDialog('checks')}>
              {t('checks.button', { count: open.length })}
            </Button>
          }
        />
        <aside className={styles.checks}>{checks}</aside>
        <Foot plan={plan} profile={profile} />
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
      {dialog === 'concordance' && <ConcordanceDialog id={id} onClose={() => setDialog(null)} />}
      {dialog === 'volumes' && (
        <VolumesDialog
          most={plan.maxPages}
          busy={produce.busy}
          onMake={(volumes) => make({ as: 'volumes', ...volumes })}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'checks' && (
        <Dialog title={t('checks.title')} isOpen onClose={() => setDialog(null)} size="small">
          {checks}
        </Dialog>
      )}
      {produce.dialog}
      {draftIndex.dialog}
      {made && isShown && <ResultDialog id={id} made={made} onClose={() => setShown(false)} />}
    </Workbench>
  );
}
