import { expect, test } from 'vitest';
import { numbers } from '../unit/packs/mutate.ts';
import { crash, crashMigration } from '../unit/vault/crash/crash.ts';
import { inMemory } from '../unit/vault/helpers.ts';

test('holds every acknowledged write after each of 500 kills at random moments', async () => {
  const { folder, remove } = inMemory();
  try {
    const looked = await crash(folder, 500, numbers(500));
    process.stdout.write(`500 kills, ${looked} acknowledged writes looked for, none lost\n`);
    expect(looked).toBeGreaterThan(500);
  } finally {
    remove();
  }
});

test('has the old schema or the new one, and all records, after each of 100 kills while it is migrated', async () => {
  const { folder, remove } = inMemory();
  try {
    const looked = await crashMigration(folder, 100, numbers(100));
    process.stdout.write(`100 kills while migrating, ${looked} vaults looked at, each whole\n`);
    expect(looked).toBeGreaterThan(50);
  } finally {
    remove();
  }
});
