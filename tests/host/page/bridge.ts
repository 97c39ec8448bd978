/**
 * Joins two JavaScript worlds of one page, the page's own and the preload's, as Electron's context bridge does. They
 * share the DOM and no objects. An event on the document reaches both, at once, and Chromium clones its `detail` on the
 * way; so a call is an event there and an event back. Runs in the page: refers to nothing outside itself.
 */

type Packed =
  | { type: 'value'; value: unknown }
  | { type: 'function' | 'promise' | 'file'; id: number }
  | { type: 'error'; message: string }
  | { type: 'array'; items: Packed[] }
  | { type: 'object'; entries: [string, Packed][] };

type BridgeMessage =
  | { type: 'expose'; name: string; api: Packed }
  | { type: 'call'; id: number; args: Packed[] }
  | { type: 'answer'; value: Packed }
  | { type: 'failure'; message: string }
  | { type: 'settled'; id: number; value?: Packed; message?: string };

/**
 * One end of the bridge.
 * @param secret names the events, so that no script of the page can meet them by chance
 * @returns a function that shows an API in the other world under a name
 */
export function bridge(secret: string, mine: 'page' | 'preload') {
  const NOT_CLONED = 'An object could not be cloned.';
  const theirs = mine === 'page' ? 'preload' : 'page';
  const place = document;
  const dispatch = place.dispatchEvent.bind(place);
  const functions: ((...args: unknown[]) => unknown)[] = [];
  const promises = new Map<number, PromiseWithResolvers<unknown>>();
  let lastPromise = 0;
  let received = false;
  let answer: BridgeMessage | undefined;
  let files: File[] = [];

  function send(message: BridgeMessage, carried: File[] = []) {
    if (carried.length > 0) {
      // A clone of a file is another file, without a path; in a DataTransfer the same one goes across.
      const dataTransfer = new DataTransfer();
      for (const file of carried) dataTransfer.items.add(file);
      dispatch(new DragEvent(`${secret}-${theirs}-files`, { dataTransfer }));
    }
    received = false;
    dispatch(new CustomEvent(`${secret}-${theirs}`, { detail: message }));
    // What can't be cloned arrives as null, and is not confirmed.
    if (!received) throw new Error(NOT_CLONED);
  }

  function pack(value: unknown, carried?: File[], depth = 0): Packed {
    if (depth > 1000) throw new Error('The object is nested too deeply.');
    const part = (item: unknown) => pack(item, carried, depth + 1);
    if (typeof value === 'function') return { type: 'function', id: functions.push(value as () => unknown) - 1 };
    if (typeof value === 'symbol') throw new Error(NOT_CLONED);
    if (value instanceof Promise) return packPromise(value);
    if (value instanceof File && carried) return { type: 'file', id: carried.push(value) - 1 };
    if (value instanceof Error) return { type: 'error', message: value.message };
    if (Array.isArray(value)) return { type: 'array', items: value.map(part) };
    if (Object.prototype.toString.call(value) === '[object Object]')
      return { type: 'object', entries: Object.entries(value as object).map(([key, item]) => [key, part(item)]) };
    return { type: 'value', value };
  }

  function packPromise(promise: Promise<unknown>): Packed {
    const id = ++lastPromise;
    const settle = (result: () => { value: Packed } | { message: string }) => {
      try {
        send({ type: 'settled', id, ...result() });
      } catch (error) {
        send({ type: 'settled', id, message: messageOf(error) });
      }
    };
    promise.then(
      (value) => settle(() => ({ value: pack(value) })),
      (error) => settle(() => ({ message: messageOf(error) })),
    );
    return { type: 'promise', id };
  }

  function unpack(packed: Packed): unknown {
    switch (packed.type) {
      case 'value':
        return packed.value;
      case 'file':
        return files[packed.id];
      case 'error':
        return new Error(packed.message);
      case 'array':
        return packed.items.map(unpack);
      case 'object':
        return Object.fromEntries(packed.entries.map(([key, item]) => [key, unpack(item)]));
      case 'function':
        return (...args: unknown[]) => callThere(packed.id, args);
      case 'promise': {
        const coming = Promise.withResolvers<unknown>();
        promises.set(packed.id, coming);
        return coming.promise;
      }
    }
  }

  function callThere(id: number, args: unknown[]): unknown {
    const carried: File[] = [];
    const packed = args.map((arg) => pack(arg, carried));
    send({ type: 'call', id, args: packed }, carried);
    if (answer?.type === 'answer') return unpack(answer.value);
    throw new Error(answer?.type === 'failure' ? answer.message : NOT_CLONED);
  }

  function callHere(id: number, args: Packed[]) {
    let reply: BridgeMessage;
    try {
      reply = { type: 'answer', value: pack(functions[id]!(...args.map(unpack))) };
    } catch (error) {
      reply = { type: 'failure', message: messageOf(error) };
    }
    try {
      send(reply);
    } catch {
      send({ type: 'failure', message: NOT_CLONED });
    }
  }

  function handle(message: BridgeMessage) {
    switch (message.type) {
      case 'expose': {
        const value = freeze(unpack(message.api));
        Object.defineProperty(window, message.name, { value, enumerable: true });
        return;
      }
      case 'call':
        return callHere(message.id, message.args);
      case 'settled': {
        const coming = promises.get(message.id)!;
        promises.delete(message.id);
        if (message.value) coming.resolve(unpack(message.value));
        else coming.reject(new Error(message.message));
        return;
      }
      default:
        answer = message;
    }
  }

  function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
  }

  function freeze(value: unknown): unknown {
    if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value))
      for (const item of Object.values(Object.freeze(value))) freeze(item);
    return value;
  }

  place.addEventListener(`${secret}-${mine}-files`, (event) => {
    files = [...((event as DragEvent).dataTransfer?.files ?? [])];
  });
  place.addEventListener(`${secret}-${mine}-received`, () => {
    received = true;
  });
  place.addEventListener(`${secret}-${mine}`, (event) => {
    const message = (event as CustomEvent<BridgeMessage | null>).detail;
    if (message === null) return;
    handle(message);
    dispatch(new Event(`${secret}-${theirs}-received`));
  });

  return (name: string, value: unknown) => send({ type: 'expose', name, api: pack(value) });
}
