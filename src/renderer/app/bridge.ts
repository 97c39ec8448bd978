import type { Bridge, CallName, Input, Output } from '#shared/contract/index.ts';
import { ProblemError } from '#shared/problem.ts';

declare global {
  interface Window {
    misl: Bridge;
  }
}

/**
 * Makes one call to the main process.
 * @returns its value, and the id of the command where it can be undone
 * @throws ProblemError with what the user is told
 */
export async function ask<N extends CallName>(
  name: N,
  input: Input<N>,
): Promise<{ value: Output<N>; undo: string | null }> {
  const answer = await window.misl.call(name, input);
  if (!answer.ok) throw new ProblemError(answer.problem);
  return answer;
}

export const subscribe: Bridge['subscribe'] = (name, listener) => window.misl.subscribe(name, listener);

export const pathOf: Bridge['pathOf'] = (file) => window.misl.pathOf(file);
