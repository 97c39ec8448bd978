import { type Handlers, host, job, query } from '#main/handlers.ts';
import type { intakeCalls } from '#shared/contract/intake.ts';
import { importCsv, previewCsv } from './csv.ts';

export const intakeHandlers: Handlers<keyof typeof intakeCalls> = {
  'intake.chooseCsv': host(
    async ({ host }) => (await host.chooseFiles({ extensions: ['csv', 'tsv', 'txt'] }))[0] ?? null,
  ),
  'intake.previewCsv': query(previewCsv),
  'intake.importCsv': job(importCsv),
};
