declare global {
  interface Window {
    /** Of the window that asks for secrets alone. */
    ownWindow: { close(): Promise<void> };
  }
}

/** Ends this window, and all that was typed or shown in it. */
export const close = () => void window.ownWindow.close();
