import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/vectors/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
