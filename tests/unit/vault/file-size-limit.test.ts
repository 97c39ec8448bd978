// A limit on the size of a file (RLIMIT_FSIZE), whose signal Node ignores: writes beyond it fail.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVault } from '#main/vault/vault.ts';
import { verifyVault } from '#main/vault/verify.ts';
import { copyOf, makeRig, type Rig } from './attack/rig.ts';
import { inMemory } from './helpers.ts';

const WORKER = path.join(import.meta.dirname, 'attack', 'limited.ts');
const { folder, remove } = inMemory();
let rig: Rig;
beforeAll(async () => {
  rig = await makeRig(folder);
});
afterAll(remove);

/** In blocks of 512 bytes or of 1,024, as the shell counts: far above the vault as it is, and soon reached. */
const BLOCKS = 3000;

describe.runIf(process.platform !== 'win32')('a limit on the size of a file', () => {
  it('is told of, and keeps what was acknowledged', async () => {
    const dir = copyOf(rig);
    const home = mkdtempSync(path.join(folder, 'home-'));
    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', `ulimit -c 0; ulimit -f ${BLOCKS}; exec "$@"`, 'sh', process.execPath, WORKER, dir, rig.recoveryKey],
      { encoding: 'utf8', timeout: 60_000, env: { ...process.env, TMPDIR: home, NODE_NO_WARNINGS: '1' } },
    );
    const lines = stdout.split('\n').slice(0, -1);
    const refused = lines.find((line) => line.startsWith('refused'));
    expect(refused, stderr).toMatch(/^refused disk-(full|error)$/);
    const vault = await openVault(dir, { recoveryKey: rig.recoveryKey });
    try {
      vault.blobs.sweep();
      expect(readdirSync(path.join(dir, 'tmp'))).toEqual([]);
      expect(verifyVault(vault).problems).toEqual([]);
      const kept = new Set([
        ...vault.db.prepare("SELECT 'matter ' || reference FROM matter").pluck().all(),
        ...vault.db.prepare("SELECT 'blob ' || id FROM blob").pluck().all(),
      ]);
      const acknowledged = lines.filter((line) => !line.startsWith('refused'));
      expect(acknowledged.length).toBeGreaterThan(10);
      for (const line of acknowledged) expect(kept.has(line), line).toBe(true);
    } finally {
      vault.close();
    }
    rmSync(home, { recursive: true });
  }, 90_000);
});
