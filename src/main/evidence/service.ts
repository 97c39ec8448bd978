// What other rooms may ask of evidence.
export { enterCustody, filesOf, nextNumber } from './exhibits.ts';
export { chronologyOf } from './facts.ts';
export { attachFiles, type StoredFile, storeFiles } from './import.ts';
export { recognise } from './kinds.ts';
