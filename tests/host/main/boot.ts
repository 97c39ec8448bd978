/**
 * Runs the built app: `node boot.ts PROJECT [arguments]`, as a child of the driver. The app's own files are loaded as
 * they are; only the name `electron` leads to the stand-in. MISL_OUT names another build than the one in out/.
 */
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';

const standIn = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (name, context, next) =>
    /^electron(\/(main|common))?$/.test(name) ? { url: standIn, shortCircuit: true } : next(name, context),
});

// As in Electron: the program, then the app's folder.
process.argv.splice(1, 1);
Object.assign(process, { type: 'browser' });
process.on('disconnect', () => process.exit(1));

const electron = await import('./electron.ts');
// All the names that Electron has in this process, and no other.
type Real = typeof import('electron/main') & typeof import('electron/common');
electron satisfies Record<keyof Real, unknown> & {
  [K in Exclude<keyof typeof electron, keyof Real | 'default'>]: never;
};
const { begin } = await import('./app.ts');
const { offered } = await import('./driver.ts');
const { receive } = await import('./ipc.ts');
const { strict } = await import('../strict.ts');
const { windowCalls } = await import('./windows.ts');

const seen = strict('', { ...electron });
Object.assign(offered, {
  ...windowCalls,
  message: receive,
  evaluate: (source: string, argument: unknown) =>
    (vm.runInThisContext(`(${source})`) as (module: unknown, argument: unknown) => unknown)(seen, argument),
} satisfies typeof offered);

const out = path.resolve(electron.app.getAppPath(), process.env.MISL_OUT ?? 'out');
await import(pathToFileURL(path.join(out, 'main', 'index.js')).href);
begin();
