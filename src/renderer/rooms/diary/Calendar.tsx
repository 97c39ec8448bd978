import { useEffect, useRef, useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go, usePlace } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Segments } from '#renderer/ui/Segments.tsx';
import { isDay } from '#shared/domain/dates/days.ts';
import { Agenda } from './Agenda.tsx';
import styles from './Calendar.module.css';
import { CaseFinder } from './CaseFinder.tsx';
import { CourtFilter } from './CourtFilter.tsx';
import { courtNames } from './courts.ts';
import { DeadlineStrip } from './DeadlineStrip.tsx';
import { spanTitle } from './dates.ts';
import { spanOf, stepped, VIEWS, type View } from './days.ts';
import { AddForm, type Adding } from './Forms.tsx';
import { Margin } from './Margin.tsx';
import { MonthGrid } from './MonthGrid.tsx';
import { QuickAdd } from './QuickAdd.tsx';
import type { Case } from './quick-state.ts';
import { clockOn } from './state.ts';
import { useExports } from './useExports.ts';
import { WeekGrid } from './WeekGrid.tsx';

const KEYS: Record<View, string> = { day: 'D', week: 'W', month: 'M', agenda: 'A' };
const ADDINGS: readonly Adding[] = ['hearing', 'task', 'deadline', 'payment'];
const ADD_ICONS = { hearing: 'gavel', task: 'check', deadline: 'clock', payment: 'money' } as const;

/** The calendar in its four views, with quick add above and what is pressing beside it. */
export function Calendar({ today }: { today: string }) {
  const t = useT('diary');
  const { tab, itemId } = usePlace();
  const view = VIEWS.find((each) => each === tab) ?? 'week';
  const day = itemId !== undefined && isDay(itemId) ? itemId : today;
  const span = spanOf(view, day);
  const [court, setCourt] = useState<string | null>(null);
  const [adding, setAdding] = useState<{ kind: Adding; found: Case | null } | null>(null);
  const entries = useKept(useCall('diary.between', span).data);
  const closed = useKept(useCall('diary.closedDays', { ...span, proceedingId: null }).data);
  const now = useClock(today);
  const files = useExports(span, court);
  const show = (next: View, on = day) => go({ room: 'diary', tab: next, itemId: on });
  const step = (by: 1 | -1) => show(view, stepped(view, day, by));

  useActions('diary', [
    { id: 'diary.today', label: t('keys.goToday'), icon: 'calendar', shortcut: 'T', run: () => show(view, today) },
    ...VIEWS.map((each) => ({
      id: `diary.${each}`,
      label: t(`view.${each}`),
      icon: 'diary' as const,
      shortcut: KEYS[each],
      run: () => show(each),
    })),
    { id: 'diary.earlier', label: t('keys.earlier'), icon: 'chevron-start', shortcut: 'P', run: () => step(-1) },
    { id: 'diary.later', label: t('keys.later'), icon: 'chevron-end', shortcut: 'N', run: () => step(1) },
    {
      id: 'diary.after',
      label: t('margin.enter'),
      icon: 'gavel',
      shortcut: 'R',
      run: () => go({ room: 'diary', tab: 'after' }),
    },
    {
      id: 'diary.forgotten',
      label: t('margin.forgotten'),
      icon: 'help',
      shortcut: 'F',
      run: () => go({ room: 'diary', tab: 'forgotten' }),
    },
    ...ADDINGS.map((kind) => ({
      id: `diary.add.${kind}`,
      label: t(`add.${kind}`),
      icon: ADD_ICONS[kind],
      run: () => setAdding({ kind, found: null }),
    })),
    { id: 'diary.causeList', label: t('causeList'), icon: 'print', run: files.causeList },
    { id: 'diary.exportIcs', label: t('exportIcs'), icon: 'calendar', run: files.ics },
  ]);

  if (!entries) return <Reading inPage />;
  const courts = courtNames(entries.hearings);
  const chosen = court !== null && courts.includes(court) ? court : null;
  const shown =
    chosen === null ? entries : { ...entries, hearings: entries.hearings.filter((h) => h.forumName === chosen) };
  const closedMap = new Map((closed ?? []).map(({ date, why }) => [date, why]));
  const openDay = (on: string) => show('day', on);
  const shared = { span, closed: closedMap, today, now, onDay: openDay };
  return (
    <div className={styles.room}>
      <div className={styles.main}>
        <header className={styles.head}>
          <h1 className={styles.title}>
            <bdi>{spanTitle(view, day, span)}</bdi>
          </h1>
          <span className={styles.steps}>
            <IconButton icon="chevron-start" label={t(`previous.${view}`)} shortcut="P" onPress={() => step(-1)} />
            <Button size="small" onPress={() => show(view, today)}>
              {t('today')}
            </Button>
            <IconButton icon="chevron-end" label={t(`next.${view}`)} shortcut="N" onPress={() => step(1)} />
          </span>
          <span className={styles.tools}>
            {courts.length > 1 && <CourtFilter courts={courts} value={chosen} onChange={setCourt} />}
            <Segments
              label={t('view.label')}
              items={VIEWS.map((id) => ({ id, label: t(`view.${id}`) }))}
              value={view}
              onChange={(id) => show(id as View)}
            />
            <Button icon="print" isBusy={files.busy} onPress={files.causeList}>
              {t('causeList')}
            </Button>
            <Menu
              label={t('more')}
              items={[
                ...ADDINGS.map((kind) => ({ id: kind, label: t(`add.${kind}`), icon: ADD_ICONS[kind] })),
                { id: 'ics', label: t('exportIcs'), icon: 'calendar' as const },
              ]}
              onAction={(id) => {
                const kind = ADDINGS.find((each) => each === id);
                if (kind) setAdding({ kind, found: null });
                else files.ics();
              }}
            />
          </span>
        </header>
        <QuickAdd today={today} />
        {view === 'week' && <WeekGrid {...shared} hearings={shown.hearings} />}
        {view === 'month' && <MonthGrid {...shared} day={day} entries={shown} />}
        {(view === 'agenda' || view === 'day') && <Agenda {...shared} entries={shown} />}
        {view === 'week' && <DeadlineStrip today={today} />}
      </div>
      <Margin hearings={entries.hearings} today={today} />
      {adding && !adding.found && (
        <CaseFinder
          title={t(`add.${adding.kind}`)}
          onChoose={(found) => setAdding({ ...adding, found })}
          onClose={() => setAdding(null)}
        />
      )}
      {files.dialog}
      {adding?.found && <AddForm kind={adding.kind} found={adding.found} day={day} onClose={() => setAdding(null)} />}
    </div>
  );
}

/** What was there before, until the next is: turning a page must not show an empty one. */
function useKept<V>(value: V | undefined): V | undefined {
  const kept = useRef(value);
  if (value !== undefined) kept.current = value;
  return kept.current;
}

const MINUTE = 60_000;

/** The hour, where this computer's day is the day of the vault; told again each minute. */
function useClock(today: string): string | null {
  const [now, setNow] = useState(() => clockOn(today));
  useEffect(() => {
    setNow(clockOn(today));
    const timer = setInterval(() => setNow(clockOn(today)), MINUTE);
    return () => clearInterval(timer);
  }, [today]);
  return now;
}
