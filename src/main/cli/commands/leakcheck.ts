import { type Command, EXIT } from '#main/cli/command.ts';
import { readAudience } from '#main/cli/leaving.ts';
import { readArgs } from '#main/cli/usage.ts';
import { withVault } from '#main/cli/vault.ts';
import { isClean } from '#main/leakcheck/service.ts';
import type { CheckedFile } from '#shared/contract/leakcheck.ts';

const READERS = { court: 'the court', 'other-side': 'the other side', public: 'the public' } as const;

export const leakcheckCommand: Command = {
  name: 'leakcheck',
  usage: 'V FILE… [--audience court|other-side|public]',
  summary:
    'Searches files for protected names, numbers, addresses and privileged papers of the vault: text, metadata, attachments, hidden content.',
  example: 'leakcheck Chamber.misl bundle.pdf --audience other-side',
  async run(context) {
    const { values, positionals } = readArgs(
      context.args,
      { audience: { type: 'string' } },
      { min: 2, max: Number.POSITIVE_INFINITY },
    );
    const audience = readAudience(values.audience, 'leakcheck') ?? null;
    const [dir, ...paths] = positionals as [string, ...string[]];
    return withVault(
      context,
      dir,
      async (app) => {
        const result = await app.call('leakcheck.files', { paths, audience }, context.signal);
        if (context.json) context.out(JSON.stringify({ ok: result.ok, files: result.files.map(asJson) }));
        else for (const file of result.files) for (const line of asText(file)) context.out(line);
        return result.ok ? EXIT.done : EXIT.refused;
      },
      { readonly: true },
    );
  },
};

function asJson({ hits, ...file }: CheckedFile) {
  return {
    ...file,
    hits: hits.map(({ start: _start, end: _end, page, inside, ...hit }) => ({
      ...hit,
      ...(page === null ? {} : { page }),
      ...(inside === null ? {} : { inside }),
      audience: file.audience,
    })),
  };
}

function asText(file: CheckedFile): string[] {
  const { hits, more, unread, audience } = file;
  const count = hits.length + more;
  const verdict = isClean(file)
    ? 'nothing found'
    : count === 0
      ? 'could not be searched'
      : `${count} ${count === 1 ? 'leak' : 'leaks'}`;
  return [
    `${file.file}: ${verdict}, for ${READERS[audience]}`,
    ...hits.map(({ kind, where, page, inside, party, term, context }) => {
      const place = [where, page === null ? '' : `page ${page}`, inside ?? ''].filter(Boolean).join(', ');
      return `  ${kind} of ${party} (${place}): “${oneLine(term)}” in “…${oneLine(context)}…”`;
    }),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...unread.map((what) => `  not searched: ${what}`),
  ];
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
