import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './DateMoves.module.css';

/** Which deadlines saving would move, old and new: shown in the form, before it is accepted. */
export function DateMoves({ moves }: { moves: Output<'orders.moves'> | undefined }) {
  const t = useT('proceedings');
  if (!moves || moves.length === 0) return null;
  const day = (value: string | null) => (value ? formatDay(value) : t('moves.noDay'));
  return (
    <Notice tone="warn" title={t('moves.title', { count: moves.length })}>
      <ul className={styles.moves}>
        {moves.map(({ deadlineId, title, from, to, kept }) => (
          <li key={deadlineId}>
            <bdi>{title}</bdi>
            <span className={styles.days}>
              {from === to ? (
                t('moves.same', { day: day(to) })
              ) : (
                <>
                  <s>{day(from)}</s> <span aria-hidden="true">→</span> <b>{day(to)}</b>
                </>
              )}
              {kept && ` (${t('moves.kept', { day: formatDay(kept) })})`}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
