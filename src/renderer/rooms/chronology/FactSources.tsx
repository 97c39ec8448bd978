import type { T } from '#renderer/app/i18n.ts';
import { EvidenceChip, type Exhibit } from '#renderer/rooms/exhibits/EvidenceChip.tsx';
import type { Fact } from './dates.ts';
import styles from './FactList.module.css';

/** What a fact rests on, as chips; a source whose note says that it contradicts is shown as one that does. */
export function FactSources({ t, fact, exhibits }: { t: T; fact: Fact; exhibits: readonly Exhibit[] }) {
  return (
    <span className={styles.sources}>
      {fact.sources.map(({ id, exhibitId, label, pin, note }) => (
        <EvidenceChip
          key={id}
          matterId={fact.matterId}
          exhibit={exhibits.find((each) => each.id === exhibitId)}
          exhibitId={exhibitId}
          label={label}
          pin={pin ?? (exhibitId === null ? '' : null)}
          contradicts={note?.toLowerCase().startsWith('contradict') ? t('contradicts') : undefined}
        />
      ))}
    </span>
  );
}
