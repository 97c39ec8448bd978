import type { KitWords } from '#renderer/ui/words.tsx';
import type { T } from './i18n.ts';

/** The words that the widgets say themselves. */
export function kitWords(t: T): KitWords {
  const word = (key: string, values?: Record<string, unknown>) => t(`kit.${key}`, values);
  return {
    cancel: word('cancel'),
    close: word('close'),
    dismiss: word('dismiss'),
    clear: word('clear'),
    show: word('show'),
    hide: word('hide'),
    required: word('required'),
    unsaved: word('unsaved'),
    saving: word('saving'),
    loading: t('loading'),
    openCalendar: word('openCalendar'),
    noMatch: word('noMatch'),
    today: word('today'),
    met: word('met'),
    notifications: word('notifications'),
    daysLeft: (days) =>
      days === 0 ? word('today') : word(days < 0 ? 'daysOver' : 'daysLeft', { count: Math.abs(days) }),
    doneOf: (done, total, unit) => word('doneOf', { done, total, unit }),
  };
}
