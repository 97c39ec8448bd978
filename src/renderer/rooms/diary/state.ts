import { formatDay } from '#renderer/app/dates.ts';
import type { T } from '#renderer/app/i18n.ts';
import type { MarkName } from '#renderer/ui/Mark.tsx';
import type { Hearing } from './courts.ts';

/** What is to be said of a hearing at a glance. */
export interface HearingState {
  tone: 'against' | 'soon' | 'for' | 'accent';
  mark: MarkName | null;
  text: string;
}

/** @param now `HH:MM` on this computer, where its calendar has the day of the vault; null where not */
export function stateOf(t: T, hearing: Hearing, today: string, now: string | null): HearingState | null {
  const { date, time, outcome, nextOn, clashes } = hearing;
  if (outcome !== null) {
    const text = nextOn ? t('state.next', { day: formatDay(nextOn) }) : t(OUTCOME_WORDS[outcome] ?? 'state.entered');
    return { tone: 'for', mark: 'met', text };
  }
  if (date < today || (date === today && now !== null && time !== null && time < now)) {
    return { tone: 'soon', mark: 'soon', text: t('state.noOutcome') };
  }
  if (clashes.length > 0) return { tone: 'against', mark: 'now', text: t('state.clash') };
  if (date === today && now !== null && time !== null) {
    return { tone: 'accent', mark: null, text: t('state.in', { time: between(now, time) }) };
  }
  return null;
}

const OUTCOME_WORDS: Partial<Record<string, string>> = {
  disposed: 'state.disposed',
  reserved: 'state.reserved',
  'not-reached': 'state.notReached',
};

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** "1:20", in hours and minutes. */
function between(now: string, time: string): string {
  const left = minutes(time) - minutes(now);
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
}

/** The hour of this computer where it has the day that the vault counts from: not with a sample's day. */
export function clockOn(today: string, at = new Date()): string | null {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return day === today ? `${two(at.getHours())}:${two(at.getMinutes())}` : null;
}
