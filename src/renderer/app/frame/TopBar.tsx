import { useState } from 'react';
import { runAction } from '#renderer/app/actions.ts';
import { formatDayWithWeekday } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go, usePlace } from '#renderer/app/place.ts';
import { refreshState, useAct, useCall } from '#renderer/app/query.ts';
import { CaseName } from '#renderer/rooms/matters/CaseName.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import type { Output } from '#shared/contract/index.ts';
import { useCrumb } from './crumb.ts';
import { DRAWER_ID, setDrawer, useDrawer } from './drawer.ts';
import styles from './TopBar.module.css';

/** Where the user is, whether this is the sample, the way to everything else, and what day it is. */
export function TopBar({ state }: { state: Output<'vault.state'> }) {
  const t = useT('app');
  return (
    <header className={styles.bar}>
      <DrawerButton />
      <Crumbs />
      {state.isSample && <SampleNotice isReadOnly={state.readOnly !== null} />}
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

/** Opens the room's list in a window that is too narrow to show it always. */
function DrawerButton() {
  const t = useT('app');
  const { lists, isOpen, isWide } = useDrawer();
  if (isWide || lists === 0) return null;
  return (
    <button
      type="button"
      className={styles.drawer}
      aria-label={t('list')}
      aria-expanded={isOpen}
      aria-controls={DRAWER_ID}
      onClick={() => setDrawer(!isOpen)}
    >
      <Icon name="panel" />
    </button>
  );
}

/** Says that the parties are invented, and takes them away. */
function SampleNotice({ isReadOnly }: { isReadOnly: boolean }) {
  const t = useT('app');
  const [isAsking, setAsking] = useState(false);
  const remove = useAct('vault.removeSample', { done: t('sampleRemoved') });
  return (
    <div className={styles.sample}>
      <Icon name="info" />
      <span className={styles.sampleText}>{t('sample')}</span>
      {!isReadOnly && (
        <Button variant="quiet" size="small" onPress={() => setAsking(true)}>
          {t('removeSample')}
        </Button>
      )}
      <ConfirmDialog
        title={t('removeSampleTitle')}
        text={t('removeSampleText')}
        confirmLabel={t('removeSample')}
        danger
        isOpen={isAsking}
        onConfirm={() =>
          void remove.run({}).then(() => {
            go({ room: 'matters' });
            void refreshState();
          })
        }
        onClose={() => setAsking(false)}
      />
    </div>
  );
}

function Crumbs() {
  const t = useT('app');
  const { room, matterId } = usePlace();
  const { data: matter } = useCall('matters.get', { id: matterId ?? '' }, { enabled: matterId !== undefined });
  const crumb = useCrumb();
  if (room === '') return <div className={styles.crumbs} />;
  const here = matter ? <CaseName title={matter.title} /> : crumb;
  return (
    <nav className={styles.crumbs} aria-label={t('locate')}>
      <ol>
        <li aria-current={here ? undefined : 'page'}>
          <button type="button" className={styles.crumb} onClick={() => go({ room })}>
            {t(`room.${room}`)}
          </button>
        </li>
        {here && <li aria-current="page">{here}</li>}
      </ol>
    </nav>
  );
}
