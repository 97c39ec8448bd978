import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './Slots.module.css';
import { useSecretWindow } from './use-secret-window.ts';

type Info = Output<'vault.info'>;
type Slot = Info['slots'][number];

/** The ways to open the vault, each with what can be done about it. */
export function Slots({ info, isReadOnly }: { info: Info; isReadOnly: boolean }) {
  const t = useT('settings');
  const ask = useSecretWindow();
  const how = ({ kind }: Slot) =>
    kind === 'passphrase'
      ? t('vault.passphraseHow', { memory: (info.kdf?.memoryKiB ?? 0) / 1024, passes: info.kdf?.passes ?? 0 })
      : t(`vault.${kind}How`);
  const action = ({ id, kind }: Slot) => {
    if (isReadOnly) return null;
    if (kind === 'passphrase')
      return (
        <Button size="small" onPress={() => ask('passphrase', { done: t('vault.changed') })}>
          {t('vault.change')}
        </Button>
      );
    return (
      <>
        {kind === 'recovery' && (
          <Button size="small" onPress={() => ask('recovery', { done: t('vault.renewed') })}>
            {t('vault.renew')}
          </Button>
        )}
        <Button size="small" variant="quiet" onPress={() => ask('slot', { about: id, done: t('vault.removed') })}>
          {t('vault.remove')}
        </Button>
      </>
    );
  };
  const hasKey = info.slots.some(({ kind }) => kind === 'recovery');
  return (
    <Section
      title={t('vault.slots')}
      note={t('vault.slotsNote')}
      actions={
        !isReadOnly &&
        !hasKey && (
          <Button size="small" icon="plus" onPress={() => ask('recovery', { done: t('vault.renewed') })}>
            {t('vault.renewDo')}
          </Button>
        )
      }
    >
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
          { id: 'action', heading: '', width: 190, align: 'end', cell: action },
        ]}
        rows={info.slots}
        keyOf={({ id }) => id}
      />
    </Section>
  );
}
