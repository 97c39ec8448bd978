import { usePlace } from '#renderer/app/place.ts';
import type { Output } from '#shared/contract/index.ts';
import { DraftEditor } from './DraftEditor.tsx';
import { DraftList } from './DraftList.tsx';

/** The drafts of a matter, or the one that is open on the workbench. */
export default function DraftsTab({ matter }: { matter: Output<'matters.get'> }) {
  const { itemId } = usePlace();
  return itemId === undefined ? (
    <DraftList matter={matter} />
  ) : (
    <DraftEditor key={itemId} id={itemId} matter={matter} />
  );
}
