/** What other rooms may use of this one. */
export { addDeadline } from './deadlines.ts';
export { offersAgainst, openClocks, orderFacts } from './offers.ts';
