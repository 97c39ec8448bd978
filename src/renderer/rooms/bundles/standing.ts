import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';

/** "Version 3, not frozen. Version 2 served on 14 Sep 2026": nothing until it is known. */
export function useStanding(id: string): string | null {
  const t = useT('bundles');
  const { data: versions } = useCall('bundles.versions', { id });
  if (!versions) return null;
  const [last] = versions;
  const open = t('standing.open', { number: (last?.number ?? 0) + 1 });
  if (!last) return open;
  const day = formatDay(last.servedOn ?? last.at.slice(0, 10));
  return `${open} ${t(last.servedOn ? 'standing.served' : 'standing.frozen', { number: last.number, day })}`;
}
