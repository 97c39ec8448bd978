import { useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { useCommand } from '#renderer/app/query.ts';
import { useSecret } from '#renderer/app/secret.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { Cover } from './Cover.tsx';
import styles from './Unlock.module.css';
import { useDelay } from './use-delay.ts';

/** Opens a vault by its passphrase or its recovery key. */
export function Unlock(props: { dir: string; name: string; reason: string; onOther(): void; onOpen(): void }) {
  const { dir, name, reason, onOther, onOpen } = props;
  const t = useT('welcome');
  const [byKey, setByKey] = useState(false);
  const secret = useSecret();
  const delay = useDelay(dir);
  const [capsLock, setCapsLock] = useState(false);
  const unlock = useCommand('vault.unlock');
  const problem = unlock.problem;
  const submit = ({ readOnly = false } = {}) => {
    if (secret.value === '' || unlock.busy || delay.seconds > 0) return;
    void unlock
      .run({ dir, readOnly, ...(byKey ? { recoveryKey: secret.value } : { passphrase: secret.value }) })
      .then(onOpen)
      .finally(delay.ask);
  };
  // How long to wait is said by the line that counts down.
  const said =
    problem && problem.code !== 'too-many-tries'
      ? [problem.message, problem.hint].filter(Boolean).join(' ')
      : undefined;
  const other = () => {
    setByKey(!byKey);
    secret.set('');
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
          value={secret.value}
          onChange={secret.set}
          secret={!byKey}
          mono={byKey}
          dir="ltr"
          error={secret.wasForgotten ? t('lock.forgotten') : said}
          autoFocus
        />
        <p className={styles.caps} role="status">
          {capsLock && !byKey && (
            <>
              <Mark name="objection" /> {t('lock.capsLock')}
            </>
          )}
        </p>
        {delay.seconds > 0 && (
          <p className={styles.delay} role="timer">
            <Mark name="objection" />
            {t('lock.delay', { count: delay.seconds, tries: delay.count })}
          </p>
        )}
        <div className={styles.open}>
          <Button
            variant="primary"
            type="submit"
            isBusy={unlock.busy}
            isDisabled={secret.value === '' || delay.seconds > 0}
          >
            {unlock.busy ? t('lock.opening') : t('lock.open')}
          </Button>
        </div>
        <div className={styles.others}>
          {(problem?.code === 'vault-in-use' || problem?.code === 'cannot-lock') && (
            <Button onPress={() => submit({ readOnly: true })} isDisabled={secret.value === '' || unlock.busy}>
              {t('lock.openReadOnly')}
            </Button>
          )}
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
