import { createInterface } from 'node:readline';
import { problem } from '#shared/problem.ts';

/** From `MISL_PASSPHRASE`, the first line of standard input where asked for, or a prompt that echoes nothing. */
export async function readPassphrase(fromStdin: boolean): Promise<string> {
  if (fromStdin) return firstLine();
  const set = process.env.MISL_PASSPHRASE;
  if (set !== undefined) return set;
  if (!process.stdin.isTTY) {
    throw problem('wrong-use', 'No passphrase was given.', {
      hint: 'Set MISL_PASSPHRASE, or give it on the first line of standard input with --passphrase-stdin.',
    });
  }
  return prompt('Passphrase: ');
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  throw problem('wrong-use', 'Standard input held no passphrase.');
}

/** Reads a line in raw mode, so that the terminal shows nothing of it. */
function prompt(question: string): Promise<string> {
  const { stdin, stderr } = process;
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
      stderr.write('\n');
      end();
    };
    const onData = (text: string) => {
      for (const letter of text) {
        if (letter === '\r' || letter === '\n') return finish(() => resolve(typed));
        if (letter === '\u0003') return finish(() => reject(problem('cancelled', 'Cancelled.')));
        typed = letter === '\u007f' || letter === '\b' ? typed.slice(0, -1) : typed + letter;
      }
    };
    stdin.on('data', onData);
  });
}
