import { z } from 'zod';
import { counted, isLocked } from '#main/bundles/counting.ts';
import type { SourceHandle } from '#main/bundles/handles.ts';
import { problem } from '#shared/problem.ts';
import type { CliContext } from './command.ts';

const VARIABLE = 'MISL_PDF_PASSWORDS';
const TRIES = 3;

/**
 * The passwords of PDFs outside the vault, never from an argument: out of MISL_PDF_PASSWORDS, which holds JSON of names of
 * files and their passwords, or else asked for at the terminal, once for each file. They are kept for this one run.
 *
 * @returns what gives the password of one file, or undefined where it needs none or none is known
 * @throws ProblemError `not-json` when the variable holds something else
 */
export function pdfPasswords(context: CliContext): (name: string, handle: SourceHandle) => Promise<string | undefined> {
  const known = given();
  return async (name, handle) => {
    if (known !== null) return known.get(name);
    if (!context.interactive || opens(handle)) return undefined;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const typed = await askPdfPassword(context, name);
      if (typed === undefined) return undefined;
      if (opens(handle, typed)) return typed;
      context.err(`misl: that does not open ${name}.`);
    }
    return undefined;
  };
}

/**
 * The passwords of MISL_PDF_PASSWORDS, by the names of files; null where it is not set.
 * @throws ProblemError `not-json`
 */
export function passwordsGiven(): Record<string, string> | null {
  const known = given();
  return known && Object.fromEntries(known);
}

/** Asks at the terminal for the password of one file; undefined where none is typed. */
export async function askPdfPassword(context: CliContext, name: string): Promise<string | undefined> {
  const typed = await context.secret({ question: `Password of ${name} (none leaves it out): `, variable: VARIABLE });
  return typed === '' ? undefined : typed;
}

/** Whether a password is not what a file fails by; other faults are found, and named, when it is bound. */
function opens(handle: SourceHandle, password?: string): boolean {
  try {
    counted(handle, password);
    return true;
  } catch (error) {
    return !isLocked(error);
  }
}

function given(): Map<string, string> | null {
  const text = process.env[VARIABLE];
  if (text === undefined) return null;
  try {
    return new Map(Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(text))));
  } catch {
    // Neither the text nor what is wrong with it is told: it holds passwords.
    throw problem('not-json', `${VARIABLE} does not hold JSON of names and passwords. Nothing was written.`, {
      hint: `${VARIABLE}='{"statement.pdf": "its password"}'`,
    });
  }
}
