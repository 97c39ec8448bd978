export interface ToastAction {
  label: string;
  shortcut?: string | undefined;
  onPress(): void;
}

export interface ToastWords {
  message: string;
  tone?: 'info' | 'ok' | 'warn' | 'danger' | undefined;
  action?: ToastAction | undefined;
}

export interface ShownToast extends ToastWords {
  id: number;
}

/** Milliseconds that a toast stands; trouble stands until it is dismissed. */
export const TOAST_STANDS = 8000;
const MOST = 3;

let shown: readonly ShownToast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: readonly ShownToast[]) {
  shown = next;
  for (const listener of listeners) listener();
}

/** What has just happened, and how to take it back. Anyone may call it; `Toasts` shows it. */
export const toast = {
  /** Says it, and gives the number to `dismiss` it by. The oldest gives way to a fourth. */
  show(words: ToastWords): number {
    last += 1;
    set([...shown, { ...words, id: last }].slice(-MOST));
    return last;
  },
  dismiss(id: number) {
    if (shown.some((each) => each.id === id)) set(shown.filter((each) => each.id !== id));
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  all: () => shown,
};
