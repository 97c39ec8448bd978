/**
 * What stands in the line after keys were pressed: Backspace takes the last letter, Ctrl+U all of them; arrows and their
 * like, which a terminal sends as several signs, are no part of a secret. Ctrl+C, and Ctrl+D on an empty line, cancel.
 */
export function typeSecret(before: string, keys: string): { typed: string; end?: 'enter' | 'cancel' } {
  let letters = [...before];
  for (const key of keys.replace(/\u001b(?:\[[0-9;]*[ -/]*[@-~]|O.)/g, '')) {
    if (key === '\r' || key === '\n') return { typed: letters.join(''), end: 'enter' };
    if (key === '\u0003' || (key === '\u0004' && letters.length === 0)) return { typed: '', end: 'cancel' };
    if (key === '\u007f' || key === '\b') letters.pop();
    else if (key === '\u0015') letters = [];
    else if (key >= ' ') letters.push(key);
  }
  return { typed: letters.join('') };
}
