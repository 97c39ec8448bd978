import { type DragEvent, useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { pathOf } from '#renderer/app/bridge.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go, usePlace } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Output } from '#shared/contract/index.ts';
import { fitting } from './detail.ts';
import { ExhibitPane } from './ExhibitPane.tsx';
import styles from './ExhibitsTab.module.css';
import { ExhibitTable } from './ExhibitTable.tsx';
import { ExhibitView } from './ExhibitView.tsx';
import { exhibitForm, NEW_EXHIBIT } from './forms.ts';
import { ImportState } from './ImportState.tsx';
import { useImport } from './useImport.ts';

/** The exhibits of a matter: all of them with their marks, or one with its file and its custody. */
export default function ExhibitsTab({ matter }: { matter: Output<'matters.get'> }) {
  const t = useT('exhibits');
  const term = useT('terms');
  const place = usePlace();
  const { data: exhibits } = useCall('exhibits.list', { matterId: matter.id });
  const [filter, setFilter] = useState('');
  const [isAdding, setAdding] = useState(false);
  const [isOver, setOver] = useState(false);
  const imported = useImport(matter.id);
  useActions('exhibits', [
    { id: 'exhibits.add', label: t('add'), icon: 'upload', shortcut: 'Ctrl+N', run: () => imported.choose({}) },
    { id: 'exhibits.addFolder', label: t('addFolder'), icon: 'folder', run: () => imported.choose({ folder: true }) },
    { id: 'exhibits.addWithout', label: t('addWithout'), icon: 'plus', run: () => setAdding(true) },
  ]);
  if (!exhibits) return <Reading inPage />;
  const open = (itemId?: string) =>
    go({ room: 'matters', matterId: matter.id, tab: 'exhibits', ...(itemId === undefined ? {} : { itemId }) });
  const shown = fitting(exhibits, filter);
  const current = exhibits.find(({ id }) => id === place.itemId);
  const step = (by: -1 | 1) => {
    const next = shown[shown.findIndex(({ id }) => id === current?.id) + by];
    return next ? () => open(next.id) : null;
  };
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(false);
    imported.take([...event.dataTransfer.files].map(pathOf).filter((path) => path !== ''));
  };
  const add = (
    <span className={styles.add}>
      <Button variant="primary" icon="upload" isBusy={imported.isRunning} onPress={() => imported.choose({})}>
        {t('add')}
      </Button>
      <Menu
        label={t('addMenu')}
        items={[
          { id: 'folder', label: t('addFolder'), icon: 'folder' },
          { id: 'without', label: t('addWithout'), icon: 'plus' },
        ]}
        onAction={(action) => (action === 'folder' ? imported.choose({ folder: true }) : setAdding(true))}
      />
    </span>
  );
  return (
    <section
      className={styles.tab}
      aria-label={t('title')}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
    >
      <ImportState state={imported} exhibits={exhibits} />
      {current ? (
        <div className={styles.open}>
          <ExhibitPane exhibits={shown} selected={current.id} filter={filter} onFilter={setFilter} onOpen={open} />
          <ExhibitView
            key={current.id}
            id={current.id}
            onClose={() => open()}
            onStep={step}
            onAddFiles={() => imported.choose({ exhibitId: current.id })}
          />
        </div>
      ) : exhibits.length === 0 ? (
        <EmptyState icon="exhibit" title={t('empty.title')} text={t('empty.text')} action={add} />
      ) : (
        <div className={styles.page}>
          <div className={styles.head}>
            <div className={styles.filter}>
              <TextField label={t('filter')} value={filter} onChange={setFilter} />
            </div>
            <span className={styles.quiet}>{t('count', { count: shown.length })}</span>
            {add}
          </div>
          <ExhibitTable exhibits={shown} empty={t('noneFound', { filter })} onOpen={({ id }) => open(id)} />
        </div>
      )}
      {isOver && (
        <div className={styles.over} aria-hidden="true">
          <p>{t('drop')}</p>
        </div>
      )}
      {isAdding && (
        <RecordEditor
          title={t('addTitle')}
          sections={exhibitForm(t, term)}
          record={null}
          add="exhibits.add"
          edit="exhibits.edit"
          given={NEW_EXHIBIT}
          fixed={{ matterId: matter.id }}
          size="large"
          done={t('added')}
          onDone={(made) => open((made as { id: string }).id)}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}
