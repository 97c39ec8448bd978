import { type BrowserWindow, ipcMain } from 'electron';
import type { App } from '#main/app.ts';
import type { Answer, Result } from '#shared/contract/index.ts';
import { isSecretAct, mayAsk, type SecretPurpose } from '#shared/contract/secret-window.ts';
import { isOurs } from './gateway.ts';
import { openSecretWindow, type WindowParts } from './window.ts';

type Outcome = Result<'vault.askSecret'>;

interface Asking {
  window: BrowserWindow;
  purpose: SecretPurpose;
  outcome: Outcome;
  /** The act that is under way. */
  running: Promise<unknown>;
}

export interface SecretWindows {
  /** Opens the window for a purpose; answers once it is closed. Another that is open is closed without its act. */
  ask(purpose: SecretPurpose, about: string): Promise<Outcome>;
  current(): BrowserWindow | undefined;
  close(): void;
}

/**
 * The window that asks for a passphrase, and shows a recovery key: one at a time, over the one of the case files, with
 * a preload of its own. It may make only the calls that it was opened for, and nobody else may make those.
 */
export function secretWindows(
  parts: Omit<WindowParts, 'preload'> & { preload: string; app(): App; parent(): BrowserWindow | undefined },
): SecretWindows {
  let asking: Asking | null = null;
  const close = () => asking?.window.destroy();

  ipcMain.handle('secret', async (event, name: unknown, input: unknown) => {
    const mine = asking;
    if (!mine || !isOurs(event, mine.window) || typeof name !== 'string' || !mayAsk(mine.purpose, name))
      throw new Error('Refused');
    const answer = parts.app().answer(name, input);
    if (isSecretAct(name)) {
      mine.running = answer;
      note(mine, name, await answer);
    }
    return answer;
  });
  ipcMain.handle('secret.close', (event) => {
    if (!asking || !isOurs(event, asking.window)) throw new Error('Refused');
    close();
  });

  return {
    current: () => asking?.window,
    close,
    ask(purpose, about) {
      close();
      const window = openSecretWindow(parts, parts.parent(), purpose, about);
      const mine: Asking = { window, purpose, outcome: { done: false, exported: null }, running: Promise.resolve() };
      asking = mine;
      return new Promise((resolve) => {
        window.on('closed', () => {
          if (asking === mine) asking = null;
          // Long work goes on when its window is closed; who asked hears what came of it.
          void mine.running.finally(() => resolve(mine.outcome));
        });
      });
    },
  };
}

/** Keeps what came of the act, without what is secret of it. */
function note(mine: Asking, name: string, answer: Answer<unknown>) {
  if (!answer.ok) return;
  const exported = name === 'vault.exportAll' ? (answer.value as Outcome['exported']) : null;
  mine.outcome = { done: name !== 'vault.exportAll' || exported !== null, exported };
}
