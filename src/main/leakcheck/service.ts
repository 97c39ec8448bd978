// What other rooms may ask of the leak check.
export { isClean } from './check.ts';
export { assertNoLeaks } from './guard.ts';
export { type About, renderFor, targetFor, writeSearched } from './leaving.ts';
export { readAs } from './pseudonyms.ts';
