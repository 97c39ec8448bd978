import { defineConfig } from '@playwright/test';
import { host } from './tests/e2e/host.ts';

if (!process.features.typescript)
  throw new Error(`The tests need Node 24 and this is ${process.version}: run them by npm, which brings its own`);

// The stand-in reads its page scripts through node:module's stripTypeScriptTypes, which Node 24 still calls experimental.
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --disable-warning=ExperimentalWarning`;

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/say-host.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  // Stands before each line of the report.
  projects: [{ name: host }],
});
