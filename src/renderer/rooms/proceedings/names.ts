import type { Output } from '#shared/contract/index.ts';

type Proceeding = Output<'proceedings.list'>[number];

/** What a proceeding is called in a row: its number, else its title, else its kind. */
export const nameOf = ({ numberText, title, type }: Pick<Proceeding, 'numberText' | 'title' | 'type'>): string =>
  numberText ?? title ?? capital(type.replaceAll('-', ' '));

/** Where it is: "Civil Court, Class I, Lahore". A seat that the name has in it is not said twice. */
export const whereOf = ({ forumName, seat }: Pick<Proceeding, 'forumName' | 'seat'>): string =>
  seat && !forumName.includes(seat) ? `${forumName}, ${seat}` : forumName;

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
