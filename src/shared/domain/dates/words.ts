import { shortDate } from '../blocks/dates.ts';
import { formatDay } from './days.ts';

/** A day's number as prose has it: "6 Sep 2026". */
export const dayText = (day: number) => shortDate(formatDay(day));
