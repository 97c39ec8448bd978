import { expect, it } from 'vitest';
import { numbers } from '../packs/mutate.ts';
import { crash, crashMigration } from './crash/crash.ts';
import { inMemory } from './helpers.ts';

it('holds every acknowledged write after each of 50 kills at random moments', async () => {
  const { folder, remove } = inMemory();
  try {
    const looked = await crash(folder, 50, numbers(50));
    expect(looked).toBeGreaterThan(50);
  } finally {
    remove();
  }
}, 480_000);

it('has the old schema or the new one, and all records, after a kill while it is migrated', async () => {
  const { folder, remove } = inMemory();
  try {
    expect(await crashMigration(folder, 8, numbers(8))).toBeGreaterThan(0);
  } finally {
    remove();
  }
}, 480_000);
