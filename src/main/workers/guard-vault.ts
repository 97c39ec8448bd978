import os from 'node:os';
import { backUp } from '#main/vault/backup.ts';
import type { GuardTask } from '#main/vault/guard.ts';
import { drill } from '#main/vault/restore.ts';
import { openBeside } from '#main/vault/vault.ts';
import { verifyVault } from '#main/vault/verify.ts';
import { serve } from './serve.ts';

// On Linux a priority is one thread's, and so is its place in the queue of the disk: whoever works with the vault comes
// first. Elsewhere it would be the whole program's.
if (process.platform === 'linux') os.setPriority(0, os.constants.priority.PRIORITY_BELOW_NORMAL);

await serve(async (task: GuardTask, report) => {
  if (task.task === 'drill') return drill(task.backup, task.secret);
  const vault = openBeside(task.dir, task.master);
  task.master.fill(0);
  try {
    if (task.task === 'verify') return verifyVault(vault);
    return await backUp(vault, task.to, {
      now: task.now,
      onProgress: (done, total) => report({ unit: 'files', done, total }),
    });
  } finally {
    vault.close();
  }
});
