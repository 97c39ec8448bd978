import { useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { useCommand } from '#renderer/app/query.ts';
import { useSecret } from '#renderer/app/secret.ts';
import { STRONG_ENOUGH, Strength, useStrength } from '#renderer/rooms/welcome/Strength.tsx';
import { Form } from '#renderer/ui/Form.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { close } from './close.ts';
import { PassphraseField, usePassphrase } from './PassphraseField.tsx';
import { Sheet } from './Sheet.tsx';

/** The passphrase of now, and the next one twice. The system asks once more before it is changed. */
export function ChangePassphrase() {
  const t = useT('settings');
  const welcome = useT('welcome');
  const current = usePassphrase();
  const next = useSecret();
  const again = useSecret();
  const [isChecked, setChecked] = useState(false);
  const judged = useStrength(next.value);
  const change = useCommand('vault.changePassphrase');
  const isWeak = judged === null || judged.score < STRONG_ENOUGH;
  const differs = again.value !== next.value;
  const submit = () => {
    setChecked(true);
    if (current.value === '' || isWeak || differs) return;
    void change.run({ current: current.value, next: next.value }).then(close);
  };
  const nextError = () => {
    if (next.wasForgotten || again.wasForgotten) return welcome('lock.forgotten');
    return isChecked && isWeak ? t('vault.tooWeak') : undefined;
  };
  return (
    <Sheet title={t('vault.changeTitle')} isHeld={change.busy}>
      <Form
        onSubmit={submit}
        onCancel={close}
        submitLabel={t('vault.changeDo')}
        busy={change.busy}
        problem={change.problem?.field === 'current' ? null : change.problem}
      >
        <PassphraseField label={t('vault.current')} secret={current} problem={change.problem} field="current" />
        <TextField
          label={t('vault.next')}
          value={next.value}
          onChange={next.set}
          error={nextError()}
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
    </Sheet>
  );
}
