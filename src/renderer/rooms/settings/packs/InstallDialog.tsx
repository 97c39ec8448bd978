import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Output } from '#shared/contract/index.ts';
import { ErrorList } from './ErrorList.tsx';
import { Moves } from './Moves.tsx';
import { OwnRows } from './OwnRows.tsx';
import styles from './Packs.module.css';

/** What a pack would do, before it is installed: its errors, or its rows and the deadlines that move. */
export function InstallDialog({ files, onClose }: { files: NonNullable<Output<'packs.choose'>>; onClose(): void }) {
  const t = useT('packs');
  const words = useWords();
  const { data: preview, problem } = useCall('packs.preview', files);
  const install = useAct('packs.install', { done: t('installed') });
  if (problem) {
    return (
      <Dialog title={t('refusedTitle')} isOpen onClose={onClose}>
        <Notice tone="danger" title={problem.message}>
          {problem.hint}
        </Notice>
      </Dialog>
    );
  }
  if (!preview) return null;
  const { title, version, replaces, errors, rows, moves } = preview;
  if (errors.length > 0) {
    return (
      <Dialog title={t('refusedTitle')} size="large" isOpen onClose={onClose}>
        <Notice tone="danger" title={t('refused', { count: errors.length })}>
          <ErrorList errors={errors} />
        </Notice>
      </Dialog>
    );
  }
  return (
    <Dialog title={t('installTitle', { title, version })} size="large" isOpen onClose={onClose}>
      <div className={styles.dialog}>
        {replaces && <p className={styles.about}>{t('replaces', { version: replaces })}</p>}
        {rows.length > 0 ? <OwnRows rows={rows} /> : <p className={styles.about}>{t('noRows')}</p>}
        <Moves moves={moves} />
        {install.problem && (
          <Notice tone="danger" title={install.problem.message}>
            {install.problem.hint}
          </Notice>
        )}
        <div className={styles.buttons}>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            variant="primary"
            autoFocus
            isBusy={install.busy}
            onPress={() => void install.run(files).then(onClose)}
          >
            {t(moves.length > 0 ? 'acceptMoves' : 'accept')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
