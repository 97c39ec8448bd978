import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { THREADS } from './scripts/run.mjs';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/vectors/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    execArgv: [THREADS],
    // Its own choice leaves one of two cores idle.
    maxWorkers: availableParallelism(),
  },
});
