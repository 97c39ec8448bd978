import { Suspense, useEffect, useState } from 'react';
import { isTextField, listenForShortcuts, runAction } from '#renderer/app/actions.ts';
import { subscribe } from '#renderer/app/bridge.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go, usePlace } from '#renderer/app/place.ts';
import { refreshState } from '#renderer/app/query.ts';
import { ROOMS } from '#renderer/app/rooms.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Waiting } from '#renderer/ui/Waiting.tsx';
import type { Output } from '#shared/contract/index.ts';
import { BackupNotice } from './BackupNotice.tsx';
import { useEverywhere } from './everywhere.ts';
import styles from './Frame.module.css';
import { Jobs } from './Jobs.tsx';
import { KeysSheet } from './KeysSheet.tsx';
import { Palette } from './Palette.tsx';
import { Rail } from './Rail.tsx';
import { RoomGuard } from './RoomGuard.tsx';
import { TopBar } from './TopBar.tsx';
import { UnsavedNotice } from './UnsavedNotice.tsx';

const FIRST = ROOMS[0];
/** How often it is asked what day it is, in milliseconds: a window may stay open over night. */
const NEW_DAY_WITHIN = 60_000;

/** What stands around the rooms while a vault is open: rail, top bar, palette, keys, notices. */
export function Frame({ state }: { state: Output<'vault.state'> }) {
  const t = useT('app');
  const place = usePlace();
  const [sheet, setSheet] = useState<'keys' | 'palette' | null>(null);
  useEverywhere({ onKeys: () => setSheet('keys'), onPalette: () => setSheet('palette') });
  useEffect(() => listenForShortcuts(), []);
  useEffect(() => subscribe('app.action', ({ id }) => fromMenu(id)), []);
  useEffect(() => {
    const timer = setInterval(() => void refreshState(), NEW_DAY_WITHIN);
    return () => clearInterval(timer);
  }, []);
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
        {!state.isSample && state.readOnly === null && <BackupNotice />}
        {state.readOnly === null && <UnsavedNotice />}
        <main className={styles.room} id="room" tabIndex={-1} aria-label={t(`room.${room.id}`)}>
          <RoomGuard key={room.id}>
            <Suspense
              fallback={
                <div className={styles.loading}>
                  <Waiting />
                </div>
              }
            >
              <room.View />
            </Suspense>
          </RoomGuard>
        </main>
        <Jobs />
      </div>
      {sheet === 'palette' && <Palette onClose={() => setSheet(null)} />}
      {sheet === 'keys' && <KeysSheet onClose={() => setSheet(null)} />}
    </div>
  );
}

/** What was chosen in the system's menu. Undo in a text field is the field's own. */
function fromMenu(id: string) {
  if ((id === 'undo' || id === 'redo') && isTextField(document.activeElement)) document.execCommand(id);
  else runAction(id);
}
