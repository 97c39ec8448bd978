// A process that brings vaults of the first released schema up to date, one copy after the other, until it is killed.
// Arguments: the golden vault's folder, a folder for the copies, the passphrase.
import { cpSync } from 'node:fs';
import path from 'node:path';
import { openVault } from '#main/vault/vault.ts';

const [golden = '', folder = '', passphrase = ''] = process.argv.slice(2);

process.stdout.write('ready\n');
for (let n = 0; ; n++) {
  const dir = path.join(folder, `${n}.misl`);
  cpSync(golden, dir, { recursive: true });
  process.stdout.write(`copied ${dir}\n`);
  const vault = await openVault(dir, { passphrase });
  process.stdout.write(`migrated ${dir}\n`);
  vault.close();
}
