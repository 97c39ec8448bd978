import { setImmediate as turn } from 'node:timers/promises';
import type { Seal } from '#main/sealed-file.ts';
import { Assembly } from './assembler/assemble.ts';
import type { AssemblyPlan, AssemblyReport } from './assembler/types.ts';
import { newFollowMemory, Teller } from './follow.ts';
import { newOutputFile, type OutputFile } from './output-file.ts';
import { type Hashed, thePress } from './press.ts';

/** A bundle that was assembled and can be read back. */
export interface WrittenAssembly {
  readonly assembled: AssemblyReport;
  /** Kept when the file is hashed and on the disk. */
  readonly pressed: Promise<Hashed>;
}

/**
 * Assembles into a new file, which the press hashes meanwhile. When this is kept the file can be read, though the disk may
 * not have it yet. What is written until something fails is for the caller to remove.
 *
 * @param fronts kept when the items of kind `front` can be opened; false where they are not what the plan says
 * @returns null where `fronts` are not what the plan says
 * @throws ProblemError `disk-full`, `no-such-folder`, `cannot-write`; `pressed` may be refused with them too
 */
export async function writeAssembly(
  plan: AssemblyPlan,
  { file, seal }: { file: string; seal: Seal },
  fronts: Promise<boolean>,
  onItem: (done: number, total: number) => void,
): Promise<WrittenAssembly | null> {
  // Where the file can't even be made, nobody else hears of them.
  fronts.catch(() => {});
  const memory = newFollowMemory();
  const teller = new Teller(memory);
  const output = newOutputFile(file, seal, (bytes) => teller.wrote(bytes));
  // Not before the front pages are typeset, which the same thread does. It may be refused before anybody waits for it.
  const hashed = fronts.then((fit) => (fit ? thePress().hash(file, seal, memory) : null));
  hashed.catch(() => {});
  try {
    const assembled = await assembleTo(output, plan, fronts, onItem);
    teller.end(assembled !== null);
    if (assembled !== null) return { assembled, pressed: pressedFrom(output, hashed) };
  } catch (error) {
    teller.end(false);
    await output.close();
    throw error;
  }
  await output.close();
  return null;
}

async function assembleTo(
  output: OutputFile,
  plan: AssemblyPlan,
  fronts: Promise<boolean>,
  onItem: (done: number, total: number) => void,
): Promise<AssemblyReport | null> {
  const assembly = new Assembly(plan, output);
  let isOff = false;
  fronts.then(
    (fit) => {
      isOff = !fit;
    },
    () => {
      isOff = true;
    },
  );
  for (const [done, item] of assembly.documents.entries()) {
    assembly.copy(item);
    onItem(done + 1, plan.items.length);
    // The typesetter is heard between two documents.
    await turn();
    if (isOff) break;
  }
  if (!(await fronts)) return null;
  for (const item of assembly.fronts) assembly.copy(item);
  onItem(plan.items.length, plan.items.length);
  return assembly.finish();
}

async function pressedFrom(output: OutputFile, hashed: Promise<Hashed | null>): Promise<Hashed> {
  const onDisk = output.onDisk();
  try {
    const [pressed] = await Promise.all([hashed, onDisk]);
    if (!pressed) throw new Error('The bundle was written and not hashed');
    return pressed;
  } finally {
    // Whatever came of the hash: a file is not closed while the disk takes it in.
    await onDisk.catch(() => {});
    await output.close();
  }
}
