import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Output } from '#shared/contract/index.ts';
import { FilingChecks } from './FilingChecks.tsx';
import { NextDates } from './NextDates.tsx';
import styles from './OverviewTab.module.css';
import { ProceduralMap } from './ProceduralMap.tsx';
import { PublicClaims } from './PublicClaims.tsx';
import { StatusNote } from './StatusNote.tsx';

/** The matter at a glance: its status as a headnote, the procedural map, and what is next beside them. */
export default function OverviewTab({ matter }: { matter: Output<'matters.get'> }) {
  const t = useT('matters');
  const { data: state } = useCall('vault.state', {});
  if (!state) return <Reading inPage />;
  return (
    <div className={styles.overview}>
      <div className={styles.main}>
        <StatusNote matterId={matter.id} today={state.today} />
        <ProceduralMap matterId={matter.id} pack={matter.pack} today={state.today} />
        <PublicClaims matterId={matter.id} today={state.today} />
        {matter.summary && (
          <Section title={t('field.summary')}>
            <p className={styles.summary}>{matter.summary}</p>
          </Section>
        )}
        {matter.notes && (
          <Section title={t('field.notes')}>
            <p className={styles.summary}>{matter.notes}</p>
          </Section>
        )}
      </div>
      <aside className={styles.margin}>
        <NextDates matterId={matter.id} today={state.today} />
        <FilingChecks matterId={matter.id} />
      </aside>
    </div>
  );
}
