import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct } from '#renderer/app/query.ts';
import { RecordDialog } from '#renderer/forms/RecordDialog.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { Output } from '#shared/contract/index.ts';

/** Works to another day than the computed one, with a reason; the computed day stays beside it. */
export function OverrideEditor({
  deadline: { id, title, dueOn, overrideOn, overrideReason },
  onClose,
}: {
  deadline: Output<'diary.ofMatter'>['deadlines'][number];
  onClose(): void;
}) {
  const t = useT('proceedings');
  const set = useAct('deadlines.override', { done: t('deadline.overridden') });
  const back = useAct('deadlines.override', { done: t('deadline.restored') });
  return (
    <RecordDialog
      title={t('deadline.overrideOf', { title })}
      sections={[
        {
          fields: [
            { name: 'on', kind: 'date', label: t('deadline.dueOn'), required: true },
            { name: 'reason', kind: 'text', lines: 2, label: t('deadline.overrideReason'), required: true },
          ],
        },
      ]}
      initial={{ on: overrideOn, reason: overrideReason }}
      submitLabel={t('deadline.override')}
      busy={set.busy}
      problem={set.problem}
      size="small"
      note={() =>
        dueOn && (
          <Notice
            tone="info"
            action={
              overrideOn && (
                <Button size="small" onPress={() => void back.run({ id, on: null, reason: null }).then(onClose)}>
                  {t('deadline.restore')}
                </Button>
              )
            }
          >
            {t('deadline.computedStays', { day: formatDay(dueOn) })}
          </Notice>
        )
      }
      onSave={({ on, reason }) =>
        void set
          .run({ id, on: on as string, reason: reason as string })
          .then(onClose)
          .catch(() => {})
      }
      onClose={onClose}
    />
  );
}
