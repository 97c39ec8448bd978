// A process whose files may not grow beyond a limit: it works until something is refused, and says what it was told.
// Arguments: the vault's folder, the recovery key.
import { openVault } from '#main/vault/vault.ts';
import { ProblemError } from '#shared/problem.ts';
import { content, streamOf } from '../helpers.ts';
import { addMatter, runnerOf } from './rig.ts';

const [dir = '', recoveryKey = ''] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

const vault = await openVault(dir, { recoveryKey });
const runner = runnerOf(vault);
try {
  for (let n = 100; ; n++) {
    await addMatter(runner, n);
    say(`matter M-${n}`);
    const blob = await vault.blobs.write(streamOf(content(n * n * 20, n)), { mime: 'application/octet-stream' });
    await runner.run({ name: 'limited.blob', undoable: false, touches: ['blob'] }, ({ db, clock }) =>
      vault.blobs.record(db, blob, clock.now()),
    );
    say(`blob ${blob.id}`);
  }
} catch (error) {
  say(`refused ${error instanceof ProblemError ? error.problem.code : String(error)}`);
} finally {
  vault.close();
}
