import { useT } from '#renderer/app/i18n.ts';
import { useGrounds, useOrderWords } from '#renderer/rooms/proceedings/words.ts';
import type { MapNode } from './map-layout.ts';

/** The result with its ground, and what was not decided. */
export function useNodeWords({ order, isEnded, proceeding }: MapNode, pack: string): { result: string; basis: string } {
  const t = useT('matters');
  const term = useT('terms');
  const { whatOf } = useOrderWords();
  const groundOf = useGrounds(pack);
  if (!isEnded || !order) {
    const stage = proceeding.stage ? t('map.pendingStage', { stage: proceeding.stage }) : t('map.pendingOnly');
    return {
      result: order?.interimKind === 'leave-granted' ? whatOf(order) : stage,
      basis: (order && order.interimKind !== 'leave-granted' ? whatOf(order) : null) ?? proceeding.provision ?? '',
    };
  }
  return {
    result: [whatOf(order), groundOf(order.ground)].filter(Boolean).join(': '),
    basis: [term(`merits.${order.merits ?? 'unsaid'}`), order.detail].filter(Boolean).join('; '),
  };
}
