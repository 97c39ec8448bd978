import { useT } from '#renderer/app/i18n.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { useSetting } from '../use-setting.ts';
import styles from './Idle.module.css';

const MINUTES = [1, 5, 10, 15, 30, 60];
const USUAL = '15';

/** After how long without a key the vault is locked. */
export function Idle() {
  const t = useT('settings');
  const [minutes, setMinutes] = useSetting('idleMinutes', USUAL);
  return (
    <Section title={t('vault.locking')}>
      <div className={styles.narrow}>
        <Select
          label={t('vault.idle')}
          hint={t('vault.idleHint')}
          items={[
            ...MINUTES.map((count) => ({ id: String(count), label: t('vault.idleMinutes', { count }) })),
            { id: '0', label: t('vault.idleNever') },
          ]}
          value={minutes}
          onChange={setMinutes}
        />
      </div>
    </Section>
  );
}
