import { Suspense, useEffect, useState } from 'react';
import { listenForShortcuts, runAction } from '#renderer/app/actions.ts';
import { subscribe } from '#renderer/app/bridge.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go, usePlace } from '#renderer/app/place.ts';
import { ROOMS } from '#renderer/app/rooms.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { Output } from '#shared/contract/index.ts';
import { useEverywhere } from './everywhere.ts';
import styles from './Frame.module.css';
import { KeysSheet } from './KeysSheet.tsx';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';

const FIRST = ROOMS[0];

/** What stands around the rooms while a vault is open: rail, top bar, palette, keys, notices. */
export function Frame({ state }: { state: Output<'vault.state'> }) {
  const t = useT('app');
  const place = usePlace();
  const [sheet, setSheet] = useState<'keys' | null>(null);
  useEverywhere({ onKeys: () => setSheet('keys') });
  useEffect(() => listenForShortcuts(), []);
  useEffect(() => subscribe('app.action', ({ id }) => void runAction(id)), []);
  useEffect(() => {
    if (place.room === '') go({ room: FIRST.id });
  }, [place.room]);
  const room = ROOMS.find(({ id }) => id === place.room) ?? FIRST;
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#room">
        {t('skip')}
      </a>
      <Rail current={room.id} />
      <div className={styles.main}>
        <TopBar state={state} />
        {state.readOnly !== null && (
          <div className={styles.readOnly}>
            <Notice tone="warn" title={t('readOnly')}>
              {state.readOnly}
            </Notice>
          </div>
        )}
        <main className={styles.room} id="room" tabIndex={-1} aria-label={t(`room.${room.id}`)}>
          <Suspense fallback={null}>
            <room.View key={room.id} />
          </Suspense>
        </main>
      </div>
      {sheet === 'keys' && <KeysSheet onClose={() => setSheet(null)} />}
    </div>
  );
}
