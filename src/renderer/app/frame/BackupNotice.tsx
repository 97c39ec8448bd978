import { useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import { ageOf } from '#renderer/rooms/settings/vault/age.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import styles from './BackupNotice.module.css';

/** A vault that is younger, in days, need not have a proven backup yet. */
const GRACE = 7;

/** Says when no backup has been proven for too long. Put away, it comes back with the next opening. */
export function BackupNotice() {
  const t = useT('settings');
  const kit = useT('app');
  const [isAway, setAway] = useState(false);
  const { data: backup } = useCall('backup.state', {});
  const { data: info } = useCall('vault.info', {});
  if (!backup || !info || isAway) return null;
  const since = ageOf(backup.lastProvenAt ?? info.createdAt, Date.now());
  const isDue = backup.lastProvenAt === null ? since.days >= GRACE : since.isOld;
  if (!isDue) return null;
  return (
    <div className={styles.notice} role="status">
      <Mark name="soon" />
      <span>{backup.lastProvenAt === null ? t('backup.neverProven') : t('backup.old', { count: since.days })}</span>
      <span className={styles.actions}>
        <Button variant="quiet" size="small" onPress={() => go({ room: 'settings', tab: 'vault' })}>
          {t('backup.look')}
        </Button>
        <Button variant="quiet" size="small" onPress={() => setAway(true)}>
          {kit('kit.dismiss')}
        </Button>
      </span>
    </div>
  );
}
