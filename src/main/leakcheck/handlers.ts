import { type Handlers, host, job, query } from '#main/handlers.ts';
import type { leakcheckCalls } from '#shared/contract/leakcheck.ts';
import { checkFiles } from './check.ts';
import { findingsOf, pageOf } from './guard.ts';
import { copySearched } from './leaving.ts';

export const leakcheckHandlers: Handlers<keyof typeof leakcheckCalls> = {
  'leakcheck.files': job(checkFiles),
  'leakcheck.findings': query(findingsOf),
  'leakcheck.page': query(pageOf),
  'leakcheck.copy': host(copySearched),
};
