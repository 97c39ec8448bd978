import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

/** The name of the preload's world, and of what it and the driver reach each other by. */
export const WORLD = 'preload';
export const TELL = '__tell';
export const STATE = '__preload';

/** The files that run in the page, as one classic script. */
let text: string | undefined;
function library(): string {
  text ??= ['codec.ts', 'strict.ts', 'page/bridge.ts', 'page/files.ts', 'page/preload.ts']
    .map((file) => stripTypeScriptTypes(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')))
    .join('\n')
    .replace(/^import .*$/gm, '')
    .replace(/^export /gm, '');
  return text;
}

/** Only the page itself gets a bridge: no frame in it, and not the empty page before it. */
const scoped = (body: string) =>
  `if (window === window.top && /^https?:$/.test(location.protocol)) {\n${library()}\n${body}\n}`;

/** For the page's own world. */
export const pageScript = (secret: string) => scoped(`page(${JSON.stringify(secret)});`);

/** For the preload's world: the built preload script, with what Electron gives it. */
export const preloadScript = (secret: string, file: string) =>
  scoped(`
  const tell = globalThis.${TELL};
  delete globalThis.${TELL};
  globalThis.${STATE} = preload({
    secret: ${JSON.stringify(secret)},
    platform: ${JSON.stringify(process.platform)},
    tell: (message) => tell(JSON.stringify(message)),
    run: (require, process, exports, module) => {
${readFileSync(file, 'utf8')}
    },
  });`);
