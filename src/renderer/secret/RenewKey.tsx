import { useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCommand } from '#renderer/app/query.ts';
import { KeyProof } from '#renderer/rooms/welcome/KeyProof.tsx';
import { Form } from '#renderer/ui/Form.tsx';
import { close } from './close.ts';
import { PassphraseField, usePassphrase } from './PassphraseField.tsx';
import { Sheet } from './Sheet.tsx';

/** Makes a new recovery key, shows it once, and has two groups of it typed from the new sheet. */
export function RenewKey({ name, today }: { name: string; today: string }) {
  const t = useT('settings');
  const renew = useCommand('vault.renewRecoveryKey');
  const passphrase = usePassphrase();
  const [recoveryKey, setKey] = useState<string | null>(null);
  if (recoveryKey !== null)
    return (
      // It is shown once: nothing but the proof, or the end of the window, leads away.
      <Sheet title={t('vault.newKey')} isHeld>
        <KeyProof recoveryKey={recoveryKey} name={name} day={formatDay(today)} onProven={close} />
      </Sheet>
    );
  const submit = () => {
    if (passphrase.value === '') return;
    void renew.run({ passphrase: passphrase.value }).then((made) => {
      passphrase.set('');
      setKey(made.recoveryKey);
    });
  };
  return (
    <Sheet title={t('vault.renewTitle')} isHeld={renew.busy}>
      <Form
        onSubmit={submit}
        onCancel={close}
        submitLabel={t('vault.renewDo')}
        busy={renew.busy}
        problem={renew.problem?.field === 'passphrase' ? null : renew.problem}
      >
        <p>{t('vault.renewText')}</p>
        <PassphraseField label={t('vault.current')} secret={passphrase} problem={renew.problem} />
      </Form>
    </Sheet>
  );
}
