import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { FirstRun } from './FirstRun.tsx';
import { KeyProof } from './KeyProof.tsx';

/** The last step of a new vault: its recovery key. */
export function RecoveryKey(props: { recoveryKey: string; name: string; today: string; onDone(): void }) {
  const { recoveryKey, name, today, onDone } = props;
  const t = useT('welcome');
  return (
    <FirstRun step="key" title={t('key.title')} text={t('key.text')}>
      <KeyProof recoveryKey={recoveryKey} name={name} day={formatDay(today)} onProven={onDone} />
    </FirstRun>
  );
}
