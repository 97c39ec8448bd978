import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { en } from '#renderer/i18n/en/index.ts';
import { type Catalogue, pseudo } from '#renderer/i18n/pseudo.ts';

/** Gives the text of a key, with its values put in and its plural chosen by `count`. */
export type T = (key: string, values?: Record<string, unknown>) => string;

/** The locales that there are words for. `qps-rtl` is made from the English for tests of long and mirrored text. */
export const LOCALES = ['en', 'qps-rtl'] as const;
export type Locale = (typeof LOCALES)[number];

/** By which Intl writes dates and numbers; it knows nothing of `qps-rtl`. */
const INTL: Record<Locale, string> = { en: 'en-GB', 'qps-rtl': 'en-GB' };
/** By which the widgets choose their direction: they go by the script of a language. */
const KIT: Record<Locale, string> = { en: 'en-GB', 'qps-rtl': 'ar-u-nu-latn' };
const RTL: readonly string[] = ['qps-rtl'];

const isLocale = (locale: string): locale is Locale => LOCALES.some((known) => known === locale);
const current = (): Locale => (isLocale(i18next.language) ? i18next.language : 'en');

export const intlLocale = () => INTL[current()];
export const kitLocale = () => KIT[current()];

/** Keeps a text apart from the direction of the words around it, where these run from right to left. */
export const isolate = (text: string) => (RTL.includes(current()) ? `\u2068${text}\u2069` : text);

const allWords: Record<string, Catalogue> = en;

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  ns: Object.keys(allWords),
  defaultNS: 'app',
  resources: { en: allWords },
  initAsync: false,
  interpolation: {
    // React escapes by itself. Here a value is kept apart from the direction of the text around it: "742-L/2024" in Urdu.
    escape: (value) => isolate(value),
  },
});

/** Changes the words, the language and the direction of the whole page. */
export async function setLocale(wanted: string) {
  const locale = isLocale(wanted) ? wanted : 'en';
  if (locale === 'qps-rtl' && !i18next.hasResourceBundle(locale, 'app')) {
    for (const [room, words] of Object.entries(allWords)) i18next.addResourceBundle(locale, room, pseudo(words));
  }
  if (i18next.language !== locale) await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
  document.documentElement.dir = RTL.includes(locale) ? 'rtl' : 'ltr';
}

/** The words of one room. */
export function useT(room: string): T {
  const { t } = useTranslation(room, { useSuspense: false });
  return useCallback((key, values) => t(key, { ...values }), [t]);
}

/** The same outside of components. */
export const translate = (room: string, key: string, values?: Record<string, unknown>): string =>
  i18next.t(key, { ns: room, ...values });
