import { longDate, monthOf } from '../blocks/dates.ts';
import type { DatePrecision } from './snapshot.ts';

/** The text as a part of a sentence: without white space around it or a full stop at its end. */
export function clause(text: string): string {
  return text.trim().replace(/[.\s]+$/, '');
}

/** The text as whole sentences, with a full stop (or the Urdu one) at the end. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?۔؟:”"’)]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** A date as exactly as it is known: "on 6 September 2026", "in September 2026", "on or about …". */
export function when(date: string, precision: DatePrecision, to: string | null = null): string {
  switch (precision) {
    case 'month':
      return `in ${monthOf(date)}`;
    case 'year':
      return `in ${date.slice(0, 4)}`;
    case 'about':
      return `on or about ${longDate(date)}`;
    case 'range':
      return to ? `from ${longDate(date)} to ${longDate(to)}` : `from ${longDate(date)}`;
    default:
      return `on ${longDate(date)}`;
  }
}

/** "A", "A and B", "A, B and C". */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Entries that say something: a new one in the window has no words yet. */
export const written = <E extends { text: string }>(entries: readonly E[]): E[] =>
  entries.filter(({ text }) => text.trim() !== '');

/** "BEFORE THE OMBUDSPERSON PUNJAB, LAHORE", "IN THE HIGH COURT": how a document addresses a forum. */
export function forumLine(forum: string, place: string | null = null): string {
  const name = forum.trim().replace(/^the\s+/i, '');
  const seat = place && !name.toLowerCase().includes(place.toLowerCase()) ? `, ${place}` : '';
  return `${/court/i.test(name) ? 'IN' : 'BEFORE'} THE ${name}${seat}`.toUpperCase();
}
