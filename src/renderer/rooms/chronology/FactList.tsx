import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { T } from '#renderer/app/i18n.ts';
import { useT } from '#renderer/app/i18n.ts';
import type { Exhibit } from '#renderer/rooms/exhibits/EvidenceChip.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { Menu } from '#renderer/ui/Menu.tsx';
import { dateOf, type Fact, groupOf } from './dates.ts';
import styles from './FactList.module.css';
import { FactSources } from './FactSources.tsx';
import { PrecisionMark, State } from './Marks.tsx';

type Row = { group: string; count: number } | { fact: Fact };

/** What would be changed in a chosen fact, shown in its row before it is done. */
export interface Preview {
  state: Fact['state'] | null;
  /** An issue's number; '' for none, null for as it is. */
  issue: string | null;
}

/**
 * The facts in order, under their months; only those in sight are on the page. One row is the Tab stop: arrows walk,
 * Enter edits, Space chooses, Delete removes.
 */
export function FactList({
  facts,
  exhibits,
  issueNumber,
  chosen,
  preview,
  onChoose,
  onEdit,
  onRemove,
}: {
  facts: readonly Fact[];
  exhibits: readonly Exhibit[];
  issueNumber(id: string | null): string;
  chosen: ReadonlySet<string>;
  preview: Preview;
  onChoose(id: string): void;
  onEdit(fact: Fact): void;
  onRemove(fact: Fact): void;
}) {
  const t = useT('chronology');
  const box = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState<string | null>(null);
  const rows = useMemo(() => grouped(t, facts), [t, facts]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => ('group' in rows[index]! ? 34 : 33),
    overscan: 12,
    getItemKey: (index) => {
      const row = rows[index]!;
      return 'group' in row ? `group ${row.group} ${index}` : row.fact.id;
    },
  });
  const tabStop = facts.some(({ id }) => id === stop) ? stop : facts[0]?.id;
  const focus = (at: number) => {
    const fact = facts[Math.max(0, Math.min(facts.length - 1, at))];
    if (!fact) return;
    setStop(fact.id);
    virtual.scrollToIndex(rows.findIndex((row) => 'fact' in row && row.fact.id === fact.id));
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-fact="${fact.id}"]`)?.focus());
  };
  const key = (event: KeyboardEvent, fact: Fact) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = facts.indexOf(fact);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: facts.length - 1 }[event.key];
    if (to !== undefined) focus(to);
    else if (event.key === 'Enter') onEdit(fact);
    else if (event.key === ' ') onChoose(fact.id);
    else if (event.key === 'Delete') onRemove(fact);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={box} className={styles.list}>
      <table
        className={styles.grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows are walked and chosen.
        role="grid"
        aria-label={t('title')}
        aria-rowcount={rows.length + 1}
        aria-multiselectable
      >
        <thead className={styles.grid}>
          <tr className={cx(styles.row, styles.head)} aria-rowindex={1}>
            <td />
            {(['date', 'fact', 'issue', 'sources', 'state'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`columns.${column}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody className={styles.all} style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key: itemKey }) => {
            const row = rows[index]!;
            const shared = {
              ref: virtual.measureElement,
              'data-index': index,
              style: { insetBlockStart: start },
              'aria-rowindex': index + 2,
            };
            if ('group' in row) {
              return (
                <tr key={itemKey} {...shared} className={styles.group}>
                  <td>
                    <b>{row.group}</b> <small>{t('facts', { count: row.count })}</small>
                  </td>
                </tr>
              );
            }
            const { fact } = row;
            const isChosen = chosen.has(fact.id);
            return (
              <tr
                key={itemKey}
                {...shared}
                data-fact={fact.id}
                className={cx(styles.row, styles.fact, isChosen && styles.on)}
                aria-selected={isChosen}
                tabIndex={fact.id === tabStop ? 0 : -1}
                onFocus={() => setStop(fact.id)}
                onKeyDown={(event) => key(event, fact)}
                onDoubleClick={() => onEdit(fact)}
              >
                <Cells
                  t={t}
                  fact={fact}
                  exhibits={exhibits}
                  issueNumber={issueNumber}
                  chosen={isChosen}
                  preview={preview}
                  onChoose={onChoose}
                />
                <td className={styles.end}>
                  <Menu
                    label={t('more', { text: fact.text })}
                    items={[
                      { id: 'edit', label: t('edit'), icon: 'edit', shortcut: 'Enter' },
                      { id: 'remove', label: t('remove'), icon: 'trash', shortcut: 'Delete', danger: true },
                    ]}
                    onAction={(action) => (action === 'edit' ? onEdit(fact) : onRemove(fact))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Cells({
  t,
  fact,
  exhibits,
  issueNumber,
  chosen,
  preview,
  onChoose,
}: {
  t: T;
  fact: Fact;
  exhibits: readonly Exhibit[];
  issueNumber(id: string | null): string;
  chosen: boolean;
  preview: Preview;
  onChoose(id: string): void;
}) {
  const term = useT('terms');
  const issue = issueNumber(fact.issueId);
  const isNew = chosen && preview.state !== null && preview.state !== fact.state;
  const isMoved = chosen && preview.issue !== null && preview.issue !== issue;
  return (
    <>
      <td>
        <input
          type="checkbox"
          className={styles.tick}
          checked={chosen}
          tabIndex={-1}
          aria-label={t('choose', { text: fact.text })}
          onChange={() => onChoose(fact.id)}
        />
      </td>
      <td className={styles.date}>
        <PrecisionMark precision={fact.precision} />
        <bdi>
          {fact.precision === 'about' && fact.date !== null ? (
            <About text={t('about', { date: '\u0000' })} date={dateOf(t, fact)} />
          ) : (
            dateOf(t, fact)
          )}
        </bdi>
      </td>
      <td className={styles.text} dir="auto">
        {fact.text}
        {fact.side !== null && <small className={styles.by}> {t(`by.${fact.side}`)}</small>}
        {fact.isIncident && <small className={styles.by}> · {t('incident')}</small>}
      </td>
      <td className={styles.issue}>
        {isMoved ? (
          <>
            <s>{issue}</s> <b>{preview.issue || '–'}</b>
          </>
        ) : (
          issue
        )}
      </td>
      <td>
        <FactSources t={t} fact={fact} exhibits={exhibits} />
      </td>
      <td className={styles.stand}>
        {isNew ? (
          <>
            <s>{term(`factState.${fact.state}`)}</s> →{' '}
            <State state={preview.state!} label={term(`factState.${preview.state}`)} />
          </>
        ) : (
          <State state={fact.state} label={term(`factState.${fact.state}`)} />
        )}
      </td>
    </>
  );
}

/** "about 18 Dec 2020": the word in the colour of doubt, wherever the language puts it. */
function About({ text, date }: { text: string; date: string }) {
  const [before = '', after = ''] = text.split(/[\u2068\u2069]*\u0000[\u2068\u2069]*/);
  return (
    <>
      <i className={styles.about}>{before}</i>
      {date}
      <i className={styles.about}>{after}</i>
    </>
  );
}

function grouped(t: T, facts: readonly Fact[]): Row[] {
  const rows: Row[] = [];
  let head = { group: '', count: 0 };
  for (const fact of facts) {
    const group = groupOf(t, fact);
    if (head.group !== group) {
      head = { group, count: 0 };
      rows.push(head);
    }
    head.count += 1;
    rows.push({ fact });
  }
  return rows;
}
