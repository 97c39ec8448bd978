import { useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { RecordDialog } from '#renderer/forms/RecordDialog.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { toast } from '#renderer/ui/toast.ts';
import { Passwords } from './Passwords.tsx';

/** Keeps the bundle as it is served; files that are locked are opened by their passwords, which are kept nowhere. */
export function FreezeDialog({ id, onClose }: { id: string; onClose(): void }) {
  const t = useT('bundles');
  const { data: vault } = useCall('vault.state', {});
  const { data: locked } = useCall('bundles.locked', { id });
  const freeze = useAct('bundles.freeze');
  const [passwords, setPasswords] = useState<Readonly<Record<string, string>>>({});
  const [isWithout, setWithout] = useState(false);
  if (!vault || !locked) return null;
  const { files } = locked;
  const save = async (servedOn: string | null, note: string | null) => {
    const given = Object.fromEntries(Object.entries(passwords).filter(([, typed]) => typed !== ''));
    const { number, pages, sha256, skipped } = await freeze.run({
      id,
      servedOn,
      note,
      ...(files.length > 0 ? { passwords: given, withoutLocked: isWithout } : {}),
    });
    const [first, ...more] = skipped;
    const kept = t('frozen', { number, pages, hash: sha256.slice(0, 16) });
    if (first)
      toast.show({
        message: `${kept} ${t('frozenWithout', { file: first.file, count: more.length })}`,
        tone: 'danger',
      });
    else toast.show({ message: kept, tone: 'ok' });
    onClose();
  };
  return (
    <RecordDialog
      title={t('freezeTitle')}
      size="small"
      sections={[
        {
          fields: [
            { name: 'servedOn', kind: 'date', label: t('freezeOn') },
            { name: 'note', kind: 'text', label: t('freezeNote') },
          ],
        },
      ]}
      initial={{ servedOn: vault.today, note: null }}
      submitLabel={t('freeze')}
      busy={freeze.busy}
      problem={freeze.problem}
      note={() => (
        <>
          <Passwords files={files} typed={passwords} onChange={setPasswords} hint={t('freezePasswordHint')} />
          {files.length > 0 && <Checkbox label={t('freezeWithout')} isSelected={isWithout} onChange={setWithout} />}
          <Notice tone="info">{t('freezeText')}</Notice>
        </>
      )}
      onSave={({ servedOn, note }) =>
        // The dialog shows the problem.
        void save(servedOn as string | null, note as string | null).catch(() => {})
      }
      onClose={onClose}
    />
  );
}
