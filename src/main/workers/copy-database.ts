import { openConnection } from '#main/store/connection.ts';
import { diskFault } from '#main/vault/disk-fault.ts';
import type { DatabaseCopy } from '#main/vault/snapshot.ts';
import { serve } from './serve.ts';

await serve(({ file, key, salt, to }: DatabaseCopy) => {
  const secret = Buffer.from(key);
  const db = openConnection(file, { key: secret, salt: Buffer.from(salt) }, { readonly: true });
  try {
    db.prepare('VACUUM INTO ?').run(to);
  } catch (error) {
    throw diskFault(error, 'No backup was made, and those before are unharmed.');
  } finally {
    db.close();
    for (const each of [secret, key]) each.fill(0);
  }
});
