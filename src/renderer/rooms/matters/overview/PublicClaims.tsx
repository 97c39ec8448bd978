import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { RecordSection } from '#renderer/forms/RecordSection.tsx';
import { useCopy } from '#renderer/leakcheck/use-copy.ts';
import { nameOf } from '#renderer/rooms/proceedings/names.ts';
import { Badge } from '#renderer/ui/Badge.tsx';
import { claimForm } from '../forms.ts';
import styles from './OverviewTab.module.css';

const TONES = { matches: 'ok', 'does-not-match': 'danger', 'not-tested': 'plain' } as const;

/** What was said in public, each beside what the record showed on that day. */
export function PublicClaims({ matterId, today }: { matterId: string; today: string }) {
  const t = useT('matters');
  const { data: claims } = useCall('claims.list', { matterId });
  const { data: proceedings } = useCall('proceedings.list', { matterId });
  const { data: exhibits } = useCall('exhibits.list', { matterId });
  const copy = useCopy(t('claim.copied'));
  if (!claims || !proceedings || !exhibits) return null;
  const rows = claims.map(({ claim, ...beside }) => ({ ...claim, ...beside }));
  return (
    <>
      <RecordSection
        id="claims"
        words={{
          title: t('claim.title'),
          add: t('claim.add'),
          edit: t('claim.edit'),
          added: t('claim.added'),
          edited: t('claim.edited'),
          removed: t('claim.removed'),
          none: t('claim.none'),
        }}
        calls={{ add: 'claims.add', edit: 'claims.edit', remove: 'claims.remove' }}
        rows={rows}
        nameOf={({ words }) => words}
        columns={[
          {
            id: 'words',
            heading: t('claim.words'),
            width: '38%',
            cell: ({ words, saidBy, place, saidOn }) => (
              <>
                <q className={styles.quoted}>{words}</q>
                <span className={styles.line}>{t('claim.by', { who: saidBy, place, day: formatDay(saidOn) })}</span>
              </>
            ),
          },
          {
            id: 'record',
            heading: t('claim.record'),
            cell: ({ record }) => <span className={styles.recorded}>{record}</span>,
          },
          {
            id: 'verdict',
            heading: t('claim.verdict'),
            width: '22%',
            cell: ({ verdict, reasons }) => (
              <>
                <Badge tone={TONES[verdict]}>{t(`claim.${verdict}`)}</Badge>
                {reasons.map((reason) => (
                  <span key={reason} className={styles.line}>
                    {reason}
                  </span>
                ))}
              </>
            ),
          },
        ]}
        form={() =>
          claimForm(
            t,
            proceedings.map((each) => ({ id: each.id, label: nameOf(each) })),
            exhibits.map(({ id, title }) => ({ id, label: title })),
          )
        }
        given={{ saidOn: today }}
        fixed={{ matterId }}
        more={() => [{ id: 'copy', label: t('claim.copy'), icon: 'copy' }]}
        onMore={(_, { beside }) => copy.run({ matterIds: [matterId], text: beside, audience: 'public' })}
      />
      {copy.dialog}
    </>
  );
}
