import { expect, it } from 'vitest';
import { numbers } from '../packs/mutate.ts';
import { crash } from './crash/crash.ts';
import { scratch } from './helpers.ts';

it('holds every acknowledged write after each of 50 kills at random moments', async () => {
  const { folder, remove } = scratch();
  try {
    const looked = await crash(folder, 50, numbers(50));
    expect(looked).toBeGreaterThan(50);
  } finally {
    remove();
  }
}, 240_000);
