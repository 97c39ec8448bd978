/** What other rooms may use of this one. */
export { addHearing } from './hearings.ts';
export { addProceeding, setParties } from './proceedings.ts';
export { statusRecords } from './status.ts';
