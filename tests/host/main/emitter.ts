import { EventEmitter } from 'node:events';
import { strict } from '../strict.ts';

// Under symbols, so that the app can't read what Electron has not.
const title = Symbol('title');
const known = Symbol('known');

/** A strict emitter that also throws on a listener for an event that the stand-in never emits. */
export class Emitter extends EventEmitter {
  private readonly [title]: string;
  private readonly [known]: readonly string[];

  /** @param name what it is called in Electron @param events those that are emitted, or can't happen here at all */
  constructor(name: string, events: readonly string[]) {
    super();
    this[title] = name;
    this[known] = events;
    // biome-ignore lint/correctness/noConstructorReturn: `this` of every subclass is then the strict one.
    return strict(name, this);
  }

  /** `once` and `addListener` come here too. */
  override on(event: string, listener: (...args: never[]) => void): this {
    if (!this[known].includes(event))
      throw new Error(`The stand-in host never emits '${event}' on electron.${this[title]}`);
    return super.on(event, listener as (...args: unknown[]) => void);
  }

  override addListener(event: string, listener: (...args: never[]) => void): this {
    return this.on(event, listener);
  }
}

/** The event of something that a listener may refuse. */
export function refusable() {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}
