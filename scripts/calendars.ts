/**
 * Writes the holiday calendars of England and Wales, Scotland and the United States from the package date-holidays.
 * Pakistan's and India's are kept by hand: there the package lacks the movable days.
 *
 *   node scripts/calendars.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Holidays from 'date-holidays';

const YEARS = [2025, 2026, 2027];
export const GENERATED = [
  { pack: 'uk-ew', country: 'GB', state: 'ENG', source: 'bank holidays in England and Wales' },
  { pack: 'uk-scotland', country: 'GB', state: 'SCT', source: 'bank holidays in Scotland' },
  { pack: 'us-federal', country: 'US', state: undefined, source: 'legal holidays, 5 U.S.C. § 6103' },
] as const;

/** One calendar file's text. */
export function calendarText({ country, state, source }: (typeof GENERATED)[number], year: number): string {
  const holidays = state ? new Holidays(country, state) : new Holidays(country);
  const days = holidays
    .getHolidays(year, country === 'US' ? 'en-us' : 'en')
    .filter(({ type }) => type === 'public' || type === 'bank')
    .map(({ date, name }) => ({ date: date.slice(0, 10), name }))
    .filter(({ date }) => date.startsWith(String(year)));
  const lines = days.map(
    ({ date, name }) => `      - {date: ${date}, name: ${JSON.stringify(name)}, certainty: fixed}`,
  );
  return [
    '# Written by scripts/calendars.ts; add a proclaimed holiday in a file of your own.',
    'lastChecked: 2026-11-23',
    'calendars:',
    `  - year: ${year}`,
    '    notified: true',
    `    source: ${source}, by the package date-holidays`,
    '    confidence: from knowledge',
    '    days:',
    ...lines,
    '',
  ].join('\n');
}

if (import.meta.main) {
  for (const calendar of GENERATED) {
    const dir = path.join(import.meta.dirname, '../resources/packs', calendar.pack);
    mkdirSync(dir, { recursive: true });
    for (const year of YEARS) writeFileSync(path.join(dir, `calendar-${year}.yaml`), calendarText(calendar, year));
  }
}
