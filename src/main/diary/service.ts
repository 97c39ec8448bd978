/** What other rooms may use of this one. */
export { movesOf, offersAgainst, openClocks, recountClocks } from './offers.ts';
export { recountBy, recountedBy } from './recount.ts';
