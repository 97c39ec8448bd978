import { useCallback, useEffect, useState } from 'react';
import { ask, subscribe } from '#renderer/app/bridge.ts';
import { useT } from '#renderer/app/i18n.ts';
import { tell } from '#renderer/app/query.ts';
import { toast } from '#renderer/ui/toast.ts';
import type { EventPayload } from '#shared/contract/events.ts';
import type { Output } from '#shared/contract/index.ts';

type Results = Output<'exhibits.import'>;

export interface Import {
  /** What is being taken in now; null where nothing is. */
  job: EventPayload<'job'> | null;
  isRunning: boolean;
  /** What is to be known of the last import; null where it went without a word. */
  results: Results | null;
  /** Takes paths in, each as an exhibit, or all into one; folders stand for their files. */
  take(paths: readonly string[], exhibitId?: string): void;
  /** Asks for files, or folders, and takes them in. */
  choose(options: { folder?: boolean; exhibitId?: string }): void;
  cancel(): void;
  dismiss(): void;
}

/** Taking files into a matter: the job, its progress, and what came of each file. */
export function useImport(matterId: string): Import {
  const t = useT('exhibits');
  const [job, setJob] = useState<EventPayload<'job'> | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [results, setResults] = useState<Results | null>(null);
  useEffect(
    () =>
      subscribe('job', (event) => event.name === 'exhibits.import' && setJob(event.state === 'running' ? event : null)),
    [],
  );
  const take = useCallback(
    (paths: readonly string[], exhibitId?: string) => {
      if (paths.length === 0) return;
      setRunning(true);
      setResults(null);
      const run = async () => {
        const given = { matterId, paths: [...paths], folders: true, ...(exhibitId === undefined ? {} : { exhibitId }) };
        const { value } = await ask('exhibits.import', given);
        const taken = value.filter(({ exhibit }) => exhibit !== null).length;
        const isPlain = value.every(({ problems, sameAs }) => problems.length === 0 && sameAs === null);
        if (isPlain) toast.show({ message: t('import.done', { count: taken }), tone: 'ok' });
        else setResults(value);
      };
      run()
        .catch(tell)
        .finally(() => setRunning(false));
    },
    [matterId, t],
  );
  const choose = useCallback(
    ({ folder = false, exhibitId }: { folder?: boolean; exhibitId?: string }) => {
      ask('exhibits.chooseFiles', { folder }).then(({ value }) => take(value, exhibitId), tell);
    },
    [take],
  );
  return {
    job,
    isRunning,
    results,
    take,
    choose,
    cancel: () => {
      if (job) void ask('jobs.cancel', { id: job.id }).catch(tell);
    },
    dismiss: () => setResults(null),
  };
}
