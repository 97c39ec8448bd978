import { useMemo, useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { useLeaving } from '#renderer/leakcheck/use-leaving.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { toast } from '#renderer/ui/toast.ts';
import { AUDIENCES } from '#shared/contract/drafts.ts';
import type { Output } from '#shared/contract/index.ts';
import { BatchBar, type Changes } from './BatchBar.tsx';
import styles from './ChronologyTab.module.css';
import type { Fact } from './dates.ts';
import { FactEditor } from './FactEditor.tsx';
import { FactList } from './FactList.tsx';
import { FilterBar } from './FilterBar.tsx';
import { EVERYTHING, filtered } from './filter.ts';
import { QuickFact } from './QuickFact.tsx';
import { Ruler } from './Ruler.tsx';
import { TwoAccounts } from './TwoAccounts.tsx';

const UNCHANGED: Changes = { state: null, issue: null };
const NOBODY: ReadonlySet<string> = new Set();

/** The facts of a matter in order, each as exactly as it is known, with whose account it is and where it stands. */
export default function ChronologyTab({ matter }: { matter: Output<'matters.get'> }) {
  const t = useT('chronology');
  const matterId = matter.id;
  const { data: facts } = useCall('facts.list', { matterId });
  const { data: issues } = useCall('issues.list', { matterId });
  const { data: exhibits } = useCall('exhibits.list', { matterId });
  const { data: state } = useCall('vault.state', {});
  const [filter, setFilter] = useState(EVERYTHING);
  const [view, setView] = useState<'list' | 'accounts'>('list');
  const [chosen, setChosen] = useState(NOBODY);
  const [changes, setChanges] = useState(UNCHANGED);
  const [editing, setEditing] = useState<Fact | 'new' | null>(null);
  const remove = useAct('facts.remove', { done: t('removed') });
  const change = useAct('facts.editMany', { done: t('batch.done', { count: chosen.size }) });
  const exports = useExport(matterId);
  useActions('chronology', [
    { id: 'chronology.add', label: t('add'), icon: 'plus', shortcut: 'Ctrl+N', run: () => setEditing('new') },
    {
      id: 'chronology.docx',
      label: exports.label('docx', 'court'),
      icon: 'draft',
      run: () => exports.run('docx.court'),
    },
    { id: 'chronology.pdf', label: exports.label('pdf', 'court'), icon: 'print', run: () => exports.run('pdf.court') },
  ]);
  const shown = useMemo(() => filtered(facts ?? [], filter), [facts, filter]);
  if (!facts || !issues || !exhibits || !state) return <Reading inPage />;
  const editor = editing !== null && (
    <FactEditor matterId={matterId} fact={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
  );
  const quick = <QuickFact matterId={matterId} issues={issues} exhibits={exhibits} onOpen={() => setEditing('new')} />;
  if (facts.length === 0) {
    return (
      <div className={styles.tab}>
        <div className={styles.top}>{quick}</div>
        <EmptyState
          icon="timeline"
          title={t('empty.title')}
          text={t('empty.text')}
          action={
            <Button variant="primary" onPress={() => setEditing('new')}>
              {t('add')}
            </Button>
          }
        />
        {editor}
      </div>
    );
  }
  const choices = issues.map(({ id, number, title }) => ({ id, label: `${number}. ${title}` }));
  const numberOf = (id: string | null) => String(issues.find((issue) => issue.id === id)?.number ?? '');
  const picked = facts.filter(({ id }) => chosen.has(id));
  const clear = () => {
    setChosen(NOBODY);
    setChanges(UNCHANGED);
  };
  const run = () => {
    const set = {
      ...(changes.state === null ? {} : { state: changes.state }),
      ...(changes.issue === null ? {} : { issueId: changes.issue || null }),
    };
    void change.run({ ids: picked.map(({ id }) => id), changes: set }).then(clear, () => {});
  };
  const toggle = (id: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return (
    <div className={styles.tab}>
      <div className={styles.top}>
        <div className={styles.tools}>
          <fieldset className={styles.views}>
            <legend className={styles.hidden}>{t('view.label')}</legend>
            {(['list', 'accounts'] as const).map((each) => (
              <button key={each} type="button" aria-pressed={view === each} onClick={() => setView(each)}>
                <Icon name={each === 'list' ? 'list' : 'columns'} size={15} />
                {t(`view.${each}`)}
              </button>
            ))}
          </fieldset>
          {quick}
          <Menu
            label={t('export.trigger')}
            trigger={t('export.trigger')}
            items={(['docx', 'pdf'] as const).flatMap((format) =>
              AUDIENCES.map((audience) => ({
                id: `${format}.${audience}`,
                label: exports.label(format, audience),
                icon: format === 'docx' ? ('draft' as const) : ('print' as const),
              })),
            )}
            onAction={exports.run}
          />
        </div>
        <FilterBar filter={filter} issues={choices} shown={shown.length} all={facts.length} onChange={setFilter} />
        <Ruler
          facts={facts}
          today={state.today}
          from={filter.from}
          to={filter.to}
          onRange={(from, to) => setFilter({ ...filter, from, to })}
        />
      </div>
      <div className={styles.body}>
        {shown.length === 0 ? (
          <p className={styles.none}>{t('filter.none')}</p>
        ) : view === 'list' ? (
          <FactList
            facts={shown}
            exhibits={exhibits}
            issueNumber={numberOf}
            chosen={chosen}
            preview={{
              state: changes.state,
              issue: changes.issue === null ? null : numberOf(changes.issue),
            }}
            onChoose={toggle}
            onEdit={setEditing}
            onRemove={(fact) => void remove.run({ id: fact.id }).catch(() => {})}
          />
        ) : (
          <TwoAccounts facts={shown} exhibits={exhibits} onEdit={setEditing} />
        )}
      </div>
      {picked.length > 0 && (
        <BatchBar
          facts={picked}
          issues={choices}
          changes={changes}
          busy={change.busy}
          onChange={setChanges}
          onRun={run}
          onClear={clear}
        />
      )}
      {editor}
      {exports.dialog}
    </div>
  );
}

type Format = 'docx' | 'pdf';
type Audience = (typeof AUDIENCES)[number];

/** Writes the list of dates; the choice is `format.audience`. */
function useExport(matterId: string) {
  const t = useT('chronology');
  const term = useT('terms');
  const act = useLeaving('facts.exportChronology');
  return {
    dialog: act.dialog,
    label: (format: Format, audience: Audience) =>
      t('export.for', { format: t(`export.${format}`), audience: term(`audience.${audience}`) }),
    run(choice: string) {
      const [format, audience] = choice.split('.') as [Format, Audience];
      void act.run({ matterId, format, audience }).then(
        (written) => written && toast.show({ message: t('export.done'), tone: 'ok' }),
        () => {},
      );
    },
  };
}
