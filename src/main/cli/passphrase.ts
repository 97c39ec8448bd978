import { createInterface } from 'node:readline';
import { problem } from '#shared/problem.ts';
import { typeSecret } from './type-secret.ts';

/** Where a secret is taken from: never from an argument, which other programs of the machine can read. */
export interface SecretSource {
  /** What the prompt says. */
  question: string;
  /** The environment variable. */
  variable: string;
  /** Asked for twice at a prompt, for what nobody can look up afterwards. */
  twice?: boolean;
}

export const PASSPHRASE: SecretSource = { question: 'Passphrase: ', variable: 'MISL_PASSPHRASE' };

/** From the environment, the next line of standard input where asked for, or a prompt that echoes nothing. */
export async function readSecret(source: SecretSource, fromStdin: boolean, signal: AbortSignal): Promise<string> {
  if (fromStdin) return nextLine();
  const set = process.env[source.variable];
  if (set !== undefined) return set;
  if (!process.stdin.isTTY) {
    throw problem('wrong-use', `No ${source.question.replace(/: $/, '').toLowerCase()} was given.`, {
      hint: `Set ${source.variable}, or give it on a line of standard input with --passphrase-stdin.`,
    });
  }
  const typed = await prompt(source.question, signal);
  if (source.twice && (await prompt('The same again: ', signal)) !== typed)
    throw problem('not-the-same', 'The two were not the same. Nothing was changed.');
  return typed;
}

let lines: AsyncIterator<string> | undefined;

async function nextLine(): Promise<string> {
  lines ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const { value, done } = await lines.next();
  if (done) throw problem('wrong-use', 'Standard input held no line for it.');
  return value;
}

/** Reads a line in raw mode, so that the terminal shows nothing of it. */
function prompt(question: string, signal: AbortSignal): Promise<string> {
  const { stdin, stderr } = process;
  signal.throwIfAborted();
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.resume();
  return new Promise((resolve, reject) => {
    let typed = '';
    const finish = (end: () => void) => {
      stdin.setRawMode(false);
      stdin.pause();
      stdin.off('data', onData);
      signal.removeEventListener('abort', cancel);
      stderr.write('\n');
      end();
    };
    const cancel = () => finish(() => reject(problem('cancelled', 'Cancelled.')));
    const onData = (text: string) => {
      const read = typeSecret(typed, text);
      typed = read.typed;
      if (read.end === 'enter') finish(() => resolve(typed));
      else if (read.end === 'cancel') cancel();
    };
    stdin.on('data', onData);
    signal.addEventListener('abort', cancel);
  });
}
