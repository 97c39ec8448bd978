import { problem } from '#shared/problem.ts';

/** What the database's own faults mean for the user; any other error comes back as it is. */
export function readableFault(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return error;
  if (code === 'SQLITE_FULL')
    return problem(
      'disk-full',
      'The disk of the vault is full. This was not saved; everything that was saved before is safe.',
      { hint: 'Make room on the disk and try again.' },
      error,
    );
  if (code.startsWith('SQLITE_BUSY'))
    return problem('vault-busy', 'Another program is writing in the vault just now. Nothing was changed.', {}, error);
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return problem(
      'disk-error',
      'The disk of the vault could not be read or written. This was not saved.',
      { hint: 'Lock the vault, check the disk, and run “misl vault verify”.' },
      error,
    );
  return error;
}
