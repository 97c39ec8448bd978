import { useEffect, useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { useDrawer } from '#renderer/app/frame/drawer.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go, usePlace } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ImportRegister } from './ImportRegister.tsx';
import { MatterList } from './MatterList.tsx';
import styles from './MattersRoom.module.css';
import { MatterView } from './MatterView.tsx';
import { NewMatterPage } from './new/NewMatterPage.tsx';

const openNew = () => go({ room: 'matters', tab: 'new' });

/** The list of matters, and the one that is open; or the page of a new one. */
export default function MattersRoom() {
  const t = useT('matters');
  const place = usePlace();
  const { data: matters } = useCall('matters.list', {});
  const { data: state } = useCall('vault.state', {});
  const { isWide } = useDrawer();
  const [dialog, setDialog] = useState<'import' | null>(null);
  useActions('matters', [
    { id: 'matters.import', label: t('import.action'), icon: 'inbox', run: () => setDialog('import') },
  ]);
  // The room opens on the matter that comes next, so that the first look is not at an empty page.
  const first = matters?.[0]?.id;
  useEffect(() => {
    if (place.matterId === undefined && place.tab !== 'new' && first !== undefined)
      go({ room: 'matters', matterId: first, tab: 'overview' });
  }, [place.matterId, place.tab, first]);
  // Beside the overview there is place for the list; the other tabs need the width, and have it as a drawer where narrow.
  const hasList = !isWide || place.matterId === undefined || (place.tab ?? 'overview') === 'overview';
  const importer = dialog === 'import' && <ImportRegister onClose={() => setDialog(null)} />;
  if (place.tab === 'new' && place.matterId === undefined) {
    return (
      <>
        {state && <NewMatterPage today={state.today} onImport={() => setDialog('import')} />}
        {importer}
      </>
    );
  }
  return (
    <div className={styles.room}>
      {matters && matters.length > 0 && hasList && (
        <MatterList matters={matters} openId={place.matterId ?? null} onNew={openNew} />
      )}
      <div className={styles.main}>
        {!matters ? (
          <Reading inPage />
        ) : matters.length === 0 ? (
          <EmptyState
            icon="folder"
            isPage
            title={t('empty.title')}
            text={t('empty.text')}
            action={
              <div className={styles.actions}>
                <Button variant="primary" onPress={openNew}>
                  {t('new')}
                </Button>
                <Button onPress={() => setDialog('import')}>{t('import.action')}</Button>
              </div>
            }
          />
        ) : (
          place.matterId !== undefined && <MatterView key={place.matterId} id={place.matterId} />
        )}
      </div>
      {importer}
    </div>
  );
}
