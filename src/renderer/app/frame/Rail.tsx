import { runAction } from '#renderer/app/actions.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import { ROOMS } from '#renderer/app/rooms.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import styles from './Rail.module.css';

/** The spine of the book: the rooms of daily work, and the lock at its foot. */
export function Rail({ current }: { current: string }) {
  const t = useT('app');
  const { data: afterCourt } = useCall('diary.afterCourt', {});
  // Numbers stand only for work that waits: hearings that are over and have no outcome.
  const waiting: Record<string, number> = { diary: afterCourt?.beforeCount ?? 0 };
  return (
    <nav className={styles.rail} aria-label={t('rooms')}>
      <span className={styles.mark} lang="ur" dir="rtl" aria-hidden="true">
        مثل
      </span>
      {ROOMS.filter(({ isInRail }) => isInRail).map(({ id, icon }) => (
        <button
          key={id}
          type="button"
          className={cx(styles.room, id === current && styles.on)}
          aria-current={id === current ? 'page' : undefined}
          onClick={() => go({ room: id })}
        >
          <Icon name={icon} size={20} />
          {t(`room.${id}`)}
          {(waiting[id] ?? 0) > 0 && (
            <>
              <span className={styles.waiting} aria-hidden="true">
                {waiting[id]}
              </span>
              <span className={styles.said}>{t(`waiting.${id}`, { count: waiting[id] })}</span>
            </>
          )}
        </button>
      ))}
      <div className={styles.foot}>
        <button type="button" className={styles.room} onClick={() => runAction('lock')}>
          <Icon name="lock" size={20} />
          {t('lock')}
        </button>
      </div>
    </nav>
  );
}
