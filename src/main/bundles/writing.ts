import { assemble } from './assembler/assemble.ts';
import type { AssemblyPlan, AssemblyReport } from './assembler/types.ts';
import { type Pressed, thePress } from './press.ts';

/** A bundle that was assembled and can be read back. */
export interface WrittenAssembly {
  readonly assembled: AssemblyReport;
  /** Kept when the file is hashed and on the disk. */
  readonly pressed: Promise<Pressed>;
}

/**
 * Assembles into a new file, which the press writes and hashes meanwhile. When this returns the file can be read, though
 * the disk may not have it yet. What is written until something fails is for the caller to remove.
 *
 * @throws ProblemError `disk-full`, `no-such-folder`, `cannot-write`; `pressed` may be refused with them too
 */
export async function writeAssembly(
  plan: AssemblyPlan,
  file: string,
  onItem: (done: number, total: number) => void,
): Promise<WrittenAssembly> {
  const pressing = thePress().write(file);
  try {
    const assembled = assemble(plan, pressing.sink, { onItem });
    return { assembled, pressed: pressing.end() };
  } catch (error) {
    return pressing.abandon(error);
  }
}
