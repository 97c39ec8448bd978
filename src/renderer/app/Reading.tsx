import { useIsFetching } from '@tanstack/react-query';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Waiting } from '#renderer/ui/Waiting.tsx';
import { problemOf, queries } from './query.ts';
import styles from './Reading.module.css';

/**
 * Stands in a pane while what it shows is being read; and says what went wrong where that failed, so that nobody waits
 * for what does not come. `inPage` keeps it off the edges of a page that has no margins of its own.
 */
export function Reading({ inPage = false }: { inPage?: boolean }) {
  const isAnyOnTheWay = useIsFetching() > 0;
  const failed = isAnyOnTheWay
    ? undefined
    : queries
        .getQueryCache()
        .find({ type: 'active', predicate: ({ state }) => state.status === 'error', queryKey: [], exact: false });
  const problem = problemOf(failed?.state.error);
  return (
    <div className={inPage ? styles.page : undefined}>
      {problem ? (
        <Notice tone="danger" title={problem.message}>
          {problem.hint ?? ''}
        </Notice>
      ) : (
        <Waiting />
      )}
    </div>
  );
}
