import { findElectron } from '../../scripts/find.mjs';

export const electronProgram = findElectron();

/** What the tests run on: real Electron where its program is there, else the stand-in for it. */
export const host = electronProgram ? 'electron' : 'stand-in';
