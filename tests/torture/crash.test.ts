import { expect, test } from 'vitest';
import { numbers } from '../unit/packs/mutate.ts';
import { crash } from '../unit/vault/crash/crash.ts';
import { scratch } from '../unit/vault/helpers.ts';

test('holds every acknowledged write after each of 500 kills at random moments', async () => {
  const { folder, remove } = scratch();
  try {
    const looked = await crash(folder, 500, numbers(500));
    process.stdout.write(`500 kills, ${looked} acknowledged writes looked for, none lost\n`);
    expect(looked).toBeGreaterThan(500);
  } finally {
    remove();
  }
});
