import type { Output } from '#shared/contract/index.ts';

type Proceeding = Output<'proceedings.list'>[number];

/** "W.P. 12345/2019, Lahore High Court". */
export const proceedingLabel = ({ numberText, title, type, forumName }: Proceeding) =>
  `${numberText ?? title ?? type}, ${forumName}`;

/** The proceedings of a matter, for choosing the one that a paper is for. */
export const proceedingChoices = (proceedings: readonly Proceeding[]) =>
  proceedings.map((each) => ({ id: each.id, label: proceedingLabel(each) }));
