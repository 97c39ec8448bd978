import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';

/** The few words that the kit says by itself. Everything else it shows comes in as props. */
export interface KitWords {
  cancel: string;
  close: string;
  dismiss: string;
  clear: string;
  show: string;
  hide: string;
  required: string;
  unsaved: string;
  saving: string;
  loading: string;
  openCalendar: string;
  noMatch: string;
  today: string;
  met: string;
  notifications: string;
  /** How long until a day, or since: -3 = "3 days over". */
  daysLeft(days: number): string;
  doneOf(done: string, total: string, unit: string): string;
}

const ENGLISH: KitWords = {
  cancel: 'Cancel',
  close: 'Close',
  dismiss: 'Dismiss',
  clear: 'Clear',
  show: 'Show',
  hide: 'Hide',
  required: 'required',
  unsaved: 'Not saved yet',
  saving: 'Working…',
  loading: 'Opening…',
  openCalendar: 'Open the calendar',
  noMatch: 'Nothing matches',
  today: 'today',
  met: 'met',
  notifications: 'Notifications',
  daysLeft: (days) => {
    const count = Math.abs(days);
    const word = `${count} ${count === 1 ? 'day' : 'days'}`;
    return days < 0 ? `${word} over` : days === 0 ? 'today' : word;
  },
  doneOf: (done, total, unit) => `${done} of ${total} ${unit}`,
};

const Words = createContext<KitWords>(ENGLISH);

export const useWords = () => useContext(Words);

/**
 * Stands around the whole page: the locale that dates, numbers and the direction of widgets follow (as in `en-GB`
 * or `ur-PK-u-nu-latn`), and the kit's own words where they are not English.
 */
export function KitProvider({
  locale,
  words,
  children,
}: {
  locale: string;
  words?: Partial<KitWords> | undefined;
  children: ReactNode;
}) {
  const all = useMemo(() => ({ ...ENGLISH, ...words }), [words]);
  return (
    <I18nProvider locale={locale}>
      <Words value={all}>{children}</Words>
    </I18nProvider>
  );
}
