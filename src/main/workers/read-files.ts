import { readOne } from '#main/evidence/read-one.ts';
import type { Reading, ReadingTask } from '#main/evidence/reading.ts';
import { serve } from './serve.ts';

await serve(async (tasks: ReadingTask[], report) => {
  const readings: Reading[] = [];
  for (const [i, task] of tasks.entries()) {
    report({ unit: 'files', done: i, total: tasks.length, item: task.name });
    readings.push(await readOne(task));
  }
  return readings;
});
