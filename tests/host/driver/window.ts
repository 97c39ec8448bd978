import { randomUUID } from 'node:crypto';
import type { CDPSession, Page, Route } from 'playwright-core';
import { type Main, type Remote, unlessGone, type WindowOptions } from '../link.ts';
import type { Downward, Upward } from '../page/preload.ts';
import { inward, outward } from './address.ts';
import { pageScript, preloadScript, STATE, TELL, WORLD } from './scripts.ts';

const withoutHash = ({ href, hash }: URL) => href.slice(0, href.length - hash.length);

/** A page that is closed needs nothing any more. */
const unlessClosed = (work: Promise<unknown>) =>
  work.catch((error: Error) => {
    if (!/has been closed|Target closed|detached|Invalid InterceptionId/i.test(error.message)) throw error;
  });

/** One window of the app: a page of Chromium with the app's preload in a world of its own. */
export class Window {
  readonly page: Page;
  private readonly id: number;
  private readonly main: Remote<Main>;
  private readonly cdp: CDPSession;
  private mainFrame = '';
  private preloadContext = '';
  /** Where main has sent the page. */
  private expected: URL | null = null;

  private constructor(id: number, page: Page, cdp: CDPSession, main: Remote<Main>) {
    this.id = id;
    this.page = page;
    this.cdp = cdp;
    this.main = main;
  }

  static async open(page: Page, main: Remote<Main>, id: number, { preload }: WindowOptions): Promise<Window> {
    const cdp = await page.context().newCDPSession(page);
    const window = new Window(id, page, cdp, main);
    await window.listen();
    const secret = randomUUID();
    await cdp.send('Runtime.addBinding', { name: TELL, executionContextName: WORLD });
    // In this order: the page's end of the bridge listens before the preload exposes anything.
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript(secret) });
    const source = preloadScript(secret, preload);
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: WORLD });
    return window;
  }

  private async listen() {
    const { page, cdp, main, id } = this;
    const { frameTree } = await cdp.send('Page.getFrameTree');
    this.mainFrame = frameTree.frame.id;
    cdp.on('Runtime.executionContextCreated', ({ context: { name, auxData, uniqueId } }) => {
      if (name === WORLD && auxData?.frameId === this.mainFrame) this.preloadContext = uniqueId;
    });
    cdp.on('Runtime.bindingCalled', ({ payload }) =>
      unlessGone(unlessClosed(this.hear(JSON.parse(payload) as Upward))),
    );
    cdp.on('Page.windowOpen', ({ url }) => unlessGone(main.opened(id, inward(url))));
    page.on('close', () => unlessGone(main.happened(id, 'closed')));
    page.on('crash', () => unlessGone(main.happened(id, 'crashed')));
    page.on('download', () => unlessGone(main.happened(id, 'download')));
    await page.route('**/*', (route) => unlessGone(unlessClosed(this.route(route))));
    await cdp.send('Page.enable');
    await cdp.send('Runtime.enable');
  }

  async load(url: string) {
    this.expected = new URL(outward(url));
    await this.page.goto(this.expected.href).finally(() => {
      this.expected = null;
    });
  }

  /** Answers a request of this page from the app, and lets nothing else through. */
  private async route(route: Route) {
    const request = route.request();
    const url = inward(request.url());
    if (request.isNavigationRequest()) {
      const isMainFrame = request.frame() === this.page.mainFrame();
      const isExpected =
        isMainFrame && this.expected && withoutHash(this.expected) === withoutHash(new URL(request.url()));
      // What main did not ask for is the page's own wish.
      if (!isExpected && !(await this.main.navigate(this.id, url, isMainFrame))) return route.abort('aborted');
    }
    const headers = Object.fromEntries(Object.entries(request.headers()).map(([name, value]) => [name, inward(value)]));
    const answer = await this.main.request(this.id, {
      url,
      method: request.method(),
      headers,
      body: request.postDataBuffer(),
      resourceType: request.resourceType(),
    });
    if (typeof answer === 'string') return route.abort('blockedbyclient');
    await route.fulfill({ ...answer, body: Buffer.from(answer.body) });
  }

  async deliver(message: Downward) {
    await this.cdp.send('Runtime.callFunctionOn', {
      functionDeclaration: `(message) => ${STATE}.deliver(message)`,
      arguments: [{ value: message }],
      uniqueContextId: this.preloadContext,
    });
  }

  private async hear(message: Upward) {
    switch (message.type) {
      case 'invoke': {
        const facts = { url: inward(this.page.url()), isMainFrame: true };
        const text = await this.main.message(this.id, facts, message.text);
        // The page may be gone before its answer comes.
        return this.deliver({ type: 'answer', id: message.id, text }).catch(() => {});
      }
      case 'files': {
        const paths: string[] = [];
        for (let index = 0; index < message.count; index++)
          paths.push(await this.pathOf(`${STATE}.held.get(${message.batch}).files[${index}]`));
        return this.deliver({ type: 'paths', batch: message.batch, paths });
      }
      case 'opened':
        return this.main.opened(this.id, inward(message.url));
      case 'left':
        if (await this.main.navigate(this.id, message.url, true))
          throw new Error(`The stand-in host can't go to ${message.url}`);
        return;
      case 'happened':
        return this.main.happened(this.id, message.event, message.detail);
      case 'failed':
        console.error(`Unable to load preload script: ${message.message}`);
    }
  }

  /** Chromium tells the path of a file to nobody but its debugger. */
  private async pathOf(expression: string): Promise<string> {
    const { result } = await this.cdp.send('Runtime.evaluate', { expression, uniqueContextId: this.preloadContext });
    const { path } = await this.cdp.send('DOM.getFileInfo', { objectId: result.objectId! });
    return path;
  }
}
