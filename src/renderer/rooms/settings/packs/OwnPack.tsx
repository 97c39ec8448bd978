import { useState } from 'react';
import { formatInstant } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Switch } from '#renderer/ui/Switch.tsx';
import type { Output } from '#shared/contract/index.ts';
import { ErrorList } from './ErrorList.tsx';
import { OwnRows } from './OwnRows.tsx';
import styles from './Packs.module.css';
import { TurnDialog } from './TurnDialog.tsx';

type Own = Output<'packs.own'>[number];

/** One installed pack: what it stands over, what it changes, and what is wrong with it. */
export function OwnPack({ pack, isReadOnly }: { pack: Own; isReadOnly: boolean }) {
  const t = useT('packs');
  const [to, setTo] = useState<'on' | 'off' | 'removed' | null>(null);
  const { amends, errors, rows, enabled, matters } = pack;
  const over = amends
    ? t('amends', { pack: amends })
    : pack.extends
      ? t('extends', { pack: pack.extends })
      : t('alone');
  return (
    <Section
      title={`${pack.title} ${pack.version}`}
      note={over}
      actions={
        !isReadOnly && (
          <Button icon="trash" onPress={() => setTo('removed')}>
            {t('remove')}
          </Button>
        )
      }
    >
      <p className={styles.about}>
        <bdi>{t('from', { file: pack.fileName, at: formatInstant(pack.installedAt) })}</bdi>
        {matters > 0 && <span>{t('matters', { count: matters })}</span>}
      </p>
      {errors.length > 0 && (
        <Notice tone="danger" title={t('wrong', { count: errors.length })}>
          <ErrorList errors={errors} />
        </Notice>
      )}
      {rows.length > 0 && <OwnRows rows={rows} />}
      {rows.length === 0 && errors.length === 0 && <p className={styles.about}>{t('noRows')}</p>}
      <div className={styles.turn}>
        <Switch
          label={t('on')}
          hint={t('onHint')}
          isSelected={enabled}
          isDisabled={isReadOnly}
          onChange={(on) => setTo(on ? 'on' : 'off')}
        />
      </div>
      {to && <TurnDialog pack={pack} to={to} onClose={() => setTo(null)} />}
    </Section>
  );
}
