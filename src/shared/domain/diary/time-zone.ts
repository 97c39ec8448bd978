import { Temporal } from 'temporal-polyfill';

/**
 * The rules of a time zone between two years as a VTIMEZONE (RFC 5545, 3.6.5), so that a calendar program needs no
 * knowledge of its own: each change of the clock in those years as a part of its own.
 *
 * @param zone an IANA name: Asia/Karachi, Europe/London
 */
export function vtimezone(zone: string, fromYear: number, toYear: number): string {
  const parts: string[] = [];
  let at = Temporal.ZonedDateTime.from({ timeZone: zone, year: fromYear, month: 1, day: 1 });
  // What holds at the start, then every change.
  parts.push(part(at, at.offsetNanoseconds));
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.year > toYear) break;
    parts.push(part(next, next.subtract({ nanoseconds: 1 }).offsetNanoseconds));
    at = next;
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts, 'END:VTIMEZONE'].join('\r\n');
}

/** The time from a moment on. Its start is written in the time that held until then. */
function part(at: Temporal.ZonedDateTime, before: number): string {
  const kind = isSummer(at) ? 'DAYLIGHT' : 'STANDARD';
  const local = at.toInstant().toZonedDateTimeISO(offset(before, ':')).toPlainDateTime();
  return [
    `BEGIN:${kind}`,
    `DTSTART:${local.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}`,
    `TZOFFSETFROM:${offset(before, '')}`,
    `TZOFFSETTO:${offset(at.offsetNanoseconds, '')}`,
    `END:${kind}`,
  ].join('\r\n');
}

/** Summer time is ahead of the least that the zone has in a year. */
function isSummer(at: Temporal.ZonedDateTime): boolean {
  const months = [1, 7].map((month) => at.with({ month, day: 1 }).offsetNanoseconds);
  return at.offsetNanoseconds > Math.min(...months);
}

function offset(nanoseconds: number, between: string): string {
  const minutes = Math.round(Math.abs(nanoseconds) / 60_000_000_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${nanoseconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${between}${two(minutes % 60)}`;
}
