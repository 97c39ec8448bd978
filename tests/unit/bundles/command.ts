import type { CliContext, Command } from '#main/cli/command.ts';
import { ProblemError } from '#shared/problem.ts';

/** Runs a command of the command line in this process: its status, or the code of what it was refused for. */
export async function runCommand(
  command: Command,
  args: string[],
  { json = false, typed }: { json?: boolean; typed?: (question: string) => string } = {},
) {
  const lines: string[] = [];
  const errors: string[] = [];
  const none = () => Promise.reject(new Error('nothing is asked'));
  const context: CliContext = {
    args,
    json,
    today: '2026-11-23',
    signal: new AbortController().signal,
    out: (line) => lines.push(line),
    err: (line) => errors.push(line),
    interactive: typed !== undefined,
    passphrase: none,
    secret: typed ? async ({ question }) => typed(question) : none,
    ask: async () => undefined,
  };
  try {
    return { status: await command.run(context), refused: null, lines, errors };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { status: null, refused: error.problem.code, lines, errors };
  }
}
