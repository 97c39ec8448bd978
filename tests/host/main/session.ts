import type { PageRequest, PageResponse, Refusal } from '../link.ts';
import { strict } from '../strict.ts';
import { app, needsReady } from './app.ts';
import { Emitter, refusable } from './emitter.ts';
import { PERMISSIONS } from './permissions.ts';

type SchemeHandler = Parameters<Electron.Protocol['handle']>[1];
type Filter = (
  details: Electron.OnBeforeRequestListenerDetails,
  answer: (response: Electron.CallbackResponse) => void,
) => void;
type Handlers = {
  request: Parameters<Electron.Session['setPermissionRequestHandler']>[0];
  check: Parameters<Electron.Session['setPermissionCheckHandler']>[0];
  device: Parameters<Electron.Session['setDevicePermissionHandler']>[0];
  display: Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0];
};

/** What a session was told, out of the app's sight. */
interface Held {
  partition: string;
  schemes: Map<string, SchemeHandler>;
  filter: Filter | null;
  guards: Handlers;
}
const held = new WeakMap<object, Held>();
const privileged = new Set<string>();
let lastRequest = 0;

type SessionMembers =
  | 'protocol'
  | 'webRequest'
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setSpellCheckerEnabled';

class StandInSession extends Emitter implements Pick<Electron.Session, SessionMembers> {
  readonly protocol: Electron.Protocol;
  readonly webRequest: Electron.WebRequest;

  constructor(partition: string) {
    super('Session', ['will-download']);
    const mine: Held = {
      partition,
      schemes: new Map(),
      filter: null,
      guards: { request: null, check: null, device: null, display: null },
    };
    held.set(this, mine);
    this.protocol = strict('Protocol', {
      handle(scheme, handler) {
        if (!privileged.has(scheme))
          throw new Error(`The stand-in host serves only schemes registered as standard and secure; ${scheme} is not`);
        if (mine.schemes.has(scheme)) throw new Error(`The scheme ${scheme} has a handler already`);
        mine.schemes.set(scheme, handler);
      },
      isProtocolHandled: (scheme) => mine.schemes.has(scheme),
      unhandle: (scheme) => void mine.schemes.delete(scheme),
    } satisfies Pick<Electron.Protocol, 'handle' | 'isProtocolHandled' | 'unhandle'>) as Electron.Protocol;
    this.webRequest = strict('WebRequest', {
      onBeforeRequest(listener: unknown) {
        if (typeof listener !== 'function')
          throw new Error('The stand-in host has only electron.WebRequest.onBeforeRequest(listener), for all requests');
        mine.filter = listener as Filter;
      },
    }) as unknown as Electron.WebRequest;
  }

  setPermissionRequestHandler = (request: Handlers['request']) => guard(this, { request });
  setPermissionCheckHandler = (check: Handlers['check']) => guard(this, { check });
  setDevicePermissionHandler = (device: Handlers['device']) => guard(this, { device });
  setDisplayMediaRequestHandler = (display: Handlers['display']) => guard(this, { display });

  setSpellCheckerEnabled(enabled: boolean) {
    if (enabled && process.platform !== 'darwin')
      throw new Error('The stand-in host checks no spelling: outside macOS Chromium would fetch dictionaries');
  }
}

function guard(session: StandInSession, more: Partial<Handlers>) {
  Object.assign(held.get(session)!.guards, more);
}

const asStandIn = (session: Electron.Session) => session as unknown as StandInSession;
export const partitionOf = (session: Electron.Session) => held.get(asStandIn(session))!.partition;

const sessions = new Map<string, StandInSession>();

function fromPartition(partition: string): Electron.Session {
  needsReady('session');
  if (partition.startsWith('persist:')) throw new Error('The stand-in host keeps nothing of a page on the disk');
  const known = sessions.get(partition) ?? new StandInSession(partition);
  sessions.set(partition, known);
  return known as unknown as Electron.Session;
}

export const session = strict('session', {
  get defaultSession() {
    return fromPartition('');
  },
  fromPartition,
} satisfies Pick<typeof Electron.Session, 'defaultSession' | 'fromPartition'>);

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(list) {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of list) if (privileges?.standard && privileges.secure) privileged.add(scheme);
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>);

/**
 * Electron grants everything while a handler is missing, and lets every request out. Here no page is loaded before all
 * of them are there and each permission has been refused.
 */
export function assertGuarded(session: Electron.Session, contents: Electron.WebContents) {
  const { guards, filter } = held.get(asStandIn(session))!;
  if (!guards.request || !guards.check || !guards.device || !guards.display || !filter)
    throw new Error('Set all permission handlers and a request filter first: without them Electron lets a page do all');
  if (asStandIn(session).listenerCount('will-download') === 0)
    throw new Error("Listen to 'will-download' first: without that Electron lets a page save files");
  for (const permission of PERMISSIONS) {
    let granted = guards.check(contents, permission, '', {} as Electron.PermissionCheckHandlerHandlerDetails);
    const note = (answer: boolean) => {
      granted ||= answer;
    };
    guards.request(contents, permission, note, {} as Electron.PermissionRequest);
    if (granted) throw new Error(`The stand-in host can't grant the permission ${permission}`);
  }
  if (guards.device({} as Electron.DevicePermissionHandlerHandlerDetails))
    throw new Error("The stand-in host can't grant devices");
}

/** Answers a request of a page: the app's filter judges it first, and then the app's scheme serves it. */
export async function answerRequest(
  contents: Electron.WebContents,
  { url, method, headers, body, resourceType }: PageRequest,
): Promise<PageResponse | Refusal> {
  const { filter, schemes } = held.get(asStandIn(contents.session))!;
  const details = strict('OnBeforeRequestListenerDetails', {
    id: ++lastRequest,
    url,
    method,
    webContents: contents,
    webContentsId: contents.id,
    resourceType: resourceType as Electron.OnBeforeRequestListenerDetails['resourceType'],
    referrer: '',
    timestamp: Date.now(),
  } satisfies Partial<Electron.OnBeforeRequestListenerDetails>) as Electron.OnBeforeRequestListenerDetails;
  const verdict = await new Promise<Electron.CallbackResponse>((resolve) => filter!(details, resolve));
  if (verdict.redirectURL) throw new Error('The stand-in host redirects nothing');
  if (verdict.cancel) return 'cancelled';
  const handler = schemes.get(new URL(url).protocol.slice(0, -1));
  if (!handler) {
    console.error(`The app let a request through that nobody serves: ${url}`);
    return 'unserved';
  }
  const response = await handler(new Request(url, { method, headers, body: body as BodyInit | null }));
  if (response.status >= 300 && response.status < 400) throw new Error('The stand-in host redirects nothing');
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}

/** A page wants to save a file. */
export function downloadStarts(session: Electron.Session, contents: Electron.WebContents) {
  const event = refusable();
  const item = strict('DownloadItem', {});
  asStandIn(session).emit('will-download', event, item, contents);
  if (!event.defaultPrevented) throw new Error('The stand-in host lets a page download nothing');
}
