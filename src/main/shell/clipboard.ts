import type { Clipboard } from 'electron';

/** How long a secret stays on the clipboard, in milliseconds. */
const SECRET_STAYS = 45_000;

export interface Copier {
  copy(text: string, secret: boolean): Promise<void>;
  /** Empties the clipboard if it still holds what was copied last. */
  clear(): Promise<void>;
}

/** Copies text out of the vault, and takes it back: secrets after a while, everything when the vault is locked. */
export function createCopier(clipboard: Pick<Clipboard, 'readText' | 'writeText' | 'clear'>): Copier {
  let ours: string | null = null;
  let timer: NodeJS.Timeout | undefined;

  async function clear() {
    clearTimeout(timer);
    const text = ours;
    ours = null;
    // What the user has copied elsewhere since then is not ours to remove.
    if (text !== null && (await clipboard.readText()) === text) clipboard.clear();
  }

  return {
    async copy(text, secret) {
      clearTimeout(timer);
      await clipboard.writeText(text);
      ours = text;
      if (secret) timer = setTimeout(() => void clear(), SECRET_STAYS).unref();
    },
    clear,
  };
}
