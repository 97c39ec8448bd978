import { type Command, EXIT } from '#main/cli/command.ts';
import { readDay } from '#main/cli/read.ts';
import { columns } from '#main/cli/table.ts';
import { readArgs } from '#main/cli/usage.ts';
import { withVault } from '#main/cli/vault.ts';
import { diaryCsv, diaryIcs, diaryLines, diaryPdf } from '#main/diary/formats.ts';
import { addDays } from '#shared/domain/dates/days.ts';
import { problem } from '#shared/problem.ts';

const FORMATS = ['text', 'pdf', 'ics', 'csv', 'json'] as const;

export const diaryCommand: Command = {
  name: 'diary',
  usage: 'V [--from D] [--to D] [--format text|pdf|ics|csv|json]',
  summary: 'Hearings, deadlines and tasks between two days; a cause list as PDF on standard output.',
  example: 'diary Chamber.misl --from 2026-11-23 --to 2026-11-29',
  async run(context) {
    const { values, positionals } = readArgs(
      context.args,
      { from: { type: 'string' }, to: { type: 'string' }, format: { type: 'string' } },
      { min: 1 },
    );
    const format = values.format ?? (context.json ? 'json' : 'text');
    if (!FORMATS.includes(format as never))
      throw problem('wrong-use', `There is no format ${format}.`, { hint: `Choose ${FORMATS.join(', ')}.` });
    if (context.json && format !== 'json')
      throw problem('wrong-use', `--json gives JSON, and --format ${format} does not.`, { hint: 'Leave one out.' });
    if (format === 'pdf' && process.stdout.isTTY)
      throw problem('wrong-use', 'A terminal cannot show a PDF.', { hint: 'Add: > cause-list.pdf' });
    const from = values.from === undefined ? context.today : readDay(values.from, '--from');
    const to = values.to === undefined ? addDays(from, 6) : readDay(values.to, '--to');
    if (to < from) throw problem('wrong-use', `--to ${to} is before --from ${from}.`);
    return withVault(
      context,
      positionals[0]!,
      async (app) => {
        const entries = await app.call('diary.between', { from, to });
        if (format === 'json') context.out(JSON.stringify(entries));
        else if (format === 'text') for (const line of columns(diaryLines(entries))) context.out(line);
        else if (format === 'csv') process.stdout.write(diaryCsv(entries));
        else if (format === 'ics') process.stdout.write(await diaryIcs(app, entries, { from, to }));
        else process.stdout.write(await diaryPdf(entries, { from, to }));
        return EXIT.done;
      },
      { readonly: true },
    );
  },
};
