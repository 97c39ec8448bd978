import { formatBytes, formatNumber } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './ResultDialog.module.css';
import { inFours } from './VersionsDialog.tsx';

/** What was made: where it is, its hash, what was checked on it and what had to be left out. */
export function ResultDialog({ made, onClose }: { made: NonNullable<Output<'bundles.produce'>>; onClose(): void }) {
  const t = useT('bundles');
  return (
    <Dialog
      title={t(made.skipped.length > 0 ? 'result.skippedTitle' : 'result.title')}
      isOpen
      onClose={onClose}
      size="medium"
    >
      <Facts
        items={[
          { term: t('result.path'), value: <bdi>{made.path}</bdi> },
          { term: t('result.pages'), value: formatNumber(made.pages) },
          { term: t('result.size'), value: formatBytes(made.bytes) },
          { term: t('result.hash'), value: <code className={styles.hash}>{inFours(made.sha256)}</code> },
        ]}
      />
      {made.skipped.length > 0 && (
        <Section title={t('result.skipped')} count={made.skipped.length}>
          <ul className={styles.list}>
            {made.skipped.map(({ file, reason }) => (
              <li key={`${file} ${reason}`}>
                <Notice tone="danger" title={file}>
                  {reason}
                </Notice>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('result.checks')} count={made.checks.length}>
        <ul>
          {made.checks.map((check) => (
            <li key={check.id} className={styles.check}>
              <Mark name={check.ok ? 'clear' : 'stop'} label={t(check.ok ? 'result.passed' : 'result.failed')} />
              <code className={styles.id}>{check.id}</code>
              <span>{check.message}</span>
            </li>
          ))}
        </ul>
      </Section>
    </Dialog>
  );
}
