import { decode, encode } from '../codec.ts';
import type { FrameFacts } from '../link.ts';
import { strict } from '../strict.ts';
import { refusable } from './emitter.ts';
import { contentsOf, frameOf } from './windows.ts';

type Handler = Parameters<Electron.IpcMain['handle']>[1];
const handlers = new Map<string, Handler>();

/** Pages only invoke: there is no ipcMain.on, since nothing is sent without waiting for the answer. */
export const ipcMain = strict('ipcMain', {
  handle(channel: string, handler: Handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
  removeHandler: (channel: string) => void handlers.delete(channel),
} satisfies Pick<Electron.IpcMain, 'handle' | 'removeHandler'>);

/** Carries out an `invoke` of a preload. @returns text from codec.ts: `{value}`, or `{error}` */
export async function receive(window: number, facts: FrameFacts, text: string): Promise<string> {
  const { channel, args } = decode(text) as { channel: string; args: unknown[] };
  const sender = contentsOf(window);
  if (!sender) return encode({ error: 'The page is gone' });
  const event = strict('IpcMainInvokeEvent', {
    ...refusable(),
    type: 'frame',
    processId: 1,
    frameId: 1,
    sender,
    senderFrame: frameOf(facts),
  } satisfies Electron.IpcMainInvokeEvent);
  try {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return encode({ value: await handler(event, ...args) });
  } catch (error) {
    // No more than this reaches the page in Electron either.
    return encode({ error: String(error) });
  }
}
