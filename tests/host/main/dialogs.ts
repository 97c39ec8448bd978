import path from 'node:path';
import { strict } from '../strict.ts';
import { app, needsReady } from './app.ts';
import { driver } from './driver.ts';

/** Electron takes a window before the options, or none. */
const optionsOf = <O>(args: unknown[]) => args.at(-1) as O;

function ask(question: string, suggestion: string) {
  needsReady('dialog');
  return driver.prompt(question, suggestion);
}

/** A test replaces these functions with its answer; a person is asked by a prompt; otherwise they are refused. */
export const dialog = strict('dialog', {
  async showOpenDialog(...args: unknown[]) {
    const { title, defaultPath = '', properties = [] } = optionsOf<Electron.OpenDialogOptions>(args);
    const what = properties.includes('openDirectory') ? 'folder' : 'file';
    const file = await ask(`${title ?? `Choose a ${what}`}: type its full path`, defaultPath);
    return { canceled: !file, filePaths: file ? [path.resolve(file)] : [] };
  },
  async showSaveDialog(...args: unknown[]) {
    const { title = 'Save as', defaultPath = '' } = optionsOf<Electron.SaveDialogOptions>(args);
    const file = await ask(`${title}: type the full path`, path.resolve(app.getPath('home'), defaultPath));
    return { canceled: !file, filePath: file ? path.resolve(file) : '' };
  },
  async showMessageBox(...args: unknown[]) {
    const { message, detail = '', buttons = ['OK'], ...more } = optionsOf<Electron.MessageBoxOptions>(args);
    const { cancelId = buttons.length - 1 } = more;
    const lines = [message, detail, ...buttons.map((label, index) => `${index}: ${label}`)];
    const choice = await ask(lines.join('\n'), String(cancelId));
    const isButton = choice !== null && choice.trim() !== '' && buttons[Number(choice)] !== undefined;
    return { response: isButton ? Number(choice) : cancelId, checkboxChecked: false };
  },
  showErrorBox: (title: string, content: string) => console.error(`${title}: ${content}`),
} satisfies Pick<Electron.Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'>);
