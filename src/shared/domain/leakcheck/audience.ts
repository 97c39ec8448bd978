/** Who reads what leaves the vault. */
export type Audience = 'court' | 'other-side' | 'public';

/** What a party's record says of who may read the name. */
export interface Visibility {
  /** An identity protected by order or law. */
  isProtected: boolean;
  pseudonym: string | null;
  courtSees: string;
  otherSideSees: string;
  publicSees: string;
}

/**
 * Whether these readers see a pseudonym in the place of the name: the record says so for them, and the party is
 * protected or has a pseudonym that was chosen.
 */
export function isHiddenFrom(party: Visibility, audience: Audience): boolean {
  const sees = { court: party.courtSees, 'other-side': party.otherSideSees, public: party.publicSees }[audience];
  return sees === 'pseudonym' && (party.isProtected || (party.pseudonym ?? '').trim() !== '');
}

/** Whether an exhibit is to be kept from these readers: advice from all, a settlement offer from court and public. */
export function isWithheld(privilege: string, audience: Audience): boolean {
  if (privilege === 'privileged') return true;
  return privilege === 'without-prejudice' && audience !== 'other-side';
}
