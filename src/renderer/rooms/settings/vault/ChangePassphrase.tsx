import { useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { queries, useCommand } from '#renderer/app/query.ts';
import { useSecret } from '#renderer/app/secret.ts';
import { STRONG_ENOUGH, Strength, useStrength } from '#renderer/rooms/welcome/Strength.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Form } from '#renderer/ui/Form.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { toast } from '#renderer/ui/toast.ts';

/** The passphrase of now, and the next one twice. The system asks once more before it is changed. */
export function ChangePassphrase({ onClose }: { onClose(): void }) {
  const t = useT('settings');
  const welcome = useT('welcome');
  const current = useSecret();
  const next = useSecret();
  const again = useSecret();
  const [isChecked, setChecked] = useState(false);
  const judged = useStrength(next.value);
  const change = useCommand('vault.changePassphrase');
  const wrong = change.problem?.field === 'current' ? change.problem : null;
  const isWeak = judged === null || judged.score < STRONG_ENOUGH;
  const differs = again.value !== next.value;
  const wasForgotten = current.wasForgotten || next.wasForgotten || again.wasForgotten;
  const submit = () => {
    setChecked(true);
    if (current.value === '' || isWeak || differs) return;
    void change.run({ current: current.value, next: next.value }).then(() => {
      toast.show({ message: t('vault.changed'), tone: 'ok' });
      void queries.invalidateQueries({ queryKey: ['vault.info'] });
      onClose();
    });
  };
  return (
    <Dialog title={t('vault.changeTitle')} isOpen onClose={onClose} size="small">
      <Form
        onSubmit={submit}
        onCancel={onClose}
        submitLabel={t('vault.changeDo')}
        busy={change.busy}
        problem={wrong ? null : change.problem}
      >
        <TextField
          label={t('vault.current')}
          value={current.value}
          onChange={current.set}
          error={wasForgotten ? welcome('lock.forgotten') : wrong?.message}
          secret
          dir="ltr"
          autoFocus
        />
        <TextField
          label={t('vault.next')}
          value={next.value}
          onChange={next.set}
          error={isChecked && !wasForgotten && isWeak ? t('vault.tooWeak') : undefined}
          secret
          dir="ltr"
        />
        <Strength judged={judged} />
        <TextField
          label={t('vault.again')}
          value={again.value}
          onChange={again.set}
          error={isChecked && differs ? t('vault.differs') : undefined}
          secret
          dir="ltr"
        />
        <p>{t('vault.oldCopies')}</p>
      </Form>
    </Dialog>
  );
}
