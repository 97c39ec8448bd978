import { useT } from '#renderer/app/i18n.ts';
import { tell, useCommand } from '#renderer/app/query.ts';
import { useLeaving } from '#renderer/leakcheck/use-leaving.tsx';
import { toast } from '#renderer/ui/toast.ts';
import type { Span } from './days.ts';

/** The files of the days that are shown: the cause list for print, and the calendar file. */
export function useExports(span: Span, forumName: string | null) {
  const t = useT('diary');
  const list = useLeaving('diary.saveCauseList');
  const calendar = useCommand('diary.exportIcs');
  const said = (key: string) => (result: { path: string | null; count: number } | null) => {
    if (result && result.path !== null) toast.show({ message: t(key, { count: result.count }) });
  };
  return {
    busy: list.busy || calendar.busy,
    /** What the list of one court would disclose to it. */
    dialog: list.dialog,
    causeList: () => void list.run({ ...span, forumName }).then(said('causeListSaved'), () => {}),
    ics: () => void calendar.run(span).then(said('exported')).catch(tell),
  };
}
