import { z } from 'zod';
import { calls } from './call.ts';
import { line, made } from './fields.ts';
import { matterFields, partyFields } from './matters.ts';
import { proceedingCalls } from './proceedings.ts';

const firstProceeding = proceedingCalls['proceedings.add'].input.omit({ matterId: true, links: true });
const firstHearing = proceedingCalls['hearings.add'].input.omit({ proceedingId: true });

/** The opening of a matter, which reaches into the rooms of what it begins with. */
export const openingCalls = calls({
  /** Opens a matter with its first parties and, where it has one, its first proceeding and hearing: one step to undo. */
  'matters.open': {
    input: z.strictObject({
      ...matterFields,
      parties: z.array(z.strictObject({ ...partyFields, aliases: z.array(line).max(20) })).max(50),
      first: z.object({ proceeding: firstProceeding, hearing: firstHearing.nullable() }).optional(),
    }),
    output: made,
    touches: ['matter', 'party', 'party_alias', 'proceeding', 'proceeding_party', 'hearing'],
  },
});
