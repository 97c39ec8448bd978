import type { Output } from '#shared/contract/index.ts';

/** What every part of a proceeding is given. */
export interface PartProps {
  matter: Output<'matters.get'>;
  whole: Output<'proceedings.get'>;
  today: string;
}
