import { type Command, EXIT } from '#main/cli/command.ts';
import { readArgs } from '#main/cli/usage.ts';
import { withVault } from '#main/cli/vault.ts';
import type { Output } from '#shared/contract/index.ts';
import { shortDate } from '#shared/domain/blocks/dates.ts';

const HEADS = { error: 'Would sink it', warning: 'Would draw an objection', note: 'To know' } as const;

export const checkCommand: Command = {
  name: 'check',
  usage: 'V PROCEEDING [--draft ID] [--waive FINDING --reason TEXT | --unwaive FINDING]',
  summary: 'Reads a filing as the registry and the other side will, before it is made.',
  example: 'check Chamber.misl 0197…',
  async run(context) {
    const { values, positionals } = readArgs(
      context.args,
      { draft: { type: 'string' }, waive: { type: 'string' }, reason: { type: 'string' }, unwaive: { type: 'string' } },
      { min: 2 },
    );
    const [dir, proceedingId] = positionals as [string, string];
    return withVault(
      context,
      dir,
      async (app) => {
        if (values.waive !== undefined)
          await app.call('checks.waive', { proceedingId, finding: values.waive, reason: values.reason ?? '' });
        if (values.unwaive !== undefined) await app.call('checks.unwaive', { proceedingId, finding: values.unwaive });
        const result = await app.call('checks.run', {
          proceedingId,
          ...(values.draft === undefined ? {} : { draftId: values.draft }),
        });
        if (context.json) context.out(JSON.stringify(result.findings));
        else for (const line of asText(result)) context.out(line);
        const sinks = result.findings.some(({ severity, waived }) => severity === 'error' && waived === null);
        return sinks ? EXIT.refused : EXIT.done;
      },
      { readonly: values.waive === undefined && values.unwaive === undefined },
    );
  },
};

function asText({ findings, clear, notAsked, draftTitle, pack, on }: Output<'checks.run'>): string[] {
  const lines = [
    `Filing check of ${draftTitle ?? 'a filing without a draft'}, against ${pack}, for filing on ${shortDate(on)}`,
  ];
  for (const severity of ['error', 'warning', 'note'] as const) {
    const of = findings.filter((finding) => finding.severity === severity);
    if (of.length > 0) lines.push('', `${HEADS[severity]} (${of.length})`);
    for (const { id, message, citation, confidence, fix, waived } of of) {
      lines.push(`  ${id}: ${message}`, `    rests on ${citation} (${confidence})`);
      if (waived) lines.push(`    waived on ${shortDate(waived.on)}: ${waived.reason}`);
      else if (fix) lines.push(`    ${fix.label}${fix.paragraph ? `: ${fix.paragraph}` : ''}`);
    }
  }
  return [...lines, '', `${clear.length} clear, ${notAsked.length} not asked.`];
}
