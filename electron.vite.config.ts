import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: { index: 'src/main/index.ts' },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  // A sandboxed preload is run as a classic script: it must be CommonJS, in one file.
  preload: {
    build: { rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } } },
  },
  renderer: {
    plugins: [react()],
    // Inlined assets are data: URLs, and the policy of the page has no place for scripts or workers from there.
    build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    worker: { format: 'es' },
  },
});
