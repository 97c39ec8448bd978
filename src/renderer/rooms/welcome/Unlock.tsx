import { useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { useCommand } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { Cover } from './Cover.tsx';
import styles from './Unlock.module.css';

/** Opens a vault by its passphrase or its recovery key. */
export function Unlock(props: { dir: string; name: string; reason: string; onOther(): void; onOpen(): void }) {
  const { dir, name, reason, onOther, onOpen } = props;
  const t = useT('welcome');
  const [byKey, setByKey] = useState(false);
  const [secret, setSecret] = useState('');
  const [capsLock, setCapsLock] = useState(false);
  const unlock = useCommand('vault.unlock');
  const problem = unlock.problem;
  const submit = () => {
    if (secret === '' || unlock.busy) return;
    void unlock.run({ dir, ...(byKey ? { recoveryKey: secret } : { passphrase: secret }) }).then(onOpen);
  };
  const other = () => {
    setByKey(!byKey);
    setSecret('');
    unlock.reset();
  };
  const foot = (
    <>
      <p>{t(`lock.reason.${reason}`)}</p>
      {reason !== 'not-opened' && <p>{t('lock.closed')}</p>}
    </>
  );
  return (
    <Cover line={name} foot={foot}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={(event) => setCapsLock(event.getModifierState('CapsLock'))}
        onKeyUp={(event) => setCapsLock(event.getModifierState('CapsLock'))}
      >
        <TextField
          key={String(byKey)}
          label={byKey ? t('lock.recoveryKey') : t('lock.passphrase')}
          hint={byKey ? t('lock.recoveryHint') : undefined}
          value={secret}
          onChange={setSecret}
          secret={!byKey}
          mono={byKey}
          dir="ltr"
          error={problem ? [problem.message, problem.hint].filter(Boolean).join(' ') : undefined}
          autoFocus
        />
        <p className={styles.caps} role="status">
          {capsLock && !byKey && (
            <>
              <Mark name="objection" /> {t('lock.capsLock')}
            </>
          )}
        </p>
        <div className={styles.open}>
          <Button variant="primary" type="submit" isBusy={unlock.busy} isDisabled={secret === ''}>
            {unlock.busy ? t('lock.opening') : t('lock.open')}
          </Button>
        </div>
        <div className={styles.others}>
          <Button variant="quiet" onPress={other}>
            {byKey ? t('lock.usePassphrase') : t('lock.useKey')}
          </Button>
          <Button variant="quiet" onPress={onOther}>
            {t('lock.other')}
          </Button>
        </div>
      </form>
    </Cover>
  );
}
