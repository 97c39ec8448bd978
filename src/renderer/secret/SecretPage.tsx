import { useMemo } from 'react';
import { kitLocale, useT } from '#renderer/app/i18n.ts';
import { kitWords } from '#renderer/app/kit-words.ts';
import { useCall } from '#renderer/app/query.ts';
import { useLook } from '#renderer/app/theme.ts';
import { KitProvider } from '#renderer/ui/words.tsx';
import { AskPassphrase } from './AskPassphrase.tsx';
import { ChangePassphrase } from './ChangePassphrase.tsx';
import { DeleteVault } from './DeleteVault.tsx';
import { Drill } from './Drill.tsx';
import { RenewKey } from './RenewKey.tsx';

/** One question, in a window and a process of its own: what is typed and shown here never reaches the case files’ page. */
export function SecretPage({ purpose, about }: { purpose: string; about: string }) {
  const locale = useLook(true);
  const t = useT('app');
  const words = useMemo(() => kitWords(t), [t]);
  const { data: state } = useCall('vault.state', {});
  if (!state || locale === null) return null;
  return (
    <KitProvider locale={kitLocale()} words={words}>
      <Question purpose={purpose} about={about} name={state.vault?.name ?? ''} today={state.today} />
    </KitProvider>
  );
}

function Question({ purpose, about, name, today }: { purpose: string; about: string; name: string; today: string }) {
  const t = useT('settings');
  switch (purpose) {
    case 'passphrase':
      return <ChangePassphrase />;
    case 'recovery':
      return <RenewKey name={name} today={today} />;
    case 'drill':
      return <Drill name={about} />;
    case 'slot':
      return (
        <AskPassphrase
          title={t('vault.removeTitle')}
          text={t('vault.removeText')}
          submitLabel={t('vault.removeDo')}
          call="vault.removeSlot"
          about={about}
        />
      );
    case 'export':
      return (
        <AskPassphrase
          title={t('exit.title')}
          text={t('exit.warning')}
          submitLabel={t('exit.action')}
          call="vault.exportAll"
        />
      );
    case 'delete':
      return <DeleteVault name={name} />;
    default:
      return null;
  }
}
