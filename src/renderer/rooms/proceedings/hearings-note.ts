import type { T } from '#renderer/app/i18n.ts';

/** "10, latest first; put off by the other side 3 times, by us once": how many there were, and who put them off. */
export function hearingsNote(t: T, hearings: readonly { adjournedBy: string | null }[]): string {
  const times = (who: string) => hearings.filter(({ adjournedBy }) => adjournedBy === who).length;
  const putOff = (['other-side', 'us', 'court'] as const)
    .map((who) => ({ who, count: times(who) }))
    .filter(({ count }) => count > 0)
    .map(({ who, count }) => t(`hearing.putOffBy.${who}`, { count }));
  const head = t('hearing.note', { count: hearings.length });
  return putOff.length === 0 ? head : t('hearing.putOff', { head, list: putOff.join(', ') });
}
