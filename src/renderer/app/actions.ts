import { useEffect, useRef } from 'react';
import type { IconName } from '#renderer/ui/Icon.tsx';

/** Something that the user can do here: found by the palette, run by its keys, listed under `?`. */
export interface Action {
  /** Unique, as in `matters.new`. */
  id: string;
  label: string;
  icon?: IconName;
  /** As it is shown: "Ctrl+Shift+N", "Alt+3", "?". On a Mac, Ctrl is the command key. */
  shortcut?: string;
  isDisabled?: boolean;
  /** Keeps its keys out of text fields, where they mean something else. Keys without Ctrl or Alt always do. */
  notInText?: boolean;
  /** Its keys work while a dialog is open. */
  overDialogs?: boolean;
  run(): void;
}

interface Source {
  room: string;
  actions: () => readonly Action[];
}

const sources = new Set<Source>();

/** Offers actions for as long as the component is shown. `room` is the namespace of its words: `title` heads the list of keys. */
export function useActions(room: string, actions: readonly Action[]) {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const source: Source = { room, actions: () => latest.current };
    sources.add(source);
    if (awaited !== null && performance.now() > awaited.until) awaited = null;
    const found = latest.current.find(({ id }) => id === awaited?.id);
    if (found) {
      awaited = null;
      found.run();
    }
    return () => {
      sources.delete(source);
    };
  }, [room]);
}

/** An action that is to run as soon as a component offers it: its room is on the way. */
let awaited: { id: string; until: number } | null = null;

/** How long a room may take to come, in milliseconds; later somebody went elsewhere, and wants it no more. */
const COMES_WITHIN = 5000;

/** Runs an action when the component that offers it is shown next: for going to a room and doing something there. */
export function runOnceShown(id: string) {
  awaited = { id, until: performance.now() + COMES_WITHIN };
}

/** What can be done now, by room. */
export function currentActions(): { room: string; action: Action }[] {
  return [...sources].flatMap(({ room, actions }) => actions().map((action) => ({ room, action })));
}

/** Runs an action by its id. @returns whether there is such an action now */
export function runAction(id: string): boolean {
  const found = currentActions().find(({ action }) => action.id === id && !action.isDisabled);
  found?.action.run();
  return found !== undefined;
}

const isMac = /Mac/.test(globalThis.navigator?.platform ?? '');

interface Keys {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Whether the keys that were pressed are those of a shortcut. */
export function isShortcut(shortcut: string, event: Keys, onMac = isMac): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1)!.toLowerCase();
  const wants = (name: string) => parts.slice(0, -1).includes(name);
  if ((onMac ? event.metaKey : event.ctrlKey) !== wants('Ctrl')) return false;
  if ((onMac ? event.ctrlKey : event.metaKey) || event.altKey !== wants('Alt')) return false;
  // Where a sign stands differs between keyboards: Shift belongs to it, as in "?".
  const isLetter = /^[a-z]$/.test(key);
  if ((isLetter || key.length > 1) && event.shiftKey !== wants('Shift')) return false;
  // Alt changes letters on a Mac, and an Urdu or Russian keyboard has none: the place of the key decides then.
  const code = isLetter ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : '';
  return event.key.toLowerCase() === key || (event.code === code && (wants('Ctrl') || wants('Alt')));
}

/** Whether what has the focus takes text, and so has an undo and letters of its own. */
export const isTextField = (element: Element | null) =>
  element instanceof HTMLElement &&
  (element.isContentEditable ||
    element.matches('textarea, select, [role="spinbutton"], input:not([type="checkbox"], [type="radio"])'));

/** Listens for the keys of all actions. @returns the function that ends it */
export function listenForShortcuts(): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const inDialog = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
    const inText = isTextField(document.activeElement);
    for (const { action } of currentActions()) {
      const { shortcut, isDisabled, notInText, overDialogs } = action;
      if (shortcut === undefined || isDisabled || !isShortcut(shortcut, event)) continue;
      if (inDialog && !overDialogs) continue;
      if (inText && (notInText || !/Ctrl|Alt|^F\d/.test(shortcut))) continue;
      event.preventDefault();
      action.run();
      return;
    }
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}
