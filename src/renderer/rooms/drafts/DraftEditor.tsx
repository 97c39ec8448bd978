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
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { toast } from '#renderer/ui/toast.ts';
import { Workbench } from '#renderer/ui/Workbench.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './DraftEditor.module.css';
import { StateBadge } from './DraftList.tsx';
import { DraftPages } from './DraftPages.tsx';
import { draftSettingsForm } from './forms.ts';
import { MarkDialog } from './MarkDialog.tsx';
import { DraftFields } from './parts/DraftFields.tsx';
import { useForm } from './use-form.ts';
import { usePreview } from './use-preview.ts';
import { Versions } from './Versions.tsx';

/** One draft on the workbench: its parts, what is written in them, and the pages as they would be printed. */
export function DraftEditor({ id, matter }: { id: string; matter: Output<'matters.get'> }) {
  const t = useT('drafts');
  const { data, problem } = useCall('drafts.get', { id });
  const { data: templates } = useCall('drafts.templates', {});
  if (problem) return <LostPaper t={t} problem={problem} onBack={() => leave(matter.id)} />;
  const template = templates?.find((each) => each.id === data?.draft.template);
  if (!data || !template) return <Reading inPage />;
  return <Bench data={data} template={template} matter={matter} />;
}

const leave = (matterId: string) => go({ room: 'matters', matterId, tab: 'drafts' });

function Bench({
  data,
  template,
  matter,
}: {
  data: Output<'drafts.get'>;
  template: Output<'drafts.templates'>[number];
  matter: Output<'matters.get'>;
}) {
  const t = useT('drafts');
  const term = useT('terms');
  const { draft } = data;
  const { id } = draft;
  const writing = useForm(id, data.form);
  const pages = usePreview(id, writing.form);
  const { data: proceedings = [] } = useCall('proceedings.list', { matterId: matter.id });
  const [dialog, setDialog] = useState<'versions' | 'settings' | 'mark' | 'remove' | null>(null);
  const [wanted, setWanted] = useState<{ where: string } | null>(null);
  const word = useLeaving('drafts.exportDocx');
  const pdf = useLeaving('drafts.exportPdf');
  const remove = useAct('drafts.remove', { done: t('removed') });
  const reopen = useAct('drafts.setState', { done: t('reopened') });
  const isDraft = draft.state === 'draft';
  const write = async (act: typeof word | typeof pdf) => {
    await writing.flush();
    const written = await act.run({ id });
    if (!written) return;
    const file = written.path.split(/[\\/]/).at(-1);
    const count = written.blanks.length;
    toast.show({ message: count > 0 ? t('writtenBlanks', { file, count }) : t('written', { file }), tone: 'ok' });
  };
  useActions('drafts', [
    { id: 'drafts.word', label: t('word'), icon: 'draft', shortcut: 'Ctrl+Shift+W', run: () => void write(word) },
    { id: 'drafts.pdf', label: t('pdf'), icon: 'print', shortcut: 'Ctrl+P', run: () => void write(pdf) },
    { id: 'drafts.versions', label: t('versions'), icon: 'history', run: () => setDialog('versions') },
    { id: 'drafts.back', label: t('back'), icon: 'back', shortcut: 'Alt+ArrowUp', run: () => leave(matter.id) },
  ]);
  const menu = [
    { id: 'pdf', label: t('pdf'), icon: 'print' as const, shortcut: 'Ctrl+P' },
    { id: 'mark', label: t('mark'), icon: 'check' as const },
    ...(isDraft
      ? [{ id: 'settings', label: t('edit'), icon: 'edit' as const }]
      : [{ id: 'reopen', label: t('reopen'), icon: 'undo' as const }]),
    { id: 'remove', label: t('remove'), icon: 'trash' as const, danger: true },
  ];
  const doReopen = () => void reopen.run({ id, state: 'draft', on: null });
  return (
    <Workbench
      title={<PaperTitle t={t} title={draft.title} onBack={() => leave(matter.id)} />}
      meta={
        <>
          <StateBadge draft={draft} />
          {isDraft && <span role="status">{t(writing.state)}</span>}
        </>
      }
      actions={
        <>
          <Button icon="history" onPress={() => setDialog('versions')}>
            {t('versions')}
          </Button>
          <Button variant="primary" icon="draft" isBusy={word.busy} onPress={() => void write(word)}>
            {t('word')}
          </Button>
          <Menu
            label={t('actions', { title: draft.title })}
            items={menu}
            onAction={(action) => {
              if (action === 'pdf') void write(pdf);
              else if (action === 'reopen') doReopen();
              else setDialog(action as 'mark');
            }}
          />
        </>
      }
    >
      <div className={isDraft ? styles.bench : styles.kept}>
        {isDraft ? (
          <DraftFields
            matter={matter}
            data={data}
            template={template}
            writing={writing}
            preview={pages.preview}
            wanted={wanted}
            onFill={(where) => setWanted({ where })}
          />
        ) : (
          <div className={styles.notice}>
            <Notice
              tone="info"
              title={t('kept', { state: term(`draftState.${draft.state}`) })}
              action={<Button onPress={doReopen}>{t('reopen')}</Button>}
            >
              {t('keptText')}
            </Notice>
          </div>
        )}
        <DraftPages pages={pages} onFill={(where) => isDraft && setWanted({ where })} />
      </div>
      {dialog === 'versions' && (
        <Versions
          id={id}
          versions={data.versions}
          flush={writing.flush}
          canRestore={isDraft}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'mark' && (
        <MarkDialog
          draft={draft}
          blanks={pages.preview?.blanks.length ?? 0}
          flush={writing.flush}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'settings' && (
        <RecordEditor
          title={draft.title}
          sections={draftSettingsForm(t, term, proceedings)}
          record={draft}
          add="drafts.add"
          edit="drafts.edit"
          done={t('edited')}
          onClose={() => setDialog(null)}
        />
      )}
      <ConfirmDialog
        title={t('remove')}
        text={draft.title}
        confirmLabel={t('remove')}
        danger
        isOpen={dialog === 'remove'}
        onConfirm={() => void remove.run({ id }).then(() => leave(matter.id))}
        onClose={() => setDialog(null)}
      />
      {word.dialog ?? pdf.dialog}
    </Workbench>
  );
}
