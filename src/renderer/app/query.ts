import { QueryClient, useMutation, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { toast } from '#renderer/ui/toast.ts';
import { type CallName, type Input, type Output, specOf } from '#shared/contract/index.ts';
import { type Problem, ProblemError } from '#shared/problem.ts';
import { ask, subscribe } from './bridge.ts';
import { translate } from './i18n.ts';

/** The page's copies of what it has read, by the call's name and input. They live until something they touch changes. */
export const queries = new QueryClient({
  defaultOptions: {
    // The main process is always there: no network, no retries, nothing that goes stale by itself.
    queries: { networkMode: 'always', retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Reads again what touches one of the tables; `*`, on either side, is every table. */
function refresh(touched: readonly string[]) {
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => {
      const { touches } = specOf(queryKey[0] as CallName);
      return touches.includes('*') || touched.includes('*') || touches.some((table) => touched.includes(table));
    },
  });
}

/** Follows what the main process tells. @returns the function that ends it */
export function followChanges(): () => void {
  const ends = [
    subscribe('changed', ({ touched }) => refresh(touched)),
    // Nothing of the case files may stay in the page when the vault is locked.
    subscribe('locked', () => {
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'vault.state' });
      queries.getMutationCache().clear();
      void refreshState();
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** Asks again whether a vault is open, and which. */
export function refreshState(): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['vault.state'] });
}

/** What the user is told of an error. */
export function problemOf(error: unknown): Problem | null {
  if (error === null || error === undefined) return null;
  if (error instanceof ProblemError) return error.problem;
  return { code: 'internal', message: translate('app', 'problem.internal'), hint: translate('app', 'problem.hint') };
}

/** Reads by a call; reads again when a table that the call touches has changed. */
export function useCall<N extends CallName>(
  name: N,
  input: Input<N>,
  { enabled = true }: { enabled?: boolean } = {},
): { data: Output<N> | undefined; problem: Problem | null; isLoading: boolean } {
  const { data, error, isLoading } = useQuery({
    queryKey: [name, input],
    queryFn: async () => (await ask(name, input)).value,
    enabled,
  });
  return { data, problem: problemOf(error), isLoading };
}

interface Run<N extends CallName> {
  /** @throws ProblemError; who does not catch it leaves the telling to `problem` */
  run(input: Input<N>): Promise<Output<N>>;
  busy: boolean;
  problem: Problem | null;
  /** What came of the last run. */
  result: Output<N> | undefined;
  reset(): void;
}

/** Carries out a call that changes something. Who uses it shows the problem. */
export function useCommand<N extends CallName>(name: N): Run<N> {
  return useRun(name, async (input) => (await ask(name, input)).value);
}

/**
 * The same, with a notice afterwards: what was done and, where it can be, its undo. A problem is shown as a notice too,
 * unless the user of this hook reads `problem` to show it at its place.
 */
export function useAct<N extends CallName>(name: N, { done }: { done?: string } = {}): Run<N> {
  const isShown = useRef(false);
  const { run, busy, problem, result, reset } = useRun(name, async (input: Input<N>) => {
    try {
      const { value, undo } = await ask(name, input);
      if (done !== undefined) toast.show({ message: done, ...(undo ? { action: undoAction(undo) } : {}) });
      return value;
    } catch (error) {
      if (!isShown.current) tell(error);
      throw error;
    }
  });
  return {
    run,
    busy,
    result,
    reset,
    get problem() {
      isShown.current = true;
      return problem;
    },
  };
}

function useRun<N extends CallName>(name: N, mutationFn: (input: Input<N>) => Promise<Output<N>>): Run<N> {
  // A secret must not lie in a cache until somebody collects it.
  const gcTime = specOf(name).secret ? 0 : 60_000;
  const { mutateAsync, isPending, error, data, reset } = useMutation({ mutationFn, gcTime });
  return { run: mutateAsync, busy: isPending, problem: problemOf(error), result: data, reset };
}

/** Shows a problem as a notice. */
export function tell(error: unknown) {
  const problem = problemOf(error);
  if (!problem) return;
  const message = [problem.message, problem.hint].filter(Boolean).join(' ');
  // Who cancels knows it: that is no trouble to be looked after.
  toast.show({ message, tone: problem.code === 'cancelled' ? 'info' : 'danger' });
}

/** Takes a command back, or puts it again. */
async function undo(id: string) {
  try {
    await ask('undo.take', { id });
  } catch (error) {
    tell(error);
  }
}

function undoAction(id: string) {
  return { label: translate('app', 'undo'), onPress: () => void undo(id) };
}
