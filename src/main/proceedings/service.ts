/** What other rooms may use of this one. */
export { addProceeding, setParties } from './proceedings.ts';
export { statusRecords } from './status.ts';
