import { useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { queries, useCall, useCommand } from '#renderer/app/query.ts';
import { KeyProof } from '#renderer/rooms/welcome/KeyProof.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { toast } from '#renderer/ui/toast.ts';
import { AskPassphrase } from './AskPassphrase.tsx';

/** Makes a new recovery key, shows it once, and has two groups of it typed from the new sheet. */
export function RenewKey({ name, onClose }: { name: string; onClose(): void }) {
  const t = useT('settings');
  const { data: state } = useCall('vault.state', {});
  const renew = useCommand('vault.renewRecoveryKey');
  const [recoveryKey, setKey] = useState<string | null>(null);
  if (recoveryKey === null || !state)
    return (
      <AskPassphrase
        title={t('vault.renewTitle')}
        text={t('vault.renewText')}
        submitLabel={t('vault.renewDo')}
        busy={renew.busy}
        problem={renew.problem}
        onGiven={(passphrase) => void renew.run({ passphrase }).then((made) => setKey(made.recoveryKey))}
        onClose={onClose}
      />
    );
  const done = () => {
    toast.show({ message: t('vault.renewed'), tone: 'ok' });
    void queries.invalidateQueries({ queryKey: ['vault.info'] });
    onClose();
  };
  return (
    // It is shown once: nothing but the proof, or the close of the dialog after it, leads away.
    <Dialog title={t('vault.newKey')} isOpen onClose={() => {}} role="alertdialog">
      <KeyProof recoveryKey={recoveryKey} name={name} day={formatDay(state.today)} onProven={done} />
    </Dialog>
  );
}
