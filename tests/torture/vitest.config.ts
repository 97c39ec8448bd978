import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { THREADS } from '../../scripts/run.mjs';

// One file at a time, so that each has the whole machine; a test may take an hour.
export default defineConfig({
  test: {
    root: path.join(import.meta.dirname, '../..'),
    include: ['tests/torture/**/*.test.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    execArgv: [THREADS],
  },
});
