import { useEffect, useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct } from '#renderer/app/query.ts';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { type SortTarget, SortTree } from '#renderer/ui/SortTree.tsx';
import { toast } from '#renderer/ui/toast.ts';
import type { Output } from '#shared/contract/index.ts';
import { AddItems } from './AddItems.tsx';
import styles from './BundleTree.module.css';
import {
  afterMove,
  type BuilderRow,
  type Move,
  moveTo,
  nudge,
  type Plan,
  type PlanItem,
  type PlanSection,
  pagesOf,
  rowsOf,
  sectionPages,
} from './order.ts';

/** Sections and items in their order, with the pages that they come to. */
export function BundleTree({
  plan,
  matter,
  selected,
  onSelect,
  onEdit,
  onLook,
}: {
  plan: Plan;
  matter: Output<'matters.get'>;
  selected: ReadonlySet<string>;
  onSelect(ids: ReadonlySet<string>): void;
  onEdit(item: PlanItem): void;
  /** Its pages are to be shown. */
  onLook(item: PlanItem): void;
}) {
  const t = useT('bundles');
  // What was just moved is shown at once; the plan that is counted anew takes its place.
  const [ahead, setAhead] = useState<PlanSection[] | null>(null);
  const [said, setSaid] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [adding, setAdding] = useState<PlanSection | null>(null);
  const [naming, setNaming] = useState<PlanSection | 'new' | null>(null);
  const moveItems = useAct('bundles.moveItems');
  const moveSection = useAct('bundles.moveSection');
  const removeItem = useAct('bundles.removeItem', { done: t('item.removed') });
  const removeSection = useAct('bundles.removeSection', { done: t('section.removed') });
  const sort = useAct('bundles.sortByDate');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new plan ends what was shown ahead of it.
  useEffect(() => setAhead(null), [plan]);
  const sections = ahead ?? plan.sections;
  const rows = rowsOf(sections, closed);
  const current = sections.find(({ id, items }) => selected.has(id) || items.some((item) => selected.has(item.id)));
  const section = current ?? sections.at(-1);
  const isAgreed = sections.some(({ items }) => items.some(({ agreed }) => agreed !== null));
  const isMarked = sections.some(({ items }) => items.some(({ mark }) => mark !== null));
  const edit = useAct('bundles.editItem');

  const takeOut = (ids: string[]) => {
    for (const id of ids) {
      const isSection = sections.some((each) => each.id === id);
      void (isSection ? removeSection : removeItem).run({ id });
    }
  };
  const byDate = ({ id, items }: PlanSection) =>
    void sort.run({ sectionId: id }).then(({ undated }) => {
      const titles = items.flatMap(({ date, title }) => (date === null ? [title] : [])).join(', ');
      const message = undated > 0 ? t('sortedUndated', { count: undated, titles }) : t('sorted');
      toast.show({ message, tone: undated > 0 ? 'warn' : 'info' });
    });
  /** "becomes no. 11, pages 111–128": where a move puts what it moves. */
  const whereOf = (move: Move, next: readonly PlanSection[]) => {
    if (move.kind === 'section') return t('drop.section', { letter: next.find(({ id }) => id === move.id)?.letter });
    const placed = rowsOf(next, new Set()).filter((row) => row.item && move.ids.includes(row.id));
    const [first, last] = [placed[0], placed.at(-1)];
    if (!first?.item || !last?.item) return t('drop.nowhere');
    return first === last
      ? t('drop.item', { serial: first.serial, pages: pagesOf(first.item) || t('item.noPages') })
      : t('drop.items', { serial: first.serial, last: last.serial });
  };
  const carryOut = (move: Move | null) => {
    if (!move) return;
    const next = afterMove(sections, move, plan.frontPages);
    setAhead(next);
    setSaid(whereOf(move, next));
    const done =
      move.kind === 'section'
        ? moveSection.run({ id: move.id, at: move.at })
        : moveItems.run({ ids: move.ids, sectionId: move.sectionId, at: move.at });
    void done.catch(() => setAhead(null));
  };
  const note = (ids: string[], target: SortTarget) => {
    const move = moveTo(sections, ids, target);
    if (!move) return t('drop.nowhere');
    return (
      <>
        {whereOf(move, afterMove(sections, move, plan.frontPages))}
        {move.kind === 'items' && (
          <>
            <br />
            <span className={styles.quiet}>{t('drop.follows')}</span>
          </>
        )}
      </>
    );
  };

  const headActions = (each: PlanSection) => (
    <Menu
      label={t('rowActions', { title: each.title })}
      items={[
        { id: 'add', label: t('section.here'), icon: 'plus' },
        { id: 'sort', label: t('section.sort'), icon: 'sort', isDisabled: each.items.length < 2 },
        { id: 'rename', label: t('section.rename'), icon: 'edit' },
        { id: 'remove', label: t('section.remove'), icon: 'trash', danger: true, isDisabled: sections.length < 2 },
      ]}
      onAction={(action) => {
        if (action === 'add') setAdding(each);
        else if (action === 'sort') byDate(each);
        else if (action === 'rename') setNaming(each);
        else takeOut([each.id]);
      }}
    />
  );
  const itemActions = (item: PlanItem) => (
    <Menu
      label={t('rowActions', { title: item.title })}
      items={[
        { id: 'edit', label: t('item.edit'), icon: 'edit' },
        { id: 'pages', label: t('item.look'), icon: 'eye' },
        { id: 'turn', label: t('item.turn'), icon: 'redo' },
        { id: 'late', label: t(item.late ? 'item.notLate' : 'item.late'), icon: 'clock' },
        { id: 'remove', label: t('item.remove'), icon: 'trash', shortcut: 'Delete', danger: true },
      ]}
      onAction={(action) => {
        if (action === 'edit') onEdit(item);
        else if (action === 'pages') onLook(item);
        else if (action === 'turn')
          void edit.run({ id: item.id, turn: ((item.turn + 90) % 360) as 0 | 90 | 180 | 270 });
        else if (action === 'late') void edit.run({ id: item.id, late: !item.late });
        else takeOut([item.id]);
      }}
    />
  );
  const toggle = (id: string) =>
    setClosed((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]));

  return (
    <section
      className={cx(styles.tree, isAgreed && styles.withAgreed, isMarked && styles.withMarks)}
      aria-label={t('tree')}
    >
      <div className={styles.tools}>
        <Button size="small" icon="plus" onPress={() => setNaming('new')}>
          {t('section.add')}
        </Button>
        <Button size="small" icon="plus" isDisabled={!section} onPress={() => section && setAdding(section)}>
          {t('item.add')}
        </Button>
        <Button
          size="small"
          isDisabled={!section || section.items.length < 2}
          onPress={() => section && byDate(section)}
        >
          {t('section.sort')}
        </Button>
        <span className={styles.keys} role="status">
          {said || (
            <>
              <Kbd>Alt</Kbd> {t('keys')}
            </>
          )}
        </span>
      </div>
      <div className={styles.head} aria-hidden="true">
        <span className={styles.no}>{t('no')}</span>
        <span>{t('description')}</span>
        <span className={styles.mark}>{t('mark')}</span>
        <span className={styles.agreed}>{t('agreed')}</span>
        <span>{t('date')}</span>
        <span className={styles.pages}>{t('pages')}</span>
      </div>
      <div className={styles.rows}>
        <SortTree
          label={t('tree')}
          rows={rows}
          dragLabel={(row: BuilderRow) => t('grip', { title: row.name })}
          selected={selected}
          onSelect={onSelect}
          onOpen={(id) => {
            const row = rows.find((each) => each.id === id);
            if (row?.item) onEdit(row.item);
            else if (row) setNaming(row.section);
          }}
          onMove={(ids, target) => carryOut(moveTo(sections, ids, target))}
          onNudge={(ids, by) => carryOut(nudge(sections, ids, by))}
          onDelete={takeOut}
          dropNote={note}
        >
          {(row) =>
            row.item ? (
              <ItemCells row={row} actions={itemActions(row.item)} />
            ) : (
              <div className={styles.section}>
                <Twisty isClosed={closed.has(row.id)} title={row.name} onPress={() => toggle(row.id)} />
                <span className={styles.sectionName}>
                  <bdi>
                    {row.section.letter ? `${row.section.letter}. ` : ''}
                    {row.section.title}
                  </bdi>
                  {row.section.items.length === 0 && <small className={styles.quiet}> {t('section.empty')}</small>}
                </span>
                <bdi dir="ltr" className={styles.pages}>
                  {sectionPages(row.section)}
                </bdi>
                {headActions(row.section)}
              </div>
            )
          }
        </SortTree>
      </div>
      {adding && <AddItems section={adding} plan={plan} matter={matter} onClose={() => setAdding(null)} />}
      {naming !== null && (
        <RecordEditor
          title={naming === 'new' ? t('section.addTitle') : t('section.rename')}
          sections={[{ fields: [{ name: 'title', kind: 'text', label: t('section.title'), required: true }] }]}
          record={naming === 'new' ? null : naming}
          add="bundles.addSection"
          edit="bundles.editSection"
          fixed={{ bundleId: plan.bundle.id }}
          size="small"
          done={naming === 'new' ? t('section.added') : t('section.renamed')}
          onClose={() => setNaming(null)}
        />
      )}
    </section>
  );
}

function Twisty({ isClosed, title, onPress }: { isClosed: boolean; title: string; onPress(): void }) {
  const t = useT('bundles');
  return (
    <button
      type="button"
      className={styles.twisty}
      aria-expanded={!isClosed}
      aria-label={t(isClosed ? 'openSection' : 'closeSection', { title })}
      onClick={onPress}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <Icon name={isClosed ? 'chevron-end' : 'chevron-down'} size={14} />
    </button>
  );
}

function ItemCells({ row, actions }: { row: Extract<BuilderRow, { item: PlanItem }>; actions: React.ReactNode }) {
  const t = useT('bundles');
  const term = useT('terms');
  const { item } = row;
  const problem = item.problems[0];
  return (
    <div className={styles.item}>
      <span className={styles.no}>{row.serial}</span>
      <span className={styles.name} title={item.title}>
        {problem !== undefined ? (
          <Mark name="stop" label={problem} />
        ) : (
          item.date === null && <Mark name="objection" label={t('undated')} />
        )}
        <bdi>{item.title}</bdi>
        {item.late && <small className={styles.late}>{t('late')}</small>}
      </span>
      <bdi dir="ltr" className={styles.mark}>
        {item.mark}
      </bdi>
      <span className={styles.agreed}>{item.agreed && term(`agreed.${item.agreed}`)}</span>
      <span className={item.date === null ? styles.undated : styles.date}>
        {item.date === null ? t('undated') : <bdi>{formatDay(item.date)}</bdi>}
      </span>
      <bdi dir="ltr" className={styles.pages}>
        {pagesOf(item) || '–'}
      </bdi>
      {actions}
    </div>
  );
}
