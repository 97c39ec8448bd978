import type { T } from '#renderer/app/i18n.ts';
import { EvidenceChip, type Exhibit } from '#renderer/rooms/exhibits/EvidenceChip.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './Accounts.module.css';

export type Point = Output<'issues.list'>[number]['points'][number];
export type Side = 'ours' | 'theirs';

/** What one side says on a point, with the evidence on it; where it says nothing, that, and what to do about it. */
export function Account({
  t,
  matterId,
  point,
  side,
  exhibits,
  onWrite,
  onEvidence,
  onPut,
}: {
  t: T;
  matterId: string;
  point: Point;
  side: Side;
  exhibits: readonly Exhibit[];
  onWrite(): void;
  onEvidence(): void;
  onPut(): void;
}) {
  const text = point[side];
  const source = side === 'ours' ? point.oursSource : point.theirsSource;
  const evidence = point.evidence.filter(({ account }) => account === side);
  const isRepeated = evidence.some(({ label, pin }) => [label, pin].filter(Boolean).join(', ') === source);
  return (
    <div className={styles.account}>
      {text ? (
        <p className={styles.text} dir="auto">
          {text}
        </p>
      ) : (
        <p className={styles.silence}>{t(side === 'ours' ? 'point.oursSilent' : 'point.theirsSilent')}</p>
      )}
      <div className={styles.evidence}>
        {source && !isRepeated && <bdi className={styles.source}>{source}</bdi>}
        {evidence.map(({ id, exhibitId, label, pin, bearing }) => (
          <EvidenceChip
            key={id}
            matterId={matterId}
            exhibit={exhibits.find((each) => each.id === exhibitId)}
            exhibitId={exhibitId}
            label={label}
            pin={pin}
            contradicts={bearing === 'contradicts' ? t('evidence.contradictsShort') : undefined}
          />
        ))}
        {!text && (
          <Button size="small" icon="edit" onPress={onWrite}>
            {t(side === 'ours' ? 'point.writeOurs' : 'point.writeTheirs')}
          </Button>
        )}
        {!text && side === 'theirs' && (
          <Button size="small" icon="plus" onPress={onPut}>
            {t('point.put')}
          </Button>
        )}
        <span className={styles.add}>
          <IconButton
            icon="paperclip"
            label={t('evidence.addFor', { account: t(`evidence.${side}`), title: point.title })}
            onPress={onEvidence}
          />
        </span>
      </div>
    </div>
  );
}
