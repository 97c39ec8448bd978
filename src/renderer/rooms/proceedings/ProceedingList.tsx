import type { KeyboardEvent } from 'react';
import { formatDayWithWeekday } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { StatusChip } from '#renderer/ui/StatusChip.tsx';
import type { Output } from '#shared/contract/index.ts';
import { nameOf, whereOf } from './names.ts';
import styles from './ProceedingsTab.module.css';
import type { Standing } from './standing.ts';
import { useOrderWords } from './words.ts';

type MapData = Output<'proceedings.map'>;

interface Row extends Standing {
  proceeding: MapData['proceedings'][number];
  next: MapData['hearings'][number] | null;
}

/** The proceedings, what is pending first; the arrows walk them. */
export function ProceedingList({
  rows,
  openId,
  onOpen,
  onAdd,
}: {
  rows: readonly Row[];
  openId: string;
  onOpen(id: string): void;
  onAdd(): void;
}) {
  const t = useT('proceedings');
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons[to]?.focus();
  };
  const groups = [
    { id: 'pending', rows: rows.filter(({ isEnded }) => !isEnded) },
    { id: 'ended', rows: rows.filter(({ isEnded }) => isEnded) },
  ].filter((group) => group.rows.length > 0);
  return (
    <nav className={styles.list} aria-label={t('list')} onKeyDown={walk}>
      {groups.map((group) => (
        <section key={group.id} aria-label={t(group.id)}>
          <h2 className={styles.group}>
            <span>{t(group.id)}</span>
            <span>{group.rows.length}</span>
          </h2>
          <ul>
            {group.rows.map((row) => (
              <li key={row.proceeding.id}>
                <button
                  type="button"
                  data-row
                  className={styles.row}
                  aria-current={row.proceeding.id === openId}
                  onClick={() => onOpen(row.proceeding.id)}
                >
                  <RowText row={row} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div className={styles.add}>
        <Button size="small" icon="plus" shortcut="Ctrl+N" onPress={onAdd}>
          {t('addShort')}
        </Button>
      </div>
    </nav>
  );
}

function RowText({ row }: { row: Row }) {
  const t = useT('proceedings');
  const term = useT('terms');
  const { resultOf } = useOrderWords();
  const { proceeding, order, isEnded, next, result, basis } = row;
  const said = [
    order ? resultOf(order) : proceeding.stage,
    !isEnded && next && t('nextOn', { what: next.purpose ?? t('hearingWord'), day: formatDayWithWeekday(next.date) }),
  ].filter(Boolean);
  return (
    <>
      <span className={styles.name}>
        <b>
          <bdi>{nameOf(proceeding)}</bdi>
        </b>
        <span className={styles.side}>{term(`broughtBy.${proceeding.side}`)}</span>
      </span>
      <span className={styles.where}>
        <bdi>{whereOf(proceeding)}</bdi>
      </span>
      <span className={styles.how}>
        <StatusChip result={result} basis={basis}>
          {said.length > 0 ? said.join('; ') : t('isPending')}
        </StatusChip>
      </span>
    </>
  );
}
