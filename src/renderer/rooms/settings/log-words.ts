import { formatBytes, formatDayWithWeekday, formatInstant, formatTime } from '#renderer/app/dates.ts';
import { type T, useT } from '#renderer/app/i18n.ts';
import type { Output } from '#shared/contract/index.ts';

/** What is in the words of the action already, or in its colour. */
const SAID = new Set(['by', 'reason', 'ok', 'createdAt']);

/** How many parts of an entry's detail are said. */
const SHOWN = 4;

type Entry = Pick<Output<'log.list'>[number], 'action' | 'detail'>;

/** What an entry has beside its action: names and counts, never text of a case. */
export function readDetail(detail: string | null): Record<string, string | number | boolean> {
  try {
    const read: unknown = JSON.parse(detail ?? '{}');
    return typeof read === 'object' && read !== null ? (read as Record<string, string | number | boolean>) : {};
  } catch {
    return {};
  }
}

/** How entries are said: what was done, and how much of what it touched. */
export function useLogWords(): { what(entry: Entry): string; detail(entry: Entry): string } {
  const t = useT('settings');
  const app = useT('app');
  return {
    what: ({ action, detail }) => whatOf(action, readDetail(detail), t, app),
    detail: ({ detail }) => detailOf(readDetail(detail), t),
  };
}

function whatOf(action: string, detail: Record<string, string | number | boolean>, t: T, app: T): string {
  if (action === 'backup.drill' && detail.ok === false) return t('log.notProven');
  const by = t(`log.by.${detail.by ?? detail.reason ?? ''}`, { defaultValue: '' });
  const own = t(`log.done.${action}`, { by, defaultValue: '' });
  if (own !== '') return own;
  return app(`command.${action}`, { defaultValue: action });
}

/** "2 hearings changed", or the first letters of a hash. */
function detailOf(detail: Record<string, string | number | boolean>, t: T): string {
  const parts = Object.entries(detail)
    .filter(([name]) => !SAID.has(name))
    .map(([name, value]) => {
      const [op = '', table = ''] = name.split(' ');
      if (table !== '') return t(`log.op.${op}`, { count: Number(value), table: table.replaceAll('_', ' ') });
      return t(`log.of.${name}`, { value: valueText(name, value), defaultValue: `${name} ${valueText(name, value)}` });
    });
  const shown = parts.slice(0, SHOWN).join(', ');
  return parts.length > SHOWN ? t('log.andMore', { shown, count: parts.length - SHOWN }) : shown;
}

function valueText(name: string, value: string | number | boolean): string {
  if (name === 'bytes') return formatBytes(Number(value));
  if (name === 'sha256') return String(value).slice(0, 12);
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? formatInstant(value) : String(value);
}

/** The day and the hour of an entry, in the zone of this computer. */
export function dayAndTime(instant: string): { day: string; time: string } {
  const date = new Date(instant);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString();
  return { day: formatDayWithWeekday(local.slice(0, 10)), time: formatTime(instant) };
}
