import { type BrowserWindow, dialog, shell } from 'electron';
import type { HostPort } from '#main/app.ts';
import type { Copier } from './clipboard.ts';
import type { SecretWindows } from './secret-window.ts';

/** What the program asks of its window and of the system around it. */
export function windowHost(parts: {
  /** The window of the case files. */
  window(): BrowserWindow | undefined;
  secrets: SecretWindows;
  copier: Copier;
  /** The vault has been locked: the page must go. */
  onLocked(): void;
}): HostPort {
  /** A dialog belongs to the window that it came from, so that none is lost behind it. */
  function over<O, R>(alone: (options: O) => Promise<R>, above: (window: BrowserWindow, options: O) => Promise<R>) {
    return (options: O) => {
      const window = parts.secrets.current() ?? parts.window();
      return window ? above(window, options) : alone(options);
    };
  }
  const showOpen = over<Electron.OpenDialogOptions, Electron.OpenDialogReturnValue>(
    (options) => dialog.showOpenDialog(options),
    (window, options) => dialog.showOpenDialog(window, options),
  );
  const showSave = over<Electron.SaveDialogOptions, Electron.SaveDialogReturnValue>(
    (options) => dialog.showSaveDialog(options),
    (window, options) => dialog.showSaveDialog(window, options),
  );
  const showMessage = over<Electron.MessageBoxOptions, Electron.MessageBoxReturnValue>(
    (options) => dialog.showMessageBox(options),
    (window, options) => dialog.showMessageBox(window, options),
  );

  return {
    publish(name, payload) {
      parts.window()?.webContents.send(`event:${name}`, payload);
      if (name === 'locked') parts.onLocked();
    },
    async chooseFiles({ folder, multiple, extensions }) {
      const { canceled, filePaths } = await showOpen({
        properties: [
          ...(folder ? (['openDirectory', 'createDirectory'] as const) : (['openFile'] as const)),
          ...(multiple ? (['multiSelections'] as const) : []),
          // The list of recent documents of the system would tell of the case.
          'dontAddToRecent',
        ],
        ...(extensions ? { filters: [{ name: extensions.map((each) => `.${each}`).join(' '), extensions }] } : {}),
      });
      return canceled ? [] : filePaths;
    },
    async chooseTarget(suggestion) {
      const { canceled, filePath } = await showSave({
        defaultPath: suggestion,
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      });
      return canceled || filePath === '' ? null : filePath;
    },
    askSecret: (purpose, about) => parts.secrets.ask(purpose, about),
    copy: (text, secret) => parts.copier.copy(text, secret),
    async confirm({ message, detail, action }) {
      const { response } = await showMessage({
        type: 'warning',
        message,
        detail,
        buttons: [action, 'Cancel'],
        // Enter and Escape leave things as they are.
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      });
      return response === 0;
    },
    reveal: (file) => shell.showItemInFolder(file),
  };
}
