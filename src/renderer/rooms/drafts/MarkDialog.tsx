import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { choices } from '#renderer/forms/choices.ts';
import { RecordDialog } from '#renderer/forms/RecordDialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { DRAFT_STATES } from '#shared/contract/drafts.ts';
import type { Output } from '#shared/contract/index.ts';

type State = Output<'drafts.get'>['draft']['state'];

/** Records that a draft was signed, filed or served, and on which day. */
export function MarkDialog({
  draft,
  blanks,
  flush,
  onClose,
}: {
  draft: Output<'drafts.get'>['draft'];
  blanks: number;
  flush(): Promise<void>;
  onClose(): void;
}) {
  const t = useT('drafts');
  const term = useT('terms');
  const { data: vault } = useCall('vault.state', {});
  const mark = useAct('drafts.setState', { done: t('marked') });
  if (!vault) return null;
  const states = DRAFT_STATES.filter((state) => state !== 'draft');
  const next = states[Math.min(DRAFT_STATES.indexOf(draft.state), states.length - 1)];
  return (
    <RecordDialog
      title={t('markTitle')}
      size="small"
      sections={[
        {
          fields: [
            {
              name: 'state',
              kind: 'choice',
              label: t('field.state'),
              items: choices(term, 'draftState', states),
              required: true,
            },
            { name: 'on', kind: 'date', label: t('field.on'), required: true },
          ],
        },
      ]}
      initial={{ state: next, on: vault.today }}
      submitLabel={t('mark')}
      busy={mark.busy}
      problem={mark.problem}
      note={() =>
        draft.state === 'draft' && (
          <Notice
            tone={blanks > 0 ? 'warn' : 'info'}
            {...(blanks > 0 ? { title: t('markWithBlanks', { count: blanks }) } : {})}
          >
            {t('markText')}
          </Notice>
        )
      }
      onSave={({ state, on }) =>
        void flush()
          .then(() => mark.run({ id: draft.id, state: state as State, on: on as string }))
          .then(onClose, () => {})
      }
      onClose={onClose}
    />
  );
}
