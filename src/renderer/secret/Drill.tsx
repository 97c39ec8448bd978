import { useState } from 'react';
import { formatNumber } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCommand } from '#renderer/app/query.ts';
import { useSecret } from '#renderer/app/secret.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Form } from '#renderer/ui/Form.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { RadioGroup } from '#renderer/ui/RadioGroup.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Output } from '#shared/contract/index.ts';
import { close } from './close.ts';
import styles from './Drill.module.css';
import { Sheet } from './Sheet.tsx';

/** The restore drill: the backup alone is opened, every file of it read, and what came of it written down. */
export function Drill({ name }: { name: string }) {
  const t = useT('settings');
  const welcome = useT('welcome');
  const [by, setBy] = useState<'passphrase' | 'recovery'>('passphrase');
  const secret = useSecret();
  const drill = useCommand('backup.drill');
  const submit = () => {
    if (secret.value === '') return;
    void drill.run({ name, ...(by === 'passphrase' ? { passphrase: secret.value } : { recoveryKey: secret.value }) });
  };
  return (
    <Sheet title={t('drill.title')} isHeld={drill.busy}>
      {drill.result ? (
        <>
          <Steps result={drill.result} />
          <div className={styles.foot}>
            <Button variant="primary" onPress={close} autoFocus>
              {t('drill.close')}
            </Button>
          </div>
        </>
      ) : (
        <Form
          onSubmit={submit}
          onCancel={close}
          submitLabel={t('drill.start')}
          busy={drill.busy}
          problem={drill.problem}
        >
          <p>{t('drill.text')}</p>
          <RadioGroup
            label={t('drill.by')}
            items={[
              { id: 'passphrase', label: welcome('lock.passphrase') },
              { id: 'recovery', label: welcome('lock.recoveryKey'), hint: t('drill.recoveryHint') },
            ]}
            value={by}
            onChange={(id) => {
              setBy(id === 'recovery' ? 'recovery' : 'passphrase');
              secret.set('');
            }}
          />
          <TextField
            key={by}
            label={welcome(by === 'passphrase' ? 'lock.passphrase' : 'lock.recoveryKey')}
            hint={by === 'recovery' ? welcome('lock.recoveryHint') : undefined}
            value={secret.value}
            onChange={secret.set}
            error={secret.wasForgotten ? welcome('lock.forgotten') : undefined}
            secret={by === 'passphrase'}
            mono={by === 'recovery'}
            dir="ltr"
            autoFocus
          />
        </Form>
      )}
    </Sheet>
  );
}

function Steps({ result: { ok, files, checked, problems } }: { result: Output<'backup.drill'> }) {
  const t = useT('settings');
  const steps = [
    { id: 'opened', text: t('drill.opened') },
    { id: 'files', text: t('drill.files', { count: files }) },
    { id: 'documents', text: t('drill.documents', { count: checked.blobs }) },
    {
      id: 'records',
      text: t('drill.records', { rows: formatNumber(checked.rows), entries: formatNumber(checked.auditEntries) }),
    },
  ];
  return (
    <>
      <ul className={styles.steps}>
        {steps.map(({ id, text }) => (
          <li key={id}>
            <b>
              <Mark name={ok || id === 'opened' ? 'clear' : 'objection'} /> {t(`drill.step.${id}`)}
            </b>
            {text}
          </li>
        ))}
      </ul>
      {ok ? (
        <Notice tone="ok" title={t('drill.ok')} />
      ) : (
        <Notice tone="danger" title={t('drill.bad')}>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
