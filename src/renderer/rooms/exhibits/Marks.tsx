import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { RecordDialog } from '#renderer/forms/RecordDialog.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './Margin.module.css';

type MarkRow = Output<'exhibits.get'>['marks'][number];

/** How an exhibit is marked in each proceeding. */
export function Marks({
  exhibitId,
  marks,
  onEdit,
}: {
  exhibitId: string;
  marks: readonly MarkRow[];
  onEdit(mark: MarkRow): void;
}) {
  const t = useT('exhibits');
  const remove = useAct('exhibits.setMark', { done: t('marks.removed') });
  return (
    <section>
      <header className={styles.head}>
        <h3>{t('marks.title')}</h3>
      </header>
      {marks.length === 0 && <p className={styles.quiet}>{t('marks.none')}</p>}
      <ul className={styles.marks}>
        {marks.map((mark) => (
          <li key={mark.id}>
            <b>{mark.mark}</b>
            <bdi>{mark.proceeding}</bdi>
            <Menu
              label={t('marks.more', { mark: mark.mark })}
              items={[
                { id: 'edit', label: t('marks.edit'), icon: 'edit' },
                { id: 'remove', label: t('marks.remove'), icon: 'trash', danger: true },
              ]}
              onAction={(action) => {
                if (action === 'edit') onEdit(mark);
                else void remove.run({ exhibitId, proceedingId: mark.proceedingId, mark: null }).catch(() => {});
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A mark in a proceeding: a new one, or another in the place of one. */
export function MarkEditor({
  matterId,
  exhibitId,
  mark,
  onClose,
}: {
  matterId: string;
  exhibitId: string;
  mark: MarkRow | null;
  onClose(): void;
}) {
  const t = useT('exhibits');
  const forms = useT('forms');
  const save = useAct('exhibits.setMark', { done: t('marks.done') });
  const { data: proceedings } = useCall('proceedings.list', { matterId });
  if (!proceedings) return null;
  const items = proceedings.map(({ id, forumName, numberText }) => ({
    id,
    label: [numberText, forumName].filter(Boolean).join(', '),
  }));
  return (
    <RecordDialog
      title={t(mark ? 'marks.edit' : 'marks.add')}
      sections={[
        {
          fields: [
            { name: 'proceedingId', kind: 'choice', label: t('marks.proceeding'), items, required: true },
            { name: 'mark', kind: 'text', label: t('marks.mark'), hint: t('marks.markHint'), required: true },
          ],
        },
      ]}
      initial={{ proceedingId: mark?.proceedingId ?? items[0]?.id ?? null, mark: mark?.mark ?? null }}
      submitLabel={forms('save')}
      busy={save.busy}
      problem={save.problem}
      size="small"
      onSave={({ proceedingId, mark: next }) =>
        void save.run({ exhibitId, proceedingId: String(proceedingId), mark: String(next) }).then(onClose, () => {})
      }
      onClose={onClose}
    />
  );
}
