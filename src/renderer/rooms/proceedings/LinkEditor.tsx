import { useT } from '#renderer/app/i18n.ts';
import { useAct } from '#renderer/app/query.ts';
import { choices } from '#renderer/forms/choices.ts';
import { RecordDialog } from '#renderer/forms/RecordDialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { Input, Output } from '#shared/contract/index.ts';
import { LINK_KINDS } from '#shared/packs/vocabulary.ts';
import { nameOf, whereOf } from './names.ts';

type Proceeding = Output<'proceedings.list'>[number];

/** Says how a proceeding hangs on another: an appeal from it, a writ against it, a counter to it … */
export function LinkEditor({
  proceeding,
  others,
  onClose,
}: {
  proceeding: Proceeding;
  others: readonly Proceeding[];
  onClose(): void;
}) {
  const t = useT('proceedings');
  const term = useT('terms');
  const link = useAct('proceedings.link', { done: t('done.linked') });
  return (
    <RecordDialog
      title={t('link.of', { title: nameOf(proceeding) })}
      sections={[
        {
          fields: [
            {
              name: 'kind',
              kind: 'choice',
              label: t('link.kind'),
              items: choices(term, 'link', LINK_KINDS),
              required: true,
            },
            {
              name: 'toId',
              kind: 'choice',
              label: t('link.to'),
              items: others.map((other) => ({ id: other.id, label: `${nameOf(other)}, ${whereOf(other)}` })),
              required: true,
            },
          ],
        },
      ]}
      initial={{ kind: null, toId: null }}
      submitLabel={t('link.action')}
      busy={link.busy}
      problem={link.problem}
      size="small"
      note={() => others.length === 0 && <Notice tone="info">{t('link.none')}</Notice>}
      onSave={(values) =>
        void link
          .run({ fromId: proceeding.id, orderId: null, ...values } as Input<'proceedings.link'>)
          .then(onClose)
          .catch(() => {})
      }
      onClose={onClose}
    />
  );
}
