/** What other rooms may use of this one. */
export { readPackFiles } from './files.ts';
export { checkPackFolder, loadPacks } from './load.ts';
export { type PackShelf, packShelf } from './shelf.ts';
