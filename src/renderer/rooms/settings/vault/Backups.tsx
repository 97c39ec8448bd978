import { formatBytes, formatInstant } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall, useCommand } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { BACKUP_EVERY } from '#shared/contract/backup.ts';
import type { Output } from '#shared/contract/index.ts';
import { useSetting } from '../use-setting.ts';
import { ageOf } from './age.ts';
import styles from './Backups.module.css';
import { useSecretWindow } from './use-secret-window.ts';

type Backup = Output<'backup.state'>['backups'][number];

/** Backups: what the last proven one holds, all that lie in the folder, when they are made, and the drill. */
export function Backups({ isReadOnly }: { isReadOnly: boolean }) {
  const t = useT('settings');
  const { data: state } = useCall('backup.state', {});
  const choose = useAct('backup.chooseFolder');
  const run = useCommand('backup.run');
  const [every, setEvery] = useSetting('backupEvery', '0');
  const ask = useSecretWindow();
  if (!state) return <Reading />;
  const chooseFolder = () => void choose.run({});
  const backUp = () => void run.run({});
  return (
    <Section
      title={t('backup.title')}
      actions={
        !isReadOnly && (
          <>
            <Button onPress={chooseFolder}>{t(state.folder === null ? 'backup.choose' : 'backup.chooseOther')}</Button>
            {state.folder !== null && (
              <Button variant="primary" icon="backup" onPress={backUp} isBusy={run.busy}>
                {t(run.busy ? 'backup.running' : 'backup.run')}
              </Button>
            )}
          </>
        )
      }
    >
      <Said state={state} />
      {run.problem && (
        <Notice tone={run.problem.code === 'cancelled' ? 'info' : 'danger'} title={run.problem.message}>
          {run.problem.hint}
        </Notice>
      )}
      {run.result && run.result.problems.length > 0 && (
        <Notice tone="warn" title={t('backup.madeOfDamaged')}>
          <ul>
            {run.result.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      {state.folder !== null && (
        <>
          <p className={styles.folder}>
            {t('backup.folder')} <bdi dir="ltr">{state.folder}</bdi>
            {!state.isReachable && <Badge tone="warn">{t('backup.away')}</Badge>}
          </p>
          {state.backups.length > 0 && (
            <Table
              label={t('backup.title')}
              columns={[
                {
                  id: 'at',
                  heading: t('backup.at'),
                  width: 180,
                  cell: (each: Backup) => formatInstant(each.createdAt),
                },
                {
                  id: 'size',
                  heading: t('backup.size'),
                  numeric: true,
                  width: 90,
                  cell: ({ bytes }) => formatBytes(bytes),
                },
                { id: 'proof', heading: t('backup.proof'), cell: (each: Backup) => <Proof proof={each.proof} /> },
                {
                  id: 'drill',
                  heading: '',
                  align: 'end',
                  width: 140,
                  cell: ({ name }) => (
                    <Button size="small" onPress={() => ask('drill', { about: name })}>
                      {t('backup.drill')}
                    </Button>
                  ),
                },
              ]}
              rows={state.backups}
              keyOf={({ name }) => name}
            />
          )}
          {!isReadOnly && (
            <div className={styles.schedule}>
              <Select
                label={t('backup.every')}
                hint={t('backup.everyHint')}
                items={BACKUP_EVERY.map((id) => ({ id, label: t(`backup.days.${id}`) }))}
                value={every}
                onChange={setEvery}
              />
            </div>
          )}
        </>
      )}
    </Section>
  );
}

/** In one sentence: when a backup was last proven, and what is in none. */
function Said({ state }: { state: Output<'backup.state'> }) {
  const t = useT('settings');
  const { folder, backups, lastProvenAt, changesSince, failedAt } = state;
  const age = lastProvenAt === null ? null : ageOf(lastProvenAt, Date.now());
  return (
    <div className={styles.said}>
      <p>
        {folder === null ? (
          t('backup.none')
        ) : age === null ? (
          <span className={styles.soon}>{t(backups.length === 0 ? 'backup.noneYet' : 'backup.noneProven')}</span>
        ) : (
          <>
            {t('backup.provenAt', { at: formatInstant(lastProvenAt!) })}{' '}
            <span className={age.isOld ? styles.soon : styles.for}>
              {age.isOld ? t('backup.provenOld', { count: age.days }) : t('backup.provenWhole')}
            </span>
          </>
        )}{' '}
        {backups.length > 0 && changesSince > 0 && (
          <span className={styles.soon}>{t('backup.notInIt', { count: changesSince })}</span>
        )}
      </p>
      {failedAt !== null && (
        <Notice tone="warn" title={t('backup.failed', { at: formatInstant(failedAt) })}>
          {t('backup.failedText')}
        </Notice>
      )}
    </div>
  );
}

function Proof({ proof }: { proof: Backup['proof'] }) {
  const t = useT('settings');
  if (proof === null) return <Badge tone="later">{t('backup.notProven')}</Badge>;
  if (!proof.ok) return <Badge tone="danger">{t('backup.damaged', { at: formatInstant(proof.at) })}</Badge>;
  return <Badge tone="ok">{t(`backup.provenBy.${proof.by}`, { at: formatInstant(proof.at) })}</Badge>;
}
