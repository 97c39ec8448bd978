import type { Output } from '#shared/contract/index.ts';

type Party = Pick<Output<'parties.list'>[number], 'role' | 'side'>;

const WITNESSES = new Set(['witness']);
const OTHERS = new Set(['counsel', 'other', 'competent-authority']);

/** The parties as one looks for them: the two sides, the witnesses, and who else has a part. */
export function grouped<P extends Party>(
  parties: readonly P[],
): { id: 'sides' | 'witnesses' | 'others'; parties: P[] }[] {
  const groupOf = ({ role }: P) => (WITNESSES.has(role) ? 'witnesses' : OTHERS.has(role) ? 'others' : 'sides');
  const sideRank = { ours: 0, theirs: 1, neutral: 2 };
  return (['sides', 'witnesses', 'others'] as const)
    .map((id) => ({
      id,
      parties: parties.filter((party) => groupOf(party) === id).sort((a, b) => sideRank[a.side] - sideRank[b.side]),
    }))
    .filter((group) => group.parties.length > 0);
}
