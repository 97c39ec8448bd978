/** From here on a proof is old, in days. */
const OLD_AFTER = 31;
const DAY = 86_400_000;

/** How old the proof of a backup is. @param at ISO instant @param now milliseconds of the Unix era */
export function ageOf(at: string, now: number): { days: number; isOld: boolean } {
  const days = Math.max(0, Math.floor((now - Date.parse(at)) / DAY));
  return { days, isOld: days >= OLD_AFTER };
}
