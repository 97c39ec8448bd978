import { runAction } from '#renderer/app/actions.ts';
import { formatDayWithWeekday } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go, usePlace } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import { CaseName } from '#renderer/rooms/matters/CaseName.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './TopBar.module.css';

/** Where the user is, whether this is the sample, the way to everything else, and what day it is. */
export function TopBar({ state }: { state: Output<'vault.state'> }) {
  const t = useT('app');
  return (
    <header className={styles.bar}>
      <Crumbs />
      {state.isSample && (
        <p className={styles.sample}>
          <Icon name="info" />
          {t('sample')}
        </p>
      )}
      <button type="button" className={styles.find} onClick={() => runAction('palette')}>
        <Icon name="search" />
        <span className={styles.findText}>{t('find')}</span>
        <span aria-hidden="true">
          <Kbd>Ctrl+K</Kbd>
        </span>
      </button>
      <time className={styles.date} dateTime={state.today}>
        {formatDayWithWeekday(state.today)}
      </time>
    </header>
  );
}

function Crumbs() {
  const t = useT('app');
  const { room, matterId } = usePlace();
  const { data: matter } = useCall('matters.get', { id: matterId ?? '' }, { enabled: matterId !== undefined });
  if (room === '') return <div className={styles.crumbs} />;
  return (
    <nav className={styles.crumbs} aria-label={t('locate')}>
      <ol>
        <li>
          <button type="button" className={styles.crumb} onClick={() => go({ room })}>
            {t(`room.${room}`)}
          </button>
        </li>
        {matter && (
          <li aria-current="page">
            <CaseName title={matter.title} />
          </li>
        )}
      </ol>
    </nav>
  );
}
