import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useAct } from '#renderer/app/query.ts';
import { look } from '../place.ts';
import { type Finding, placeOfFix } from './findings.ts';

/** Goes where a fix is made: to the field, the draft or the record, or to what is done in the proceeding. */
export function useFix({
  matterId,
  proceedingId,
  draftId,
}: {
  matterId: string;
  proceedingId: string;
  draftId: string | null;
}) {
  const t = useT('proceedings');
  const add = useAct('drafts.add', { done: t('remedy.drafted') });
  return (fix: NonNullable<Finding['fix']>) => {
    const place = placeOfFix(fix, draftId);
    const open = (tab: string, itemId: string | null) =>
      go({ room: 'matters', matterId, tab, ...(itemId === null ? {} : { itemId }) });
    if (place.go === 'tab') open(place.tab, place.itemId);
    else if (place.go === 'do') look(matterId, proceedingId, 'do', place.action);
    else void add.run({ matterId, proceedingId, template: place.template }).then(({ id }) => open('drafts', id));
  };
}
