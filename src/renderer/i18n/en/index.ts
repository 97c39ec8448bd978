import { app } from './app.ts';
import { forms } from './forms.ts';
import { matters } from './matters.ts';
import { proceedings } from './proceedings.ts';
import { settings } from './settings.ts';
import { terms } from './terms.ts';
import { welcome } from './welcome.ts';

/** The English words of every room. */
export const en = { app, forms, matters, proceedings, settings, terms, welcome };
