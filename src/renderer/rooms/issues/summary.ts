import type { T } from '#renderer/app/i18n.ts';
import type { Output } from '#shared/contract/index.ts';

type Issue = Output<'issues.list'>[number];

/**
 * One line under an issue in the index. Of a question that forums have decided it says how; else how the other side
 * answers, for what is denied or unanswered is what work remains on.
 */
export function summaryOf(t: T, { kind, points, findings }: Pick<Issue, 'kind' | 'points' | 'findings'>): string {
  const counted = new Map<string, number>();
  for (const { result } of findings) {
    if (result !== 'pending' && result !== 'not-reached') counted.set(result, (counted.get(result) ?? 0) + 1);
  }
  const [most] = [...counted].sort(([, a], [, b]) => b - a);
  if (kind === 'question' && most) return t('state.found', { count: most[1], result: t(`finding.is.${most[0]}`) });
  if (points.length === 0) return t('state.none');
  const denied = points.filter(({ stance }) => stance === 'denied').length;
  const silent = points.filter(({ stance }) => stance === 'silent').length;
  const parts = [
    denied > 0 && t('state.denied', { count: denied }),
    silent > 0 && t('state.silent', { count: silent }),
  ].filter(Boolean);
  return parts.length === 0 ? t('state.agreed') : parts.join(', ');
}
