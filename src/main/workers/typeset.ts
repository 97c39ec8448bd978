import { parentPort } from 'node:worker_threads';
import { compositions } from '#main/documents/compose.ts';
import type { TypesetAnswer, TypesetTask } from '#main/documents/typesetter.ts';
import { ProblemError } from '#shared/problem.ts';

// One after another, as they come.
let turn: Promise<void> = Promise.resolve();
parentPort!.on('message', (task: TypesetTask) => {
  turn = turn.then(() => answer(task));
});

async function answer({ id, name, given }: TypesetTask): Promise<void> {
  const post = (message: TypesetAnswer) => parentPort!.postMessage(message);
  try {
    post({ id, value: await (compositions[name] as (...all: unknown[]) => unknown)(...given) });
  } catch (error) {
    if (error instanceof ProblemError) post({ id, problem: error.problem });
    else post({ id, fault: error instanceof Error ? `${error.name} in the typesetter` : typeof error });
  }
}
