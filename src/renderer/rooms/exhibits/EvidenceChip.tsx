import { go } from '#renderer/app/place.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Icon, type IconName } from '#renderer/ui/Icon.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './EvidenceChip.module.css';

export type Exhibit = Output<'exhibits.list'>[number];

const ICONS: Record<string, IconName> = {
  pdf: 'file',
  image: 'image',
  text: 'draft',
  word: 'draft',
  mail: 'mail',
  audio: 'audio',
  video: 'video',
};

export const iconOf = (exhibit: Pick<Exhibit, 'kind' | 'files'> | undefined): IconName =>
  ICONS[exhibit?.files[0]?.kind ?? exhibit?.kind ?? ''] ?? 'exhibit';

/** Mark, then pin-cite; it opens the exhibit. One that contradicts says so in words, in colour and by its drawing. */
export function EvidenceChip({
  matterId,
  exhibit,
  exhibitId,
  label,
  pin,
  contradicts,
}: {
  matterId: string;
  /** Where it is known: for its drawing and its name. */
  exhibit: Exhibit | undefined;
  exhibitId: string | null;
  label: string;
  pin: string | null;
  /** What is said before the pin where it contradicts. */
  contradicts?: string | undefined;
}) {
  const against = contradicts !== undefined;
  const said = [contradicts, pin].filter(Boolean).join(': ') || exhibit?.title || '';
  const inside = (
    <>
      <b className={styles.mark}>
        <Icon name={against ? 'contradicts' : exhibitId === null ? 'gavel' : iconOf(exhibit)} size={13} />
        <bdi>{label}</bdi>
      </b>
      {said !== '' && <bdi className={styles.pin}>{said}</bdi>}
    </>
  );
  const look = cx(styles.chip, against && styles.against, exhibit && exhibit.privilege !== 'none' && styles.protected);
  if (exhibitId === null) return <span className={look}>{inside}</span>;
  return (
    <button
      type="button"
      className={look}
      title={exhibit?.title}
      onClick={() => go({ room: 'matters', matterId, tab: 'exhibits', itemId: exhibitId })}
    >
      {inside}
    </button>
  );
}
