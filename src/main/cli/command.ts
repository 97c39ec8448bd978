import type { SecretSource } from './passphrase.ts';

/** What a command of the command line gets and gives. Words, JSON and exit statuses: docs/cli.md. */

export interface CliContext {
  /** What came after the command's own name, without the options that every command has. */
  args: string[];
  /** Exactly one JSON document on standard output. */
  json: boolean;
  /** The day that everything depends on, `YYYY-MM-DD`. */
  today: string;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** One line on standard output. */
  out(line: string): void;
  /** One line on standard error: warnings, and progress where it is a terminal. */
  err(line: string): void;
  /** Whether standard error is a terminal, so that progress may be shown. */
  interactive: boolean;
  /** The passphrase: from `MISL_PASSPHRASE`, the first line of standard input, or a prompt without echo. */
  passphrase(): Promise<string>;
  /** Another secret, in the same ways: the next line of standard input is taken for it. */
  secret(source: SecretSource): Promise<string>;
  /** Asks a question on the terminal; undefined where there is none. */
  ask(question: string): Promise<string | undefined>;
}

/** Exit statuses of the command line. */
export const EXIT = { done: 0, refused: 1, wrongUse: 2, vault: 3, cancelled: 130 } as const;

export interface Command {
  name: string;
  /** The line that `misl help` shows, after the name. */
  usage: string;
  summary: string;
  example: string;
  /** @returns the exit status; problems are thrown as ProblemError */
  run(context: CliContext): Promise<number>;
}
