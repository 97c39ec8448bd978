import { type ReactNode, useState } from 'react';
import { ask } from '#renderer/app/bridge.ts';
import { tell, useCommand } from '#renderer/app/query.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import type { CheckedFile } from '#shared/contract/leakcheck.ts';
import { ProblemError } from '#shared/problem.ts';
import { LeakDialog } from './LeakDialog.tsx';

type Leaving =
  | 'bundles.produce'
  | 'bundles.exportReport'
  | 'bundles.exportDraftIndex'
  | 'bundles.exportConcordance'
  | 'drafts.exportDocx'
  | 'drafts.exportPdf'
  | 'facts.exportChronology'
  | 'exhibits.custodySheet'
  | 'redaction.saveCopy'
  | 'proceedings.saveStatus'
  | 'deadlines.saveLedger'
  | 'diary.saveCauseList'
  | 'leakcheck.copy';

/** What was found, and what becomes of the file: it leaves with a reason, or stays. */
interface Held {
  id: string;
  found: CheckedFile[];
  leave(reason: string): void;
  stay(): void;
}

/**
 * Lets what others are to read leave the vault. Where the leak check found something the user is shown it, and decides;
 * `run` gives null where it stays. Other problems are shown as notices, and thrown.
 *
 * @param heldAs by what the findings are asked for, where that is not the record's id
 * @returns `dialog`, to be put beside what calls `run`
 */
export function useLeaving<N extends Leaving>(
  name: N,
  heldAs: (input: Input<N>) => string = idIn,
): { run(input: Input<N>): Promise<Output<N> | null>; busy: boolean; dialog: ReactNode } {
  const command = useCommand(name);
  const [held, setHeld] = useState<Held | null>(null);
  const run = async (input: Input<N>): Promise<Output<N> | null> => {
    try {
      return await command.run(input);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.code !== 'leak-found') {
        tell(error);
        throw error;
      }
      const id = heldAs(input);
      const { value: found } = await ask('leakcheck.findings', { id });
      const reason = await new Promise<string | null>((resolve) =>
        setHeld({ id, found, leave: resolve, stay: () => resolve(null) }),
      );
      setHeld(null);
      if (reason === null) return null;
      const despite = { files: found.map(({ sha256 }) => sha256), reason };
      return run({ ...input, ...chosenFile(input, found), despite });
    }
  };
  return {
    run,
    busy: command.busy,
    dialog: held && (
      <LeakDialog key={held.id} id={held.id} found={held.found} onLeave={held.leave} onClose={held.stay} />
    ),
  };
}

/** The record that a call is about. */
function idIn(input: Input<Leaving>): string {
  if ('id' in input) return input.id;
  if ('matterId' in input) return input.matterId;
  if ('matterIds' in input) return input.matterIds[0]!;
  if ('fileId' in input) return input.fileId;
  if ('forumName' in input) return input.forumName ?? '';
  return 'matterId' in input.of ? input.of.matterId : '';
}

/** Where the user has chosen a file once it is not asked for again: one file goes where it was to go. */
function chosenFile(input: Input<Leaving>, found: CheckedFile[]): { path?: string; overwrite?: boolean } {
  if ('text' in input || found.length !== 1) return {};
  const isOneFile = !('as' in input) || input.as === undefined || input.as === 'pdf';
  return input.path !== undefined || !isOneFile ? {} : { path: found[0]!.file, overwrite: true };
}
