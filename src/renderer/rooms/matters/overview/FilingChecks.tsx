import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { grouped, SEVERITY_MARK, standing } from '#renderer/rooms/proceedings/checks/findings.ts';
import { nameOf } from '#renderer/rooms/proceedings/names.ts';
import { look } from '#renderer/rooms/proceedings/place.ts';
import { Mark } from '#renderer/ui/Mark.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './OverviewTab.module.css';

type Proceeding = Output<'proceedings.map'>['proceedings'][number];

/** What would sink or delay the filings that are being made: those of drafts that are not filed, and of what is yet to be filed. */
export function FilingChecks({ matterId }: { matterId: string }) {
  const t = useT('matters');
  const { data: map } = useCall('proceedings.map', { matterId });
  const { data: drafts } = useCall('drafts.list', { matterId });
  if (!map || !drafts) return null;
  const hasDraft = (id: string) =>
    drafts.some(({ proceedingId, state }) => proceedingId === id && (state === 'draft' || state === 'signed'));
  const asked = map.proceedings.filter(
    ({ id, side, filedOn, numberText }) =>
      side === 'ours' && (hasDraft(id) || (filedOn === null && numberText === null)),
  );
  if (asked.length === 0) return null;
  return (
    <Section title={t('checks.title')} count={asked.length}>
      {asked.map((proceeding) => (
        <CheckOf key={proceeding.id} proceeding={proceeding} />
      ))}
    </Section>
  );
}

function CheckOf({ proceeding }: { proceeding: Proceeding }) {
  const t = useT('matters');
  const { data: check } = useCall('checks.run', { proceedingId: proceeding.id });
  if (!check) return <Reading />;
  const counts = standing(check.findings);
  const groups = grouped(check.findings).filter(({ id }) => counts[id] > 0);
  return (
    <>
      <button type="button" className={styles.go} onClick={() => look(proceeding.matterId, proceeding.id, 'check')}>
        <bdi>{check.draftTitle ?? nameOf(proceeding)}</bdi>
      </button>
      <ul className={styles.checks}>
        {groups.map(({ id, findings }) => (
          <li key={id}>
            <Mark name={SEVERITY_MARK[id]} />
            <span>
              <b>{t(`checks.${id}`, { count: counts[id] })}</b>
              <span className={styles.detail}>
                {findings
                  .filter(({ waived }) => waived === null)
                  .slice(0, 3)
                  .map(({ title }) => title)
                  .join(', ')}
              </span>
            </span>
          </li>
        ))}
        <li>
          <Mark name="clear" />
          <span>{t('checks.clear', { count: check.clear.length })}</span>
        </li>
      </ul>
    </>
  );
}
