import { type ProblemError, problem } from '#shared/problem.ts';

/** What went wrong with a disk, by the codes of the system and of SQLite. */
const KINDS: readonly { code: string; says: string; hint: string; of: RegExp }[] = [
  { code: 'disk-full', says: 'The disk is full.', hint: 'Make room on it.', of: /^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)$/ },
  {
    code: 'cannot-write',
    says: 'Nothing may be written there.',
    hint: 'Check who may write in the folder.',
    of: /^(EACCES|EPERM|EROFS|SQLITE_READONLY.*|SQLITE_CANTOPEN.*)$/,
  },
  { code: 'disk-error', says: 'The disk reported a fault.', hint: 'Check the disk.', of: /^(E[A-Z]+|SQLITE_.*)$/ },
];

/**
 * A fault of the disk as the user is told of it; any other error comes back as it is.
 * @param safe one sentence: what became of that which was being done
 */
export function diskFault(error: unknown, safe: string): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  const kind = typeof code === 'string' ? KINDS.find(({ of }) => of.test(code)) : undefined;
  return kind ? problem(kind.code, `${kind.says} ${safe}`, { hint: kind.hint }, error) : error;
}

/** The header holds what was asked for, and the disk would not say that it keeps it. */
export const notConfirmed = (error: unknown): ProblemError =>
  problem(
    'not-confirmed',
    'The vault’s header was changed, but its disk reported a fault: it may come back as it was. What opened the vault before and what opens it now may both be needed.',
    { hint: 'Keep both, check the disk, and then change it once more.' },
    error,
  );
