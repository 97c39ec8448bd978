/** What other rooms may use of this one. */
export { move, movesOf, movesOfService, shownMoves } from './moves.ts';
export { copiesOf, offersAgainst, openClocks } from './offers.ts';
export { recountBy, recountedBy } from './recount.ts';
