import { useRef } from 'react';
import { type Action, currentActions } from '#renderer/app/actions.ts';
import { formatDay } from '#renderer/app/dates.ts';
import { type T, useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import type { IconName } from '#renderer/ui/Icon.tsx';
import type { Output } from '#shared/contract/index.ts';
import { kindInWords, rankActions } from './find.ts';

type Found = Output<'palette.find'>[number];

export interface Line {
  id: string;
  icon: IconName;
  label: string;
  /** The name of a case or a record, set in the serif. */
  isName?: boolean;
  detail?: string | null;
  end?: string;
  tone?: 'against' | 'for' | 'pending' | undefined;
  shortcut?: string | undefined;
  run(): void;
}

export interface Group {
  id: string;
  title: string;
  /** How many there are, where not all are shown. */
  count: number | null;
  lines: Line[];
}

const EACH = 5;
const ACTIONS_WITH_WORDS = 6;

/** Where records of a kind are, and their drawing. */
const KINDS: Record<string, { icon: IconName; tab: string }> = {
  matter: { icon: 'matters', tab: 'overview' },
  proceeding: { icon: 'scales', tab: 'proceedings' },
  order: { icon: 'gavel', tab: 'proceedings' },
  deadline: { icon: 'clock', tab: 'proceedings' },
  exhibit: { icon: 'exhibit', tab: 'exhibits' },
  draft: { icon: 'draft', tab: 'drafts' },
  bundle: { icon: 'bundle', tab: 'bundles' },
  issue: { icon: 'list', tab: 'issues' },
  fact: { icon: 'timeline', tab: 'chronology' },
  party: { icon: 'user', tab: 'parties' },
};

/** What the palette shows for the words: what can be done here, then records by kind. */
export function usePaletteGroups(
  kind: string | null,
  words: string,
  matterId: string | undefined,
): { groups: Group[]; total: number } {
  const t = useT('app');
  const term = useT('terms');
  const wantsRecords = words !== '' && kind !== 'action';
  const scope = { limit: EACH, ...(matterId === undefined ? {} : { matterId }) };
  const { data } = useCall(
    'palette.find',
    { query: words.slice(0, 200), ...scope, ...(kind === null || kind === 'action' ? {} : { kind }) },
    { enabled: wantsRecords },
  );
  const names = Object.keys(KINDS).map((name) => [name, t(`palette.kind.${name}`)] as const);
  const named = kind === null ? kindInWords(words, names) : null;
  const { data: ofKind } = useCall(
    'palette.find',
    { query: (named?.words ?? '').slice(0, 200), ...scope, kind: named?.kind ?? 'matter' },
    { enabled: named !== null },
  );
  // What was found for the letters before stays until there is something new: the list must not flicker.
  const shown = useRef<Found[]>([]);
  if (!wantsRecords) shown.current = [];
  else if (data && named === null) shown.current = data;
  else if (data && named && ofKind) {
    shown.current = [...ofKind, ...data.filter((found) => found.kind !== named.kind)];
  }
  const groups: Group[] = [];
  const actions = kind === null || kind === 'action' ? rankActions(offered(), words) : [];
  if (actions.length > 0) {
    const some = words === '' || kind === 'action' ? actions : actions.slice(0, ACTIONS_WITH_WORDS);
    groups.push({ id: 'do', title: t('palette.do'), count: null, lines: some.map(actionLine) });
  }
  for (const [name, title] of names) {
    const of = shown.current.filter((found) => found.kind === name);
    const [first] = of;
    if (!first) continue;
    groups.push({
      id: name,
      title,
      count: first.count,
      lines: of.map((found) => recordLine(found, t, term)),
    });
  }
  const records = groups.reduce((sum, { id, count }) => sum + (id === 'do' ? 0 : (count ?? 0)), 0);
  return { groups, total: records + actions.length };
}

/** All that can be done now but to open what is open already. */
const offered = () => currentActions().flatMap(({ action }) => (action.id === 'palette' ? [] : [action]));

const actionLine = ({ id, label, icon, shortcut, run }: Action): Line => ({
  id,
  label,
  icon: icon ?? 'forward',
  shortcut,
  run,
});

function recordLine(found: Found, t: T, term: T): Line {
  const { kind, id, matterId, matterTitle, title, detail, on, disposal, merits, favours } = found;
  const { icon, tab } = KINDS[kind]!;
  const line: Line = {
    id: `${kind}-${id}`,
    icon,
    label: title,
    isName: true,
    detail: kind === 'matter' ? detail : matterTitle,
    run: () => go({ room: 'matters', matterId, tab, ...(kind === 'matter' ? {} : { itemId: id }) }),
  };
  const result =
    disposal && [term(`disposal.${disposal}`), merits && term(`merits.${merits}`)].filter(Boolean).join(', ');
  const tone = favours === 'them' ? 'against' : favours === 'us' ? 'for' : undefined;
  if (kind === 'order') {
    const order = t('palette.orderOf', { day: formatDay(on ?? ''), title: matterTitle });
    return { ...line, label: order, detail: detail ?? title, ...(result ? { end: result, tone } : {}) };
  }
  if (result && on === null) return { ...line, end: result, tone };
  if (kind === 'deadline' && on) return { ...line, end: t('palette.due', { day: formatDay(on) }), tone: 'pending' };
  if (on) return { ...line, end: t('palette.next', { day: formatDay(on) }), tone: 'pending' };
  if (kind === 'party' && detail) return { ...line, end: term(`role.${detail}`) };
  return line;
}
