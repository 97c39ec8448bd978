import { useEffect, useState } from 'react';
import { setLocale } from './i18n.ts';
import { useCall } from './query.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export const DENSITIES = ['normal', 'compact'] as const;

/** What the page looks like. The vault's settings say it; while that is locked, the last that was seen holds. */
interface Look {
  theme: string;
  locale: string;
  density: string;
}

const SEEN = 'misl.look';
const USUAL: Look = { theme: 'system', locale: 'en', density: 'normal' };

function lastSeen(): Look {
  try {
    const seen = JSON.parse(localStorage.getItem(SEEN) ?? '{}') as Partial<Look>;
    return { ...USUAL, ...seen };
  } catch {
    return USUAL;
  }
}

const wantsDark = matchMedia('(prefers-color-scheme: dark)');

function paint(theme: string) {
  const isDark = theme === 'dark' || (theme !== 'light' && wantsDark.matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
}

/** Follows the settings, and the system where they say so. @returns the locale, once its words are there */
export function useLook(isOpen: boolean): string | null {
  const { data: settings } = useCall('settings.get', {}, { enabled: isOpen });
  const [shownLocale, setShown] = useState<string | null>(null);
  const seen = lastSeen();
  const theme = (isOpen && settings?.theme) || seen.theme;
  const locale = (isOpen && settings?.locale) || seen.locale;
  const density = (isOpen && settings?.density) || seen.density;
  useEffect(() => {
    const follow = () => paint(theme);
    follow();
    wantsDark.addEventListener('change', follow);
    return () => wantsDark.removeEventListener('change', follow);
  }, [theme]);
  useEffect(() => {
    localStorage.setItem(SEEN, JSON.stringify({ theme, locale, density } satisfies Look));
    document.documentElement.dataset.density = density;
    let isCurrent = true;
    void setLocale(locale).then(() => {
      if (isCurrent) setShown(locale);
    });
    return () => {
      isCurrent = false;
    };
  }, [theme, locale, density]);
  return shownLocale;
}
