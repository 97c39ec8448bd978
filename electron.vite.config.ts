import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Each file of workers/ that `runInWorker` may name is a program of its own: all but its two ends. */
const workers = Object.fromEntries(
  readdirSync('src/main/workers')
    .filter((file) => !['run.ts', 'serve.ts'].includes(file))
    .map((file) => [`workers/${path.basename(file, '.ts')}`, `src/main/workers/${file}`]),
);

/** Node 24, whatever Node the build runs on: the script is TypeScript. */
const node = path.resolve('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Puts the packs, read and checked, beside the program: reading their YAML at each opening of a vault takes half a second. */
const packs = {
  name: 'packs',
  writeBundle({ dir }: { dir?: string }) {
    const target = path.join(dir ?? 'out/main', 'packs.json');
    execFileSync(node, ['--disable-warning=ExperimentalWarning', 'scripts/packs.ts', target], {
      stdio: 'inherit',
    });
  },
};

export default defineConfig({
  main: {
    plugins: [packs],
    build: {
      rolldownOptions: {
        input: { index: 'src/main/index.ts', cli: 'src/main/cli/index.ts', ...workers },
        // Beside index.js and not in a folder: code that looks for its neighbours (the workers) finds them from there.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  // A sandboxed preload is run as a classic script: it must be CommonJS, in one file.
  preload: {
    build: {
      rolldownOptions: {
        input: { index: 'src/preload/index.ts', secret: 'src/preload/secret.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    plugins: [react()],
    // Inlined assets are data: URLs, and the policy of the page has no place for scripts or workers from there.
    build: {
      rolldownOptions: { input: { index: 'src/renderer/index.html', secret: 'src/renderer/secret.html' } },
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    worker: { format: 'es' },
  },
});
