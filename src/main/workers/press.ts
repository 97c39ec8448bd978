import { parentPort } from 'node:worker_threads';
import { hashBehind } from '#main/bundles/follow.ts';
import type { PressAnswer, PressTask } from '#main/bundles/press.ts';
import { typesetPdf } from '#main/documents/typst.ts';
import { ProblemError } from '#shared/problem.ts';

parentPort!.on('message', (task: PressTask) => {
  const post = (answer: PressAnswer) => parentPort!.postMessage(answer);
  const { id } = task;
  try {
    post({
      id,
      value: task.do === 'typeset' ? typesetPdf(task.doc, task.options) : hashBehind(task.file, task.seal, task.memory),
    });
  } catch (error) {
    if (error instanceof ProblemError) post({ id, problem: error.problem });
    else post({ id, fault: error instanceof Error ? `${error.name} in the press` : typeof error });
  }
});
