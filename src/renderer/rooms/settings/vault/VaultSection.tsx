import { runAction } from '#renderer/app/actions.ts';
import { formatBytes, formatDay, formatNumber } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall, useCommand } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Output } from '#shared/contract/index.ts';
import { LogMargin } from '../LogMargin.tsx';
import { SectionPage } from '../SectionPage.tsx';
import { Backups } from './Backups.tsx';
import { Exit } from './Exit.tsx';
import { Idle } from './Idle.tsx';
import { Slots } from './Slots.tsx';
import styles from './VaultSection.module.css';

/** Ways to open the vault, backups with their proof, what it holds, and what it can't do. */
export function VaultSection() {
  const t = useT('settings');
  const { data: info } = useCall('vault.info', {});
  const { data: log } = useCall('log.verify', {});
  const { data: state } = useCall('vault.state', {});
  const verify = useCommand('vault.verify');
  const checked = verify.result;
  if (!info || !state) return <Reading inPage />;
  const isReadOnly = state.readOnly !== null;
  return (
    <SectionPage
      section="vault"
      meta={
        <>
          <bdi>“{info.name}”</bdi>
          <span>{t('vault.line', { format: info.formatVersion, day: formatDay(info.createdAt.slice(0, 10)) })}</span>
          {log &&
            (log.problems.length === 0 ? (
              <Badge tone="ok">{t('vault.logWhole')}</Badge>
            ) : (
              <Badge tone="danger">{t('vault.logBroken')}</Badge>
            ))}
        </>
      }
      actions={
        <>
          <Button icon="refresh" isBusy={verify.busy} onPress={() => void verify.run({})}>
            {verify.busy ? t('vault.verifying') : t('vault.verify')}
          </Button>
          <Button icon="lock" shortcut="Ctrl+L" onPress={() => runAction('lock')}>
            {t('vault.lock')}
          </Button>
        </>
      }
      margin={<LogMargin />}
    >
      {verify.problem && (
        <Notice tone={verify.problem.code === 'cancelled' ? 'info' : 'danger'} title={verify.problem.message}>
          {verify.problem.hint}
        </Notice>
      )}
      {checked && <Checked checked={checked} />}
      <Slots info={info} isReadOnly={isReadOnly} />
      <Backups isReadOnly={isReadOnly} />
      <Section title={t('vault.facts')}>
        <Facts
          items={[
            { term: t('vault.folder'), value: <bdi dir="ltr">{info.dir}</bdi> },
            { term: t('vault.records'), value: formatBytes(info.databaseBytes) },
            {
              term: t('vault.files'),
              value: t('vault.filesHold', { count: info.blobs, size: formatBytes(info.blobBytes) }),
            },
            {
              term: t('vault.id'),
              value: (
                <bdi dir="ltr" className={styles.id}>
                  {info.vaultId}
                </bdi>
              ),
            },
          ]}
        />
      </Section>
      <Idle />
      <Exit isReadOnly={isReadOnly} />
      <section className={styles.cannot}>
        <h2 className={styles.cannotTitle}>{t('vault.cannot')}</h2>
        <p className={styles.cannotText}>{t('vault.cannotText')}</p>
      </section>
    </SectionPage>
  );
}

/** What a check of everything came to. */
function Checked({ checked: { ok, checked, problems } }: { checked: Output<'vault.verify'> }) {
  const t = useT('settings');
  const counts = {
    blobs: formatNumber(checked.blobs),
    rows: formatNumber(checked.rows),
    entries: formatNumber(checked.auditEntries),
  };
  if (ok)
    return (
      <Notice tone="ok" title={t('vault.whole')}>
        {t('vault.wholeText', counts)}
      </Notice>
    );
  return (
    <Notice tone="danger" title={t('vault.broken')}>
      <p>{t('vault.brokenText')}</p>
      <ul className={styles.problems}>
        {problems.map((problem) => (
          <li key={problem}>
            <bdi>{problem}</bdi>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
