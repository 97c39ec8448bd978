import { english } from './english.ts';
import { urdu } from './urdu.ts';
import type { StatusWords } from './words.ts';

export type StatusLanguage = 'en' | 'ur';

/** The languages of the statement. */
export const STATUS_WORDS: Record<StatusLanguage, StatusWords> = { en: english, ur: urdu };
