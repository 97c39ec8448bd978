import { describe, expect, it } from 'vitest';
import { isShortcut } from '#renderer/app/actions.ts';

const pressed = (key: string, held: string[] = [], code = '') => ({
  key,
  code,
  ctrlKey: held.includes('Ctrl'),
  metaKey: held.includes('Meta'),
  altKey: held.includes('Alt'),
  shiftKey: held.includes('Shift'),
});

describe('a shortcut', () => {
  it.each([
    ['Ctrl+K', pressed('k', ['Ctrl']), true],
    ['Ctrl+K', pressed('K', ['Ctrl', 'Shift']), false],
    ['Ctrl+K', pressed('k'), false],
    ['Ctrl+Shift+Z', pressed('Z', ['Ctrl', 'Shift']), true],
    ['Ctrl+Z', pressed('Z', ['Ctrl', 'Shift']), false],
    ['Ctrl+,', pressed(',', ['Ctrl']), true],
    ['?', pressed('?', ['Shift']), true],
    ['?', pressed('?', ['Ctrl', 'Shift']), false],
    ['Alt+ArrowLeft', pressed('ArrowLeft', ['Alt']), true],
    ['Alt+ArrowLeft', pressed('ArrowLeft', ['Alt', 'Shift']), false],
    ['Ctrl+K', pressed('k', ['Ctrl', 'Meta']), false],
  ])('%s by %o: %s', (shortcut, event, is) => {
    expect(isShortcut(shortcut, event, false)).toBe(is);
  });

  it('goes by the place of the key where the keyboard has other letters', () => {
    expect(isShortcut('Ctrl+K', pressed('ن', ['Ctrl'], 'KeyK'), false)).toBe(true);
    expect(isShortcut('Alt+3', pressed('۳', ['Alt'], 'Digit3'), false)).toBe(true);
    // Without Ctrl or Alt it is a letter that somebody types.
    expect(isShortcut('K', pressed('ن', [], 'KeyK'), false)).toBe(false);
  });

  it('takes the command key for Ctrl on a Mac, and only there', () => {
    expect(isShortcut('Ctrl+K', pressed('k', ['Meta']), true)).toBe(true);
    expect(isShortcut('Ctrl+K', pressed('k', ['Ctrl']), true)).toBe(false);
    expect(isShortcut('Ctrl+K', pressed('k', ['Meta']), false)).toBe(false);
  });
});
