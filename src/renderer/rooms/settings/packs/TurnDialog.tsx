import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Output } from '#shared/contract/index.ts';
import { Moves } from './Moves.tsx';
import styles from './Packs.module.css';

const WORDS = {
  on: { title: 'turnOn', action: 'turnOnDo', done: 'turnedOn' },
  off: { title: 'turnOff', action: 'turnOffDo', done: 'turnedOff' },
  removed: { title: 'removeTitle', action: 'remove', done: 'removed' },
} as const;

/** Switches a pack on or off or removes it, after it was seen which deadlines move. */
export function TurnDialog({
  pack: { id, title },
  to,
  onClose,
}: {
  pack: Output<'packs.own'>[number];
  to: keyof typeof WORDS;
  onClose(): void;
}) {
  const t = useT('packs');
  const words = useWords();
  const { data: moves } = useCall('packs.moves', { id, to });
  const enable = useAct('packs.enable', { done: t(WORDS[to].done) });
  const remove = useAct('packs.remove', { done: t('removed') });
  const problem = to === 'removed' ? remove.problem : enable.problem;
  const act = () =>
    void (to === 'removed' ? remove.run({ id }) : enable.run({ id, enabled: to === 'on' })).then(onClose);
  if (!moves) return null;
  return (
    <Dialog title={t(WORDS[to].title, { title })} size="medium" isOpen onClose={onClose}>
      <div className={styles.dialog}>
        <Moves moves={moves} />
        {problem && (
          <Notice tone="danger" title={problem.message}>
            {problem.hint}
          </Notice>
        )}
        <div className={styles.buttons}>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            variant={to === 'removed' ? 'danger' : 'primary'}
            autoFocus
            isBusy={enable.busy || remove.busy}
            onPress={act}
          >
            {t(WORDS[to].action)}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
