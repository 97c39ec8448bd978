import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Protocol } from 'electron';

const SCHEME = 'misl';
/** Where the page comes from, and the only place that calls are taken from. */
export const ORIGIN = `${SCHEME}://app`;

/** To be said before the program is ready: the scheme has an origin, is secure, and may be fetched from. */
export const schemes = [{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }];

/**
 * What the page may do. No remote place is named, and no script or style that stands in the page itself. Pictures and
 * sound of exhibits come by blob: and data:, because they are decrypted into memory and have no address; pdf.js decodes
 * some scans by WebAssembly, which is no `eval`.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  'media-src blob:',
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  // Faces that the viewer gives to a PDF which names them and does not hold them.
  '.pfb': 'application/octet-stream',
};

const headers = (type: string) => ({
  'content-type': type,
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
});

/** The files of a folder by their address. No path is ever made out of an address: it is in the list or it is nowhere. */
function listFiles(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [`/${path.relative(folder, file).split(path.sep).join('/')}`, file];
    }),
  );
}

const refused = (status: number) => new Response(null, { status, headers: headers('text/plain') });

/** Answers for the files of the built renderer, and for nothing else. */
function fileServer(folder: string): (request: Request) => Promise<Response> {
  const files = listFiles(folder);
  return async ({ url, method }) => {
    const { protocol, host, pathname } = new URL(url);
    const file = files.get(pathname === '/' ? '/index.html' : pathname);
    const type = file && TYPES[path.extname(file)];
    if (`${protocol}//${host}` !== ORIGIN || !file || !type) return refused(404);
    if (method !== 'GET' && method !== 'HEAD') return refused(405);
    return new Response(method === 'HEAD' ? null : await readFile(file), { headers: headers(type) });
  };
}

/** Lets the pages of a session be loaded from the folder. */
export function serveRenderer(protocol: Protocol, folder: string) {
  protocol.handle(SCHEME, fileServer(folder));
}
