import { useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import type { Audience } from '#renderer/leakcheck/ReadersMenu.tsx';
import { useLeaving } from '#renderer/leakcheck/use-leaving.tsx';
import { FactEditor } from '#renderer/rooms/chronology/FactEditor.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu, type MenuChoice } from '#renderer/ui/Menu.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { toast } from '#renderer/ui/toast.ts';
import type { Output } from '#shared/contract/index.ts';
import styles from './ExhibitView.module.css';
import { exhibitForm } from './forms.ts';
import { Margin } from './Margin.tsx';
import { MarkEditor } from './Marks.tsx';
import { Redaction } from './redaction/Redaction.tsx';
import { type ExhibitFile, Viewer } from './viewer/Viewer.tsx';

type Detail = Output<'exhibits.get'>;
/** Kinds that have pages to be marked. */
const HAS_PAGES = new Set(['pdf', 'image', 'text', 'word', 'mail']);

type Editing =
  | { what: 'particulars' }
  | { what: 'mark'; mark: Detail['marks'][number] | null }
  | { what: 'fact'; text: string; page: number };

/** One exhibit: its file, what is known of it beside, and what can be done with it. */
export function ExhibitView({
  id,
  onClose,
  onStep,
  onAddFiles,
}: {
  id: string;
  onClose(): void;
  /** To the exhibit before (-1) or after (1); null where there is none. */
  onStep(by: -1 | 1): (() => void) | null;
  onAddFiles(): void;
}) {
  const t = useT('exhibits');
  const term = useT('terms');
  const redaction = useT('redaction');
  const { data: detail, problem } = useCall('exhibits.get', { id });
  const [editing, setEditing] = useState<Editing | null>(null);
  const [redacting, setRedacting] = useState<string | null>(null);
  const [onlyFile] = detail?.files.length === 1 ? detail.files : [];
  const canRedact = onlyFile !== undefined && HAS_PAGES.has(onlyFile.kind);
  const act = useExhibitActs();
  useActions('exhibits', [
    { id: 'exhibits.edit', label: t('edit'), icon: 'edit', run: () => setEditing({ what: 'particulars' }) },
    { id: 'exhibits.mark', label: t('marks.add'), icon: 'tag', shortcut: 'M', run: () => mark(null) },
    ...(canRedact && redacting === null
      ? [
          {
            id: 'exhibits.redact',
            label: redaction('open'),
            icon: 'redact' as const,
            shortcut: 'R',
            run: () => setRedacting(onlyFile.id),
          },
        ]
      : []),
    {
      id: 'exhibits.back',
      label: t('back'),
      icon: 'back',
      shortcut: 'Escape',
      notInText: true,
      isDisabled: redacting !== null,
      run: onClose,
    },
  ]);
  const mark = (which: Detail['marks'][number] | null) => setEditing({ what: 'mark', mark: which });
  if (problem)
    return (
      <Notice tone="danger" title={problem.message}>
        {problem.hint}
      </Notice>
    );
  if (!detail) return <Reading inPage />;
  const { exhibit, files, marks } = detail;
  const label = marks[0]?.mark ?? `Exhibit ${exhibit.number}`;
  const [before, after] = [onStep(-1), onStep(1)];
  const redacted = files.find((file) => file.id === redacting);
  const perFile: MenuChoice[] = files.flatMap((file) => {
    const named = (word: string) => (files.length > 1 ? `${word}: ${file.name}` : word);
    return [
      { id: `copy.${file.id}`, label: named(t('viewer.saveCopy')), icon: 'download' as const },
      ...(files.length > 1 && HAS_PAGES.has(file.kind)
        ? [{ id: `redact.${file.id}`, label: redaction('openFile', { name: file.name }), icon: 'redact' as const }]
        : []),
      { id: `compare.${file.id}`, label: named(t('file.compare')), icon: 'check' as const },
      ...(files.length > 1
        ? [{ id: `out.${file.id}`, label: named(t('file.remove')), icon: 'trash' as const, danger: true }]
        : []),
    ];
  });
  const choose = (choice: string) => {
    const [action, fileId = ''] = choice.split('.');
    if (action === 'edit') setEditing({ what: 'particulars' });
    else if (action === 'files') onAddFiles();
    else if (action === 'sheet') act.sheet(id, 'court');
    else if (action === 'copy') act.saveCopy(fileId);
    else if (action === 'compare') act.compare(fileId);
    else if (action === 'redact') setRedacting(fileId);
    else if (action === 'out') act.takeOut(fileId);
    else act.remove(id, onClose);
  };
  return (
    <div className={styles.exhibit}>
      <header className={styles.head}>
        <span className={styles.walk}>
          <IconButton icon="back" label={t('back')} shortcut="Escape" onPress={onClose} />
          <IconButton icon="chevron-up" label={t('previous')} isDisabled={!before} onPress={() => before?.()} />
          <IconButton icon="chevron-down" label={t('next')} isDisabled={!after} onPress={() => after?.()} />
        </span>
        <span className={styles.names}>
          <h2 className={styles.title}>
            <bdi>{exhibit.title}</bdi>
          </h2>
          <span className={styles.quiet}>
            {marks.length === 0
              ? t('unmarked')
              : marks.map((each) => t('marksLine', { mark: each.mark, proceeding: each.proceeding })).join(', ')}
          </span>
        </span>
        {canRedact && (
          <Button icon="redact" isDisabled={redacting !== null} onPress={() => setRedacting(onlyFile.id)}>
            {redaction('open')}
          </Button>
        )}
        <Button icon="tag" onPress={() => mark(null)}>
          {t('marks.add')}
        </Button>
        <Menu
          label={t('more')}
          items={[
            { id: 'edit', label: t('edit'), icon: 'edit' },
            { id: 'files', label: t('file.addTo'), icon: 'upload' },
            ...perFile,
            { id: 'sheet', label: t('file.sheet'), icon: 'print' },
            { id: 'remove', label: t('remove'), icon: 'trash', danger: true },
          ]}
          onAction={choose}
        />
      </header>
      {redacted && (
        <Redaction key={redacted.id} matterId={exhibit.matterId} file={redacted} onClose={() => setRedacting(null)} />
      )}
      {redacted ? null : files.length === 0 ? (
        <div className={styles.none}>
          <p>{t('viewer.noFiles')}</p>
          <Button icon="upload" onPress={onAddFiles}>
            {t('viewer.addFiles')}
          </Button>
        </div>
      ) : (
        <Viewer
          key={id}
          detail={detail}
          label={label}
          onSaveCopy={(file: ExhibitFile) => act.saveCopy(file.id)}
          onNewFact={(text, page) => setEditing({ what: 'fact', text, page })}
        />
      )}
      {!redacted && <Margin detail={detail} onEditMark={mark} onSheet={(audience) => act.sheet(id, audience)} />}
      {act.dialog}
      {editing?.what === 'particulars' && (
        <RecordEditor
          title={t('edit')}
          sections={exhibitForm(t, term)}
          record={exhibit}
          add="exhibits.add"
          edit="exhibits.edit"
          size="large"
          done={t('edited')}
          onClose={() => setEditing(null)}
        />
      )}
      {editing?.what === 'mark' && (
        <MarkEditor matterId={exhibit.matterId} exhibitId={id} mark={editing.mark} onClose={() => setEditing(null)} />
      )}
      {editing?.what === 'fact' && (
        <FactEditor
          matterId={exhibit.matterId}
          fact={null}
          draft={{
            text: editing.text,
            date: exhibit.madeOn,
            sources: [{ exhibitId: id, orderId: null, pin: t('viewer.pin', { page: editing.page }), note: null }],
          }}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}

/** What can be done with an exhibit and its files, each with its notice. */
function useExhibitActs() {
  const t = useT('exhibits');
  const remove = useAct('exhibits.remove', { done: t('removed') });
  const takeOut = useAct('exhibits.removeFile', { done: t('file.removed') });
  const copy = useAct('exhibits.saveCopy');
  const sheet = useLeaving('exhibits.custodySheet');
  const compare = useAct('exhibits.compare');
  const ignore = () => {};
  const say = (message: string) => toast.show({ message, tone: 'ok' });
  return {
    remove: (id: string, then: () => void) => void remove.run({ id }).then(then, ignore),
    takeOut: (id: string) => void takeOut.run({ id }).catch(ignore),
    saveCopy: (fileId: string) => void copy.run({ fileId }).then((written) => written && say(t('file.saved')), ignore),
    dialog: sheet.dialog,
    sheet: (id: string, audience: Audience) =>
      void sheet.run({ id, audience }).then((written) => written && say(t('file.sheetSaved')), ignore),
    compare: (fileId: string) =>
      void compare
        .run({ fileId })
        .then(
          ({ same }) => (same ? say(t('file.same')) : toast.show({ message: t('file.differs'), tone: 'danger' })),
          ignore,
        ),
  };
}
