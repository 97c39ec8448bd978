// Does one thing with a vault that its recovery key opens, and prints how long it took and the most memory that the program
// ever had: `vault-once.js import|verify|backup|restore VAULT KEY [TARGET | LIST OF FILES]`. vault.bench.ts builds it as the
// package is built, and runs it as a program of its own.
import { existsSync, readFileSync } from 'node:fs';
import { createRunner } from '#main/store/runner.ts';
import { appendAudit } from '#main/vault/audit.ts';
import { backUp } from '#main/vault/backup.ts';
import { restoreBackup } from '#main/vault/restore.ts';
import { type OpenVault, openVault } from '#main/vault/vault.ts';
import { verifyVault } from '#main/vault/verify.ts';

const [what = '', dir = '', recoveryKey = '', given = ''] = process.argv.slice(2);
const now = '2026-11-23T09:00:00.000Z';

async function importAll(vault: OpenVault) {
  const runner = createRunner(vault.db, {
    clock: { now: () => now, today: () => now.slice(0, 10) },
    services: {},
    actor: 'bench',
    audit: (db, entry) => appendAudit(db, vault.auditKey, entry),
    onChange() {},
  });
  for (const name of readFileSync(given, 'utf8').trim().split('\n')) {
    const blob = await vault.blobs.write(name, { mime: 'application/octet-stream' });
    await runner.run({ name: 'bench', undoable: false }, ({ db, clock }) => vault.blobs.record(db, blob, clock.now()));
  }
}

const work: Record<string, (vault: OpenVault) => unknown> = {
  nothing: () => undefined,
  import: importAll,
  verify: (vault) => verifyVault(vault).ok || Promise.reject(new Error('The vault is damaged')),
  backup: (vault) => backUp(vault, given, { now }),
};

let seconds: number;
if (what === 'restore') {
  const start = performance.now();
  await restoreBackup(dir, given, { recoveryKey });
  seconds = (performance.now() - start) / 1000;
} else {
  const vault = await openVault(dir, { recoveryKey });
  const start = performance.now();
  await work[what]!(vault);
  seconds = (performance.now() - start) / 1000;
  vault.close();
}

/** In MiB. What Linux counts as a process's own, other systems' counts begin with those of the one that started it. */
function mostMemory(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS) / 1024;
}

process.stdout.write(JSON.stringify({ seconds, memory: mostMemory() }));
