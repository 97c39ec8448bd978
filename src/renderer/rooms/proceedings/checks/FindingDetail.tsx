import { useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct } from '#renderer/app/query.ts';
import { RecordDialog } from '#renderer/forms/RecordDialog.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import { Citation } from '../trace/Citation.tsx';
import styles from './FilingCheck.module.css';
import { type Finding, SEVERITY_MARK } from './findings.ts';
import { useFix } from './use-fix.ts';

/** One finding in full: the definition part by part, the paragraph to write, the source; and letting it stand, with a reason. */
export function FindingDetail({
  finding,
  matterId,
  proceedingId,
  draftId,
  pack,
}: {
  finding: Finding;
  matterId: string;
  proceedingId: string;
  draftId: string | null;
  pack: string;
}) {
  const t = useT('proceedings');
  const fix = useFix({ matterId, proceedingId, draftId });
  const [isWaiving, setWaiving] = useState(false);
  const waive = useAct('checks.waive', { done: t('check.waived') });
  const unwaive = useAct('checks.unwaive', { done: t('check.restored') });
  const copy = useAct('clipboard.copy', { done: t('check.copied') });
  const { definition, waived } = finding;
  const paragraph = finding.fix?.paragraph;
  return (
    <aside className={styles.detail} aria-label={finding.title}>
      <p className={`${styles.severity} ${styles[finding.severity]}`}>
        <Mark name={SEVERITY_MARK[finding.severity]} />
        {t(`check.group.${finding.severity}`)}
        <span className={styles.code}>{finding.check}</span>
      </p>
      <h3 className={styles.detailTitle}>{finding.title}</h3>
      <p className={styles.reading}>{finding.message}</p>
      {definition && <Definition definition={definition} />}
      {paragraph && (
        <>
          <h4 className={styles.small}>{t('check.paragraph')}</h4>
          <p className={styles.paragraph}>{paragraph}</p>
        </>
      )}
      <div className={styles.buttons}>
        {finding.fix && !waived && (
          <Button variant="primary" onPress={() => fix(finding.fix!)}>
            {finding.fix.label}
          </Button>
        )}
        {paragraph && (
          <Button icon="copy" onPress={() => void copy.run({ text: paragraph, secret: false })}>
            {t('check.copy')}
          </Button>
        )}
        {waived ? (
          <Button variant="quiet" onPress={() => void unwaive.run({ proceedingId, finding: finding.id })}>
            {t('check.restore')}
          </Button>
        ) : (
          <Button variant="quiet" onPress={() => setWaiving(true)}>
            {t('check.waive')}
          </Button>
        )}
      </div>
      <p className={styles.source}>
        <Citation citation={finding.citation} confidence={finding.confidence} />
        <span>{t('check.source', { pack, day: formatDay(finding.lastChecked) })}</span>
      </p>
      {isWaiving && (
        <RecordDialog
          title={t('check.waiveTitle', { title: finding.title })}
          sections={[
            { fields: [{ name: 'reason', kind: 'text', lines: 2, label: t('check.reason'), required: true }] },
          ]}
          initial={{ reason: null }}
          submitLabel={t('check.waiveAction')}
          busy={waive.busy}
          problem={waive.problem}
          size="small"
          onSave={({ reason }) =>
            void waive
              .run({ proceedingId, finding: finding.id, reason: reason as string })
              .then(() => setWaiving(false))
              .catch(() => {})
          }
          onClose={() => setWaiving(false)}
        />
      )}
    </aside>
  );
}

function Definition({ definition }: { definition: NonNullable<Finding['definition']> }) {
  const t = useT('proceedings');
  return (
    <>
      <h4 className={styles.small}>
        {definition.title}, <bdi>{definition.citation}</bdi>
      </h4>
      <table className={styles.parts}>
        <thead>
          <tr>
            <th scope="col">{t('check.part')}</th>
            <th scope="col">{t('check.fact')}</th>
            <th scope="col">{t('check.exhibit')}</th>
          </tr>
        </thead>
        <tbody>
          {definition.parts.map(({ part, fact, exhibit, met }) => (
            <tr key={part} className={met ? undefined : styles.unmet}>
              <td>{part}</td>
              <td>{fact ?? <b>{t('check.notStated')}</b>}</td>
              <td>{exhibit ?? t('check.none')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
