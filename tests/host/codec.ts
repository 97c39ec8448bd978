/**
 * Structured clone as text, between a page and Node. Both ends run this file: it refers to nothing outside itself.
 * A value becomes a list of nodes, each naming its parts by index, so that cycles and shared parts survive.
 */

type Node = [type: string, ...parts: unknown[]];

const REFUSED = 'An object could not be cloned.';

/** @throws what Electron throws for a value that may not travel: functions, promises, symbols, DOM objects, files */
export function encode(root: unknown): string {
  let copy: unknown;
  try {
    // The judge of what may travel is Chromium's or Node's own structured clone.
    copy = structuredClone(root);
  } catch {
    throw new Error(REFUSED);
  }
  const nodes: Node[] = [];
  const seen = new Map<object, number>();

  function add(value: unknown): number {
    const isObject = typeof value === 'object' && value !== null;
    const known = isObject ? seen.get(value) : undefined;
    if (known !== undefined) return known;
    const index = nodes.push(['']) - 1;
    if (isObject) seen.set(value, index);
    nodes[index] = isObject ? describeObject(value) : describePlain(value);
    return index;
  }

  function describePlain(value: unknown): Node {
    if (value === undefined) return ['undefined'];
    if (typeof value === 'bigint') return ['bigint', String(value)];
    if (Object.is(value, -0)) return ['number', '-0'];
    if (typeof value === 'number' && !Number.isFinite(value)) return ['number', String(value)];
    return ['plain', value];
  }

  function describeObject(value: object): Node {
    if (value instanceof Date) return ['date', value.getTime()];
    if (value instanceof RegExp) return ['regexp', value.source, value.flags];
    if (value instanceof Map) return ['map', [...value].map(([key, item]) => [add(key), add(item)])];
    if (value instanceof Set) return ['set', [...value].map(add)];
    if (value instanceof Error) return ['error', value.name, value.message, value.stack];
    if (value instanceof ArrayBuffer) return ['buffer', toBase64(new Uint8Array(value))];
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return ['view', Object.prototype.toString.call(value).slice(8, -1), toBase64(bytes)];
    }
    const entries = Object.entries(value).map(([key, item]) => [key, add(item)]);
    if (Array.isArray(value)) return ['array', value.length, entries];
    if (Object.prototype.toString.call(value) === '[object Object]') return ['object', entries];
    throw new Error(REFUSED);
  }

  add(copy);
  return JSON.stringify(nodes);
}

/** The value that `encode` was given, made of the objects of this world. */
export function decode(text: string): unknown {
  const nodes = JSON.parse(text) as Node[];
  const made = new Map<number, unknown>();

  function get(index: number): unknown {
    if (!made.has(index)) make(index, nodes[index]!);
    return made.get(index);
  }

  function make(index: number, [type, first, second, third]: Node) {
    /** Known before its parts are made: they may refer to it. */
    function keep<T>(value: T): T {
      made.set(index, value);
      return value;
    }
    function fill(target: object, entries: unknown) {
      for (const [key, item] of entries as [string, number][]) {
        const value = get(item);
        // Not by assignment, which would take '__proto__' for something else.
        Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
      }
    }
    switch (type) {
      case 'undefined':
        return keep(undefined);
      case 'plain':
        return keep(first);
      case 'bigint':
        return keep(BigInt(first as string));
      case 'number':
        return keep(Number(first));
      case 'date':
        return keep(new Date(first === null ? Number.NaN : (first as number)));
      case 'regexp':
        return keep(new RegExp(first as string, second as string));
      case 'map': {
        const map = keep(new Map<unknown, unknown>());
        for (const [key, item] of first as [number, number][]) map.set(get(key), get(item));
        return;
      }
      case 'set': {
        const set = keep(new Set<unknown>());
        for (const item of first as number[]) set.add(get(item));
        return;
      }
      case 'buffer':
        return keep(fromBase64(first as string).buffer);
      case 'view': {
        const kinds = globalThis as unknown as Record<string, new (buffer: ArrayBufferLike) => ArrayBufferView>;
        return keep(new kinds[first as string]!(fromBase64(second as string).buffer));
      }
      case 'array':
        return fill(keep(new Array(first as number)), second);
      case 'object':
        return fill(keep({}), first);
      case 'error':
        return keep(makeError(first as string, second as string, third));
      default:
        throw new Error(`The codec knows no ${type}`);
    }
  }

  return get(0);
}

function makeError(name: string, message: string, stack: unknown): Error {
  const kinds: Record<string, ErrorConstructor> = {
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  };
  const error = new (kinds[name] ?? Error)(message);
  Object.defineProperty(error, 'stack', { value: stack, writable: true, configurable: true });
  return error;
}

// A page has these on Uint8Array itself; Node 24 has not, but has Buffer.
function toBase64(bytes: Uint8Array): string {
  return typeof Buffer === 'undefined' ? bytes.toBase64() : Buffer.from(bytes).toString('base64');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return typeof Buffer === 'undefined' ? Uint8Array.fromBase64(text) : new Uint8Array(Buffer.from(text, 'base64'));
}
