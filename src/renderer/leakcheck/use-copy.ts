import type { ReactNode } from 'react';
import { toast } from '#renderer/ui/toast.ts';
import type { Input } from '#shared/contract/index.ts';
import { useLeaving } from './use-leaving.tsx';

/** Copies statements for others to read, as their readers may see them. `done` is said when one was copied. */
export function useCopy(done: string): { run(input: Input<'leakcheck.copy'>): void; busy: boolean; dialog: ReactNode } {
  const { run, busy, dialog } = useLeaving('leakcheck.copy');
  return {
    busy,
    dialog,
    run: (input) =>
      void run(input).then(
        (copied) => copied && toast.show({ message: done }),
        () => {},
      ),
  };
}
