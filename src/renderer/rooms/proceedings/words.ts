import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import type { Output } from '#shared/contract/index.ts';

type Order = Output<'proceedings.map'>['orders'][number];

/** What the interface says of orders; a disposal is never named without what it says of the merits. */
export function useOrderWords() {
  const t = useT('proceedings');
  const term = useT('terms');
  /** "Dismissed", "Stayed until 3 Mar 2026", or the order's own words. */
  const whatOf = (order: Order): string => {
    if (order.kind === 'disposal' && order.disposal) return term(`disposal.${order.disposal}`);
    if (order.kind === 'interim' && order.interimKind) {
      const what = term(`interim.${order.interimKind}`);
      if (order.interimEndedOn) return t('order.whatEnded', { what, day: formatDay(order.interimEndedOn) });
      return order.interimUntil ? t('order.whatUntil', { what, day: formatDay(order.interimUntil) }) : what;
    }
    return order.summary ?? t('order.other');
  };
  /** "Dismissed, merits not reached". */
  const resultOf = (order: Order): string =>
    order.kind === 'disposal' ? [whatOf(order), term(`merits.${order.merits ?? 'unsaid'}`)].join(', ') : whatOf(order);
  return { whatOf, resultOf };
}

/** The titles of the grounds of a pack, by their codes. */
export function useGrounds(pack: string): (code: string | null) => string | null {
  const { data: packs } = useCall('packs.list', {});
  const grounds = packs?.find(({ id }) => id === pack)?.grounds ?? [];
  return (code) => (code === null ? null : (grounds.find((each) => each.code === code)?.title ?? code));
}

/** The money of a pack's country. */
export function useCurrency(pack: string): string {
  const { data: packs } = useCall('packs.list', {});
  return packs?.find(({ id }) => id === pack)?.currency ?? 'PKR';
}
