import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { contract } from '#shared/contract/index.ts';
import { isSecretAct } from '#shared/contract/secret-window.ts';
import { root } from '../../scripts/find.mjs';
import { host } from './host.ts';
import { expect, test } from './misl.ts';

// The page is led astray on purpose here, and Chromium says so.
test.use({ expected: [/Content Security Policy|ERR_|Failed to load|blocked|Refused to|Not allowed|permission/i] });

const call = (page: Page, name: unknown, input: unknown) =>
  page.evaluate(
    ([given, data]) =>
      window.misl.call(given as 'vault.state', data as Record<string, never>).then(
        (answer) => (answer.ok ? { ok: true } : { ok: false, code: answer.problem.code, said: JSON.stringify(answer) }),
        (error: Error) => ({ ok: false, code: 'refused', said: error.message }),
      ),
    [name, input],
  );

test.describe('the page is closed', () => {
  test('nothing of Node or Electron is in it, and the bridge is three functions that cannot be changed', async ({
    misl,
  }) => {
    const page = await misl.page();
    const seen = await page.evaluate(() => {
      let changed = true;
      try {
        window.misl.call = null as never;
        changed = window.misl.call === null;
      } catch {
        changed = false;
      }
      const leaked = ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer'];
      return {
        members: Object.keys(window.misl).sort(),
        changed,
        frozen: Object.isFrozen(window.misl),
        leaked: leaked.filter((name) => name in window),
      };
    });
    expect(seen).toEqual({ members: ['call', 'pathOf', 'subscribe'], changed: false, frozen: true, leaked: [] });
  });

  test('its policy comes as a header and names no place but its own', async ({ misl }) => {
    const page = await misl.page();
    const policy = await page.evaluate(async () => (await fetch('/index.html')).headers.get('content-security-policy'));
    const rules = Object.fromEntries(
      (policy ?? '').split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]),
    );
    expect(rules['default-src']).toEqual(["'none'"]);
    expect(rules['script-src']).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(rules['style-src']).toEqual(["'self'"]);
    expect(rules['connect-src']).toEqual(["'self'"]);
    expect(rules['frame-src']).toEqual(["'none'"]);
    expect(rules['form-action']).toEqual(["'none'"]);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:|\*/);
  });

  test('inline scripts, handlers, styles and evaluated text do nothing', async ({ misl }) => {
    const page = await misl.page();
    const result = await page.evaluate(async () => {
      const violated: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
      const say = "document.body.dataset.injected = 'yes'";
      document.body.append(Object.assign(document.createElement('script'), { textContent: say }));
      const picture = document.createElement('div');
      picture.innerHTML = `<img src="data:," onerror="${say}"><p style="color: red">red</p>`;
      document.body.append(picture);
      // Not at once: what the debugger runs may evaluate text.
      const evaluated = await new Promise<boolean>((resolve) =>
        setTimeout(() => {
          try {
            // biome-ignore lint/security/noGlobalEval: the policy must forbid it.
            globalThis.eval(say);
            resolve(true);
          } catch {
            resolve(false);
          }
        }, 200),
      );
      return {
        violated: [...new Set(violated)].filter((rule) => rule !== 'script-src').sort(),
        evaluated,
        injected: document.body.dataset.injected,
        colour: getComputedStyle(picture.querySelector('p')!).color === 'rgb(255, 0, 0)',
      };
    });
    expect(result).toEqual({
      violated: ['script-src-attr', 'script-src-elem', 'style-src-attr'],
      evaluated: false,
      injected: undefined,
      colour: false,
    });
  });

  test('only its own files are served', async ({ misl }) => {
    const page = await misl.page();
    const statuses = await page.evaluate(async () => {
      const base = new URL('/', location.href).href;
      const paths = [
        'index.html',
        '',
        '..%2fmain%2findex.js',
        '%2e%2e/main/index.js',
        '../main/index.js',
        '/etc/passwd',
      ];
      const answers = await Promise.all(paths.map((path) => fetch(`${base}${path}`).then(({ status }) => status)));
      const posted = await fetch(`${base}index.html`, { method: 'POST', body: 'x' });
      return [...answers, posted.status];
    });
    expect(statuses).toEqual([200, 200, 404, 404, 404, 404, 405]);
  });
});

/** A server on this machine that counts who comes; nobody must. */
async function withServer(act: (address: string, visits: () => number) => Promise<void>) {
  let visits = 0;
  const server = createServer((_request, response) => response.end('here'));
  server.on('connection', () => {
    visits += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await act(`127.0.0.1:${(server.address() as AddressInfo).port}`, () => visits);
  } finally {
    server.close();
  }
}

/** Every way by which a page asks for something elsewhere. @returns those that were answered */
const reachOut = (page: Page, address: string) =>
  page.evaluate(async (place) => {
    const loaded = (element: HTMLElement) =>
      new Promise<boolean>((resolve) => {
        element.onload = () => resolve(true);
        element.onerror = () => resolve(false);
        document.body.append(element);
        setTimeout(() => resolve(false), 1500);
      });
    const make = <T extends HTMLElement>(name: string, properties: Partial<T> & Record<string, unknown>) =>
      loaded(Object.assign(document.createElement(name), properties));
    const opened = (socket: WebSocket | EventSource) =>
      new Promise<boolean>((resolve) => {
        socket.onopen = () => resolve(true);
        socket.onerror = () => resolve(false);
      });
    const attempt = async (act: () => boolean | Promise<boolean>) => {
      try {
        return await act();
      } catch {
        return false;
      }
    };
    const http = `http://${place}/`;
    const ways: Record<string, () => boolean | Promise<boolean>> = {
      fetch: () => fetch(http, { mode: 'no-cors' }).then(() => true),
      'by name': () => fetch('https://example.com/', { mode: 'no-cors' }).then(() => true),
      picture: () => make('img', { src: `${http}p.png` }),
      script: () => make('script', { src: `${http}s.js` }),
      style: () => make('link', { rel: 'stylesheet', href: `${http}s.css` }),
      frame: async () => {
        const frame = Object.assign(document.createElement('iframe'), { src: http });
        document.body.append(frame);
        await new Promise((resolve) => setTimeout(resolve, 500));
        return false;
      },
      socket: () => opened(new WebSocket(`ws://${place}/`)),
      events: () => opened(new EventSource(http)),
      beacon: () => void navigator.sendBeacon(http, 'x') === undefined && false,
      font: () => new FontFace('there', `url(${http}f.woff2)`).load().then(() => true),
      'by WebRTC': () =>
        new Promise<boolean>((resolve) => {
          const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${place}` }] });
          peer.createDataChannel('x');
          peer.onicecandidate = ({ candidate }) => {
            if (candidate?.type === 'srflx') resolve(true);
          };
          void peer.createOffer().then((offer) => peer.setLocalDescription(offer));
          setTimeout(() => resolve(false), 1000);
        }),
    };
    const answered = await Promise.all(
      Object.entries(ways).map(async ([name, act]) => ((await attempt(act)) ? name : null)),
    );
    return answered.filter((name) => name !== null);
  }, address);

test.describe('nothing leaves the machine', () => {
  test('no way of asking for something elsewhere is answered', async ({ misl }) => {
    const page = await misl.page();
    await withServer(async (address, visits) => {
      expect(await reachOut(page, address)).toEqual([]);
      expect(visits()).toBe(0);
    });
  });

  test('nor when the policy of the page is taken away', async ({ misl }) => {
    const page = await misl.page();
    const session = await page.context().newCDPSession(page);
    await session.send('Page.enable');
    await session.send('Page.setBypassCSP', { enabled: true });
    await misl.reload();
    // The policy is really gone: what remains is the filter of the session, and Chromium's switches.
    expect(
      await page.evaluate(() => {
        document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.name = "free"' }));
        return window.name;
      }),
    ).toBe('free');
    await withServer(async (address, visits) => {
      expect(await reachOut(page, address)).toEqual([]);
      expect(visits()).toBe(0);
    });
  });

  test('the page goes nowhere', async ({ misl }) => {
    const page = await misl.page();
    const before = page.url();
    await withServer(async (address, visits) => {
      for (const url of [
        `http://${address}/`,
        'https://example.com/',
        'file:///etc/passwd',
        'about:blank',
        'data:text/html,x',
      ]) {
        await page.evaluate((to) => {
          location.href = to;
        }, url);
        await page.waitForTimeout(150);
      }
      await page.evaluate((to) => {
        const form = Object.assign(document.createElement('form'), { action: to, method: 'post' });
        document.body.append(form);
        form.submit();
      }, `http://${address}/`);
      await page.waitForTimeout(200);
      expect(visits()).toBe(0);
    });
    expect(page.url()).toBe(before);
    expect(await page.evaluate(() => document.querySelectorAll('button').length)).toBeGreaterThan(0);
  });

  test('the page opens no window', async ({ misl }) => {
    const page = await misl.page();
    expect(await page.evaluate(() => window.open('https://example.com/'))).toBeNull();
    await page.evaluate(() => {
      const link = { href: 'https://example.com/', target: '_blank', textContent: 'away', id: 'away' };
      document.body.prepend(Object.assign(document.createElement('a'), link));
    });
    await page.locator('#away').click();
    await page.waitForTimeout(300);
    expect(await misl.host.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    await expect.poll(() => misl.host.windows().length).toBe(1);
  });

  test('the page saves no file', async ({ misl }) => {
    const page = await misl.page();
    await page.evaluate(() => {
      const href = URL.createObjectURL(new Blob(['a secret']));
      const link = Object.assign(document.createElement('a'), { href, download: 'secret.txt' });
      document.body.append(link);
      link.click();
    });
    await page.waitForTimeout(500);
    const written = readdirSync(misl.places.tmp, { recursive: true, encoding: 'utf8' });
    expect(written.filter((file) => file.endsWith('.txt') || file.endsWith('.crdownload'))).toEqual([]);
  });

  test('every permission is denied', async ({ misl }) => {
    const page = await misl.page();
    const states = await page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'clipboard-read',
        'midi',
        'persistent-storage',
      ];
      const asked = await Promise.all(
        names.map(
          async (name) => (await navigator.permissions.query({ name: name as 'midi' })).state === 'granted' && name,
        ),
      );
      /** A question that stays open is not a yes either. */
      const refused = (promise: Promise<unknown>) =>
        Promise.race([
          promise.then(
            () => false,
            () => true,
          ),
          new Promise((resolve) => setTimeout(() => resolve(true), 1500)),
        ]);
      return {
        granted: asked.filter(Boolean),
        notification: await Notification.requestPermission(),
        place: await new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('told'),
            ({ code }) => resolve(code),
          ),
        ),
        clipboard: await refused(navigator.clipboard.readText()),
        devices: await refused(navigator.mediaDevices.getUserMedia({ video: true, audio: true })),
        screen: await refused(navigator.mediaDevices.getDisplayMedia()),
      };
    });
    expect(states).toEqual({
      granted: [],
      notification: 'denied',
      place: 1,
      clipboard: true,
      devices: true,
      screen: true,
    });
  });
});

test.describe('calls', () => {
  test('an unknown call is refused by its code, whatever it is called', async ({ misl }) => {
    const page = await misl.page();
    for (const name of [
      'vault.dropEverything',
      '',
      '__proto__',
      'constructor',
      'toString',
      42,
      null,
      ['vault.state'],
      {},
    ])
      expect(await call(page, name, {}), String(name)).toMatchObject({ ok: false, code: 'unknown-call' });
  });

  test('what a call gets is checked: no junk does anything but give a problem', async ({ misl }) => {
    // Some two thousand calls, one after the other.
    test.setTimeout(240_000);
    const page = await misl.page();
    await misl.ask('vault.openSample', {});
    const before = await misl.ask('undo.last', {});
    const junk = [
      null,
      undefined,
      42,
      'x',
      [],
      [[]],
      { id: { $ne: 1 } },
      { id: "' OR 1=1 --", unknown: true },
      new Array(9).fill({}),
    ];
    // Calls without input that do something on their own are left alone.
    const harmless = Object.keys(contract).filter(
      (name) => !/^(vault\.(lock|create|unlock|verify)|bin\.empty)$/.test(name),
    );
    expect(harmless.length).toBeGreaterThan(50);
    for (const name of harmless) {
      for (const input of junk) {
        const answer = await call(page, name, input);
        expect(answer.ok, `${name}(${JSON.stringify(input)})`).toBe(false);
        // What a secret is asked for is not even looked at here: it has a window of its own.
        const code = isSecretAct(name) ? 'refused' : 'bad-input';
        expect('code' in answer && answer.code, `${name}(${JSON.stringify(input)})`).toBe(code);
        expect('said' in answer && answer.said).not.toMatch(/\n\s+at |SELECT|node_modules|\/main\//);
      }
    }
    expect(await misl.ask('undo.last', {})).toEqual(before);
  });

  test('while the vault is locked, nothing is told', async ({ misl }) => {
    const page = await misl.page();
    for (const name of ['matters.list', 'settings.get', 'log.list', 'vault.info', 'bin.list'])
      expect(await call(page, name, name === 'log.list' ? { limit: 1 } : {}), name).toMatchObject({
        ok: false,
        code: 'locked',
      });
  });

  test('a page of another origin is not heard, though it has the bridge', async ({ misl }) => {
    const page = await misl.page();
    await misl.host.evaluate(async ({ BrowserWindow, session }) => {
      const { protocol, webRequest } = session.fromPartition('misl');
      // The app's own filter would not even let it be loaded.
      webRequest.onBeforeRequest((_details, answer) => answer({}));
      protocol.unhandle('misl');
      protocol.handle('misl', () => new Response('<!doctype html><p>x', { headers: { 'content-type': 'text/html' } }));
      await BrowserWindow.getAllWindows()[0]!.loadURL('misl://elsewhere/index.html');
    });
    await page.waitForFunction(() => 'misl' in window && document.querySelector('p') !== null);
    expect(await call(page, 'vault.state', {})).toMatchObject({ ok: false, code: 'refused' });
  });

  test('a window that is not ours is not heard, though it shows the same page', async ({ misl }) => {
    const first = await misl.page();
    await misl.host.evaluate(
      async ({ BrowserWindow, session }, preload) => {
        const webPreferences = {
          ...{
            preload,
            session: session.fromPartition('misl'),
            sandbox: true,
            contextIsolation: true,
            webSecurity: true,
          },
          ...{ nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false },
          ...{ webviewTag: false, navigateOnDragDrop: false },
        };
        await new BrowserWindow({ webPreferences }).loadURL('misl://app/index.html');
      },
      path.resolve(root, process.env.MISL_OUT ?? 'out', 'preload', 'index.cjs'),
    );
    const second = misl.host.windows().find((page) => page !== first)!;
    await second.waitForFunction(() => 'misl' in window);
    expect(await call(second, 'vault.state', {})).toMatchObject({ ok: false, code: 'refused' });
    expect(await call(first, 'vault.state', {})).toEqual({ ok: true });
  });
});

test('a second start brings the window forward and ends', async ({ misl }) => {
  await misl.page();
  expect(await misl.startAgain()).toBe(0);
  expect(await misl.host.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('what the stand-in lacks is named', async ({ misl }) => {
  // On real Electron there is nothing to show: it lacks nothing.
  if (host === 'electron') return;
  await misl.page();
  const { evaluate } = misl.host;
  await expect(evaluate(({ Tray }) => void new Tray('icon.png'))).rejects.toThrow('no electron.Tray');
  await expect(evaluate(({ app }) => void app.getGPUFeatureStatus())).rejects.toThrow(
    'no electron.app.getGPUFeatureStatus',
  );
  await expect(evaluate(({ app }) => void app.on('login', () => {}))).rejects.toThrow(
    "never emits 'login' on electron.app",
  );
  await expect(evaluate(({ dialog }) => dialog.showMessageBox({ message: 'Sure?' }))).rejects.toThrow(
    'No answer was scripted',
  );
  await expect(evaluate(({ BrowserWindow }) => void new BrowserWindow({ frame: false }))).rejects.toThrow(
    'no BrowserWindow option frame',
  );
});
