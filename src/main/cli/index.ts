// The command line: `misl COMMAND …`. Each command is a file of its own, read only when it is called.
import { enableCompileCache } from 'node:module';
import { createInterface } from 'node:readline/promises';
import { parseDay } from '#shared/domain/dates/days.ts';
import { type Problem, ProblemError } from '#shared/problem.ts';
import { type CliContext, type Command, EXIT } from './command.ts';
import { PASSPHRASE, readSecret } from './passphrase.ts';
import { guardOutput } from './standard-output.ts';

enableCompileCache();

const load: Record<string, () => Promise<Command>> = {
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
  audit: async () => (await import('./commands/audit.ts')).auditCommand,
  vault: async () => (await import('./commands/vault.ts')).vaultCommand,
  matter: async () => (await import('./commands/matter.ts')).matterCommand,
  status: async () => (await import('./commands/status.ts')).statusCommand,
  diary: async () => (await import('./commands/diary.ts')).diaryCommand,
  packs: async () => (await import('./commands/packs.ts')).packsCommand,
  deadline: async () => (await import('./commands/deadline.ts')).deadlineCommand,
  remedies: async () => (await import('./commands/remedies.ts')).remediesCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  draft: async () => (await import('./commands/draft.ts')).draftCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  leakcheck: async () => (await import('./commands/leakcheck.ts')).leakcheckCommand,
  bundle: async () => (await import('./commands/bundle.ts')).bundleCommand,
  redact: async () => (await import('./commands/redact.ts')).redactCommand,
};

/** Problems of the vault itself, which have an exit status of their own. */
const VAULT_PROBLEMS = new Set([
  'wrong-passphrase',
  'wrong-recovery-key',
  'vault-damaged',
  'vault-altered',
  'vault-newer',
  'not-a-vault',
  'wrong-database-key',
  'schema-newer',
  'too-many-tries',
]);

function statusOf({ code }: Problem): number {
  if (code === 'wrong-use') return EXIT.wrongUse;
  if (code === 'cancelled') return EXIT.cancelled;
  return VAULT_PROBLEMS.has(code) ? EXIT.vault : EXIT.refused;
}

/** Takes out the options that every command has. */
function common(argv: string[]) {
  const rest: string[] = [];
  let json = false;
  let today = localDay();
  let fromStdin = false;
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    if (word === '--json') json = true;
    else if (word === '--passphrase-stdin') fromStdin = true;
    else if (word === '--today') today = argv[++i] ?? '';
    else if (word.startsWith('--today=')) today = word.slice('--today='.length);
    else rest.push(word);
  }
  return { rest, json, today, fromStdin };
}

function localDay(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
}

async function help(name: string | undefined, json: boolean): Promise<number> {
  const commands: Command[] = [];
  for (const each of name === undefined ? Object.keys(load) : [name]) {
    const command = await load[each]?.();
    if (!command) return refuse({ code: 'wrong-use', message: `There is no command ${each}.` }, json);
    commands.push(command);
  }
  if (json) {
    console.log(JSON.stringify(commands.map(({ run: _, ...words }) => words)));
    return EXIT.done;
  }
  for (const { name: word, usage, summary, example } of commands)
    console.log(`misl ${word} ${usage}\n    ${summary}\n    Example: misl ${example}\n`);
  if (!name)
    console.log(
      'Every command: --json, --today DATE, --passphrase-stdin. The passphrase otherwise comes from MISL_PASSPHRASE or a prompt.',
    );
  return EXIT.done;
}

function refuse(trouble: Problem, json: boolean): number {
  const { code, message, hint } = trouble;
  if (json) console.log(JSON.stringify({ error: { code, message, hint: hint ?? null } }));
  console.error(`misl: ${message}${hint ? ` ${hint}` : ''}`);
  return statusOf(trouble);
}

async function main(argv: string[]): Promise<number> {
  const { rest, json, today, fromStdin } = common(argv);
  const [name, ...args] = rest;
  if (name === undefined || name === 'help' || name === '--help') return help(args[0], json);
  const loader = Object.hasOwn(load, name) ? load[name] : undefined;
  if (!loader || parseDay(today) === undefined) {
    const message = loader ? '--today takes a date, YYYY-MM-DD.' : `There is no command ${name}.`;
    return refuse({ code: 'wrong-use', message, hint: 'See: misl help' }, json);
  }
  if (args.includes('--help')) return help(name, json);

  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const interactive = process.stderr.isTTY === true && !json;
  const context: CliContext = {
    args,
    json,
    today,
    signal: stop.signal,
    out: (line) => console.log(line),
    err: (line) => console.error(line),
    interactive,
    passphrase: () => readSecret(PASSPHRASE, fromStdin, stop.signal),
    secret: (source) => readSecret(source, fromStdin, stop.signal),
    async ask(question) {
      if (!process.stdin.isTTY) return undefined;
      const lines = createInterface({ input: process.stdin, output: process.stderr });
      try {
        return await lines.question(question);
      } finally {
        lines.close();
      }
    },
  };
  try {
    const command = await loader();
    return await command.run(context);
  } catch (error) {
    if (stop.signal.aborted)
      return refuse({ code: 'cancelled', message: 'Cancelled. Nothing half-done was left behind.' }, json);
    if (error instanceof ProblemError) return refuse(error.problem, json);
    // The text of an unexpected error may hold case data: only its place is shown.
    console.error(
      error instanceof Error
        ? `${error.name}\n${(error.stack ?? '').split('\n').slice(1, 6).join('\n')}`
        : typeof error,
    );
    return refuse(
      { code: 'internal', message: 'Something went wrong inside Misl. What was saved before is safe.' },
      json,
    );
  }
}

const outputFailed = guardOutput();
const status = await main(process.argv.slice(2));
process.exitCode = outputFailed() ? EXIT.refused : status;
