/**
 * The two processes of the stand-in and what each asks of the other. The *main* process runs the built app; the
 * *driver* (a test, or open.ts) owns Chromium. Between them runs Node's own channel for child processes.
 */

/** What the main process asks of the driver. Windows are named by their id. */
export interface Driver {
  open(window: number, options: WindowOptions): void;
  load(window: number, url: string): void;
  /** Hands a text from codec.ts to the preload of a window. */
  deliver(window: number, text: string): void;
  focus(window: number): void;
  close(window: number): void;
  /** Shows the pages by day or by night. */
  paint(scheme: 'light' | 'dark' | null): void;
  /** Asks the person in front of the screen; null when they decline. Refused in a headless run. */
  prompt(question: string, suggestion: string): string | null;
}

/** What the driver asks of the main process. */
export interface Main {
  /** A page asks for an address. */
  request(window: number, request: PageRequest): PageResponse | Refusal;
  /** True if the page may go there. */
  navigate(window: number, url: string, isMainFrame: boolean): boolean;
  /** The page tried to open a window. */
  opened(window: number, url: string): void;
  /** A message from the preload; gives the answer to an `invoke`, both as text from codec.ts. */
  message(window: number, frame: FrameFacts, text: string): string;
  happened(window: number, event: Happening, detail?: string): void;
  /** Calls a function, given as source text, with the electron module and an argument. */
  evaluate(source: string, argument: unknown): unknown;
}

export type Happening = 'closed' | 'crashed' | 'focus' | 'blur' | 'input' | 'title' | 'download';

export interface WindowOptions {
  width: number;
  height: number;
  preload: string;
  /** Pages of one partition share their storage, and none with those of another. */
  partition: string;
  /** The switches that the app gave Chromium. */
  switches: string[];
}

export interface FrameFacts {
  /** In the app's own scheme. */
  url: string;
  isMainFrame: boolean;
}

export interface PageRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: Uint8Array | null;
  resourceType: string;
}

export interface PageResponse {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** Why a request is not answered: the app cancelled it, or nobody serves that address. */
export type Refusal = 'cancelled' | 'unserved';

/** One end of the channel: `process` in the main process, the ChildProcess in the driver. */
interface Port {
  readonly connected: boolean;
  send?(message: Message, done: (error: Error | null) => void): boolean;
  on(event: 'message', listener: (message: Message) => void): unknown;
  on(event: 'disconnect', listener: () => void): unknown;
}

type Message =
  | { id: number; call: string; args: unknown[] }
  | { id: number; value: unknown }
  | { id: number; error: unknown };

export type Offered<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => R | Promise<R> : never;
};
export type Remote<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never;
};

/** The other process ended before it answered. */
class Gone extends Error {
  override readonly message = 'The other process of the stand-in is gone';
}

/** For work that nobody waits for: it may come too late, but not fail otherwise. */
export function unlessGone(work: Promise<unknown>) {
  work.catch((error: unknown) => {
    if (!(error instanceof Gone)) throw error;
  });
}

/** Offers `mine` to the other end and gives its functions in return. */
export function link<Mine extends object, Theirs extends object>(port: Port, mine: Offered<Mine>): Remote<Theirs> {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  const send = (message: Message) => {
    // What `send` returns says nothing: it is false when the channel is merely full. An error says that the other
    // process is about to be gone, and then 'disconnect' follows.
    if (port.connected) port.send?.(message, () => {});
  };

  async function answer({ id, call, args }: Extract<Message, { call: string }>) {
    try {
      const offered = (mine as Record<string, ((...args: unknown[]) => unknown) | undefined>)[call];
      if (!offered) throw new Error(`The other process of the stand-in is not ready for ${call}`);
      send({ id, value: await offered(...args) });
    } catch (error) {
      send({ id, error });
    }
  }

  port.on('message', (message) => {
    if ('call' in message) return void answer(message);
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if ('error' in message) asked?.reject(message.error);
    else asked?.resolve(message.value);
  });
  port.on('disconnect', () => {
    for (const { reject } of waiting.values()) reject(new Gone());
    waiting.clear();
  });

  const ask = (call: string, args: unknown[]) => {
    const asked = Promise.withResolvers<unknown>();
    last += 1;
    if (port.connected) {
      waiting.set(last, asked);
      send({ id: last, call, args });
    } else asked.reject(new Gone());
    return asked.promise;
  };
  return new Proxy({} as Remote<Theirs>, {
    get:
      (_, call) =>
      (...args: unknown[]) =>
        ask(String(call), args),
  });
}
