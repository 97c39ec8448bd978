import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `vite build tests/gallery`, or `vite tests/gallery` to look at it: `?theme=dark&lang=ur&open=dialog`. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    outDir: path.join(import.meta.dirname, '../../node_modules/.cache/gallery'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
  },
});
