import { describe, expect, it } from 'vitest';
import { typeSecret } from '#main/cli/type-secret.ts';

/** Keys in the pieces in which a terminal sends them. */
function type(...pieces: string[]) {
  let typed = '';
  for (const piece of pieces) {
    const read = typeSecret(typed, piece);
    if (read.end) return read;
    typed = read.typed;
  }
  return { typed };
}

describe('a secret at the prompt', () => {
  it('is what was typed, in any script', () => {
    expect(type('سات ', 'چراغ', '\r')).toEqual({ typed: 'سات چراغ', end: 'enter' });
    expect(type('a\u007fb\n')).toEqual({ typed: 'b', end: 'enter' });
  });

  it('loses a whole letter to Backspace, and everything to Ctrl+U', () => {
    expect(type('key🗝', '\u007f', '\r').typed).toBe('key');
    expect(type('\u007f', 'x\r').typed).toBe('x');
    expect(type('wrong', '\u0015', 'right\r').typed).toBe('right');
  });

  it('holds no arrows', () => {
    expect(type('ab', '\u001b[D', '\u001b[1;5C', '\u001bOA', 'c\r').typed).toBe('abc');
    expect(type('a\tb\u0007\r').typed).toBe('ab');
  });

  it('is given up by Ctrl+C, and by Ctrl+D where nothing stands', () => {
    expect(type('abc', '\u0003')).toEqual({ typed: '', end: 'cancel' });
    expect(type('\u0004')).toEqual({ typed: '', end: 'cancel' });
    expect(type('a', '\u0004', 'b\r')).toEqual({ typed: 'ab', end: 'enter' });
  });
});
