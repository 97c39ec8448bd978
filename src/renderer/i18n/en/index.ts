import { app } from './app.ts';
import { bundles } from './bundles.ts';
import { chronology } from './chronology.ts';
import { diary } from './diary.ts';
import { drafts } from './drafts.ts';
import { exhibits } from './exhibits.ts';
import { forms } from './forms.ts';
import { issues } from './issues.ts';
import { leakcheck } from './leakcheck.ts';
import { matters } from './matters.ts';
import { packs } from './packs.ts';
import { proceedings } from './proceedings.ts';
import { redaction } from './redaction.ts';
import { settings } from './settings.ts';
import { terms } from './terms.ts';
import { welcome } from './welcome.ts';

/** The English words of every room. */
export const en = {
  app,
  bundles,
  chronology,
  diary,
  drafts,
  exhibits,
  forms,
  issues,
  leakcheck,
  matters,
  packs,
  proceedings,
  redaction,
  settings,
  terms,
  welcome,
};
