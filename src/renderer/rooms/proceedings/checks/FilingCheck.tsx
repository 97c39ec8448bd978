import { useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { formatDay, formatDayWithWeekday } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { nameOf } from '../names.ts';
import type { PartProps } from '../part-props.ts';
import { CheckedDraft } from './CheckedDraft.tsx';
import styles from './FilingCheck.module.css';
import { FindingDetail } from './FindingDetail.tsx';
import { type Finding, GROUPS, grouped, SEVERITY_MARK, standing } from './findings.ts';
import { useFix } from './use-fix.ts';

/** The filing check of a proceeding: read as the registry and the other side will, before it is filed. */
export function FilingCheck({ matter, whole, onBack }: PartProps & { onBack(): void }) {
  const t = useT('proceedings');
  const { data: drafts } = useCall('drafts.list', { matterId: matter.id });
  const own = drafts?.filter(({ proceedingId }) => proceedingId === whole.proceeding.id) ?? [];
  const [draftId, setDraft] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const { data: check, problem } = useCall('checks.run', {
    proceedingId: whole.proceeding.id,
    ...(draftId === null ? {} : { draftId }),
  });
  useActions('proceedings', [
    {
      id: 'check.back',
      label: t('backTo', { title: nameOf(whole.proceeding) }),
      icon: 'back',
      shortcut: 'Backspace',
      run: onBack,
    },
  ]);
  if (problem) return <Notice tone="danger" title={problem.message} />;
  if (!check) return <Reading inPage />;
  const groups = grouped(check.findings);
  const all = groups.flatMap(({ findings }) => findings);
  const selected = all.find(({ id }) => id === chosen) ?? all[0];
  return (
    <div className={styles.check}>
      <div className={styles.list}>
        <div className={styles.head}>
          <Button variant="quiet" size="small" icon="back" onPress={onBack}>
            {nameOf(whole.proceeding)}
          </Button>
          <CheckedDraft
            drafts={own}
            draftId={check.draftId}
            onChoose={setDraft}
            note={t('check.run', { pack: check.pack, day: formatDay(check.on) })}
          />
        </div>
        <Verdict counts={standing(check.findings)} safe={check.safe ?? check.due} />
        {groups.map((group) => (
          <section key={group.id} aria-labelledby={`check-${group.id}`}>
            <h3 id={`check-${group.id}`} className={styles.group}>
              <Mark name={SEVERITY_MARK[group.id]} size={14} />
              {t(`check.group.${group.id}`)}
              <span className={styles.count}>{group.findings.length}</span>
            </h3>
            <ul>
              {group.findings.map((finding) => (
                <FindingRow
                  key={finding.id}
                  finding={finding}
                  isChosen={finding.id === selected?.id}
                  onChoose={() => setChosen(finding.id)}
                  proceedingId={whole.proceeding.id}
                  matterId={matter.id}
                  draftId={check.draftId}
                />
              ))}
            </ul>
          </section>
        ))}
        <ClearList clear={check.clear} notAsked={check.notAsked} />
      </div>
      {selected && (
        <FindingDetail
          key={selected.id}
          finding={selected}
          matterId={matter.id}
          proceedingId={whole.proceeding.id}
          draftId={check.draftId}
          pack={check.pack}
        />
      )}
    </div>
  );
}

/** One sentence: ready or not, how many findings would do what, and how long there is. */
function Verdict({ counts, safe }: { counts: ReturnType<typeof standing>; safe: string | null }) {
  const t = useT('proceedings');
  const parts = GROUPS.filter((group) => counts[group] > 0 && group !== 'note');
  return (
    <p className={styles.verdict}>
      {t(parts.length === 0 ? 'check.ready' : 'check.notReady')}{' '}
      {parts.map((group, at) => (
        <span key={group}>
          {at > 0 && ', '}
          <span className={styles[group]}>{t(`check.verdict.${group}`, { count: counts[group] })}</span>
        </span>
      ))}
      {parts.length > 0 && '. '}
      {safe && t('check.safe', { day: formatDayWithWeekday(safe) })}
    </p>
  );
}

function FindingRow({
  finding,
  isChosen,
  onChoose,
  matterId,
  proceedingId,
  draftId,
}: {
  finding: Finding;
  isChosen: boolean;
  onChoose(): void;
  matterId: string;
  proceedingId: string;
  draftId: string | null;
}) {
  const t = useT('proceedings');
  const fix = useFix({ matterId, proceedingId, draftId });
  const { title, message, citation, check, waived } = finding;
  const look = [styles.finding, isChosen && styles.on, waived && styles.waived].filter(Boolean).join(' ');
  return (
    <li className={look}>
      <Mark name={waived ? 'waived' : SEVERITY_MARK[finding.severity]} />
      <button type="button" className={styles.what} aria-expanded={isChosen} onClick={onChoose}>
        <span className={styles.title}>{title}</span>
        <span className={styles.message}>
          {waived ? t('check.waivedBecause', { reason: waived.reason, day: formatDay(waived.on) }) : message}
        </span>
      </button>
      <span className={styles.cite}>
        <bdi>{citation}</bdi>
        <br />
        {check}
      </span>
      <span className={styles.fix}>
        {finding.fix && !waived && (
          <Button size="small" variant={isChosen ? 'primary' : 'plain'} onPress={() => fix(finding.fix!)}>
            {finding.fix.label}
          </Button>
        )}
      </span>
    </li>
  );
}

function ClearList({
  clear,
  notAsked,
}: {
  clear: readonly { check: string; title: string }[];
  notAsked: readonly { check: string; title: string; why: string }[];
}) {
  const t = useT('proceedings');
  return (
    <>
      {clear.length > 0 && (
        <section aria-labelledby="check-clear">
          <h3 id="check-clear" className={styles.group}>
            <Mark name="clear" size={14} />
            {t('check.clear')}
            <span className={styles.count}>{clear.length}</span>
          </h3>
          <ul className={styles.clear}>
            {clear.map(({ check, title }) => (
              <li key={check}>
                <Mark name="clear" />
                <span>{title}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {notAsked.length > 0 && (
        <details className={styles.notAsked}>
          <summary>{t('check.notAsked', { count: notAsked.length })}</summary>
          <ul>
            {notAsked.map(({ check, title, why }) => (
              <li key={check}>
                {title} <span className={styles.cite}>{why}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
