import { useState } from 'react';
import { formatBytes } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall, useCommand } from '#renderer/app/query.ts';
import { Form } from '#renderer/ui/Form.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { close } from './close.ts';
import { PassphraseField, usePassphrase } from './PassphraseField.tsx';
import { Sheet } from './Sheet.tsx';

/** Deletes the vault: its name is typed, and its passphrase; the system asks once more. */
export function DeleteVault({ name }: { name: string }) {
  const t = useT('settings');
  const { data: info } = useCall('vault.info', {});
  const passphrase = usePassphrase();
  const [typed, setTyped] = useState('');
  const [isChecked, setChecked] = useState(false);
  const act = useCommand('vault.delete');
  const isNamed = typed.trim() === name;
  const submit = () => {
    setChecked(true);
    if (!isNamed || passphrase.value === '') return;
    // Once it is done the window is gone with the vault.
    void act.run({ passphrase: passphrase.value });
  };
  return (
    <Sheet title={t('delete.title')} isHeld={act.busy}>
      <Form
        onSubmit={submit}
        onCancel={close}
        submitLabel={t('delete.action')}
        busy={act.busy}
        problem={act.problem?.field === 'passphrase' ? null : act.problem}
      >
        <p>{t('delete.warning')}</p>
        {info && (
          <p>
            <bdi dir="ltr">{info.dir}</bdi>, {formatBytes(info.databaseBytes + info.blobBytes)}
          </p>
        )}
        <PassphraseField label={t('vault.current')} secret={passphrase} problem={act.problem} />
        <TextField
          label={t('delete.name', { name })}
          value={typed}
          onChange={setTyped}
          error={isChecked && !isNamed ? t('delete.notTheName') : undefined}
        />
      </Form>
    </Sheet>
  );
}
