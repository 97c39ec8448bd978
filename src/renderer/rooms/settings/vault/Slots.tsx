import { useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import type { Output } from '#shared/contract/index.ts';
import { ChangePassphrase } from './ChangePassphrase.tsx';
import { RenewKey } from './RenewKey.tsx';
import styles from './Slots.module.css';

type Info = Output<'vault.info'>;
type Slot = Info['slots'][number];

/** The ways to open the vault, each with what can be done about it. */
export function Slots({ info, isReadOnly }: { info: Info; isReadOnly: boolean }) {
  const t = useT('settings');
  const [dialog, setDialog] = useState<'passphrase' | 'recovery' | null>(null);
  const how = ({ kind }: Slot) =>
    kind === 'passphrase'
      ? t('vault.passphraseHow', { memory: (info.kdf?.memoryKiB ?? 0) / 1024, passes: info.kdf?.passes ?? 0 })
      : t(`vault.${kind}How`);
  const action = ({ kind }: Slot) => {
    if (isReadOnly || kind === 'os') return null;
    return (
      <Button size="small" onPress={() => setDialog(kind)}>
        {t(kind === 'passphrase' ? 'vault.change' : 'vault.renew')}
      </Button>
    );
  };
  return (
    <Section title={t('vault.slots')} note={t('vault.slotsNote')}>
      <Table
        label={t('vault.slots')}
        columns={[
          {
            id: 'slot',
            heading: t('vault.slot'),
            width: 178,
            cell: (slot: Slot) => <b className={styles.name}>{t(`vault.kind.${slot.kind}`)}</b>,
          },
          { id: 'how', heading: t('vault.how'), cell: how },
          {
            id: 'since',
            heading: t('vault.since'),
            width: 120,
            cell: ({ createdAt }: Slot) => formatDay(createdAt.slice(0, 10)),
          },
          { id: 'action', heading: '', width: 110, align: 'end', cell: action },
        ]}
        rows={info.slots}
        keyOf={({ id }) => id}
      />
      {dialog === 'passphrase' && <ChangePassphrase onClose={() => setDialog(null)} />}
      {dialog === 'recovery' && <RenewKey name={info.name} onClose={() => setDialog(null)} />}
    </Section>
  );
}
