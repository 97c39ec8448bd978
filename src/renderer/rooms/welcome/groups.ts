/** How many groups of the recovery key are asked for again. */
const ASKED = 2;

/** The groups of a recovery key as it is written. */
export const groupsOf = (recoveryKey: string): string[] => recoveryKey.split(/[\s-]+/).filter(Boolean);

/** A typed group as the key has it: capitals, without spaces, and with the digits that letters are taken for. */
const read = (typed: string) => typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

/** Whether what was typed is that group. `null` while too little was typed to tell. */
export function isGroup(typed: string, group: string): boolean | null {
  const given = read(typed);
  return given.length < group.length ? null : given === read(group);
}

/**
 * Which groups are asked for, counted from 0, in their order.
 * @param random gives numbers from 0 up to, but not, 1
 */
export function askedGroups(count: number, random: () => number): number[] {
  const left = Array.from({ length: count }, (_, i) => i);
  const asked = Array.from(
    { length: Math.min(ASKED, count) },
    () => left.splice(Math.floor(random() * left.length), 1)[0]!,
  );
  return asked.sort((a, b) => a - b);
}
