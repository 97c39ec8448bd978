import { useState } from 'react';
import { formatInstant } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { tell, useCall } from '#renderer/app/query.ts';
import { contentOf, discard, type KeptEdit, resume, useUnsavedState } from '#renderer/app/unsaved.ts';
import { type KeptForm, keptForm, sectionsFrom } from '#renderer/forms/kept-form.ts';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import styles from './BackupNotice.module.css';

/** So many are named; the others come after them. */
const SHOWN = 3;

/** Offers what was being typed when the vault was locked, or the program ended: to go on with, or to throw away. */
export function UnsavedNotice() {
  const t = useT('app');
  const { data } = useCall('unsaved.list', {});
  const { mine, resuming } = useUnsavedState();
  const [open, setOpen] = useState<{ kept: KeptEdit; form: KeptForm } | null>(null);
  const offered = (data ?? []).filter(({ id }) => !mine.includes(id));
  const goOn = (kept: KeptEdit) => {
    const content = contentOf(kept);
    if (!content) return;
    go(content.place);
    resume(kept);
    const form = keptForm(content.editor);
    if (form) setOpen({ kept, form });
  };
  const throwAway = (kept: KeptEdit) => {
    if (resuming?.id === kept.id) resume(null);
    void discard(kept.id).catch(tell);
  };
  return (
    <>
      {offered.slice(0, SHOWN).map((kept) => {
        const content = contentOf(kept);
        const isWaiting = resuming?.id === kept.id;
        const values = {
          title: content?.title ?? t('unsaved.form'),
          matter: kept.matterTitle ?? '',
          at: formatInstant(kept.keptAt),
        };
        const said = kept.matterTitle === null ? 'unsaved.offer' : 'unsaved.offerIn';
        return (
          <div key={kept.id} className={styles.notice} role="status">
            <Icon name="edit" size={16} />
            <span>{t(isWaiting ? 'unsaved.waiting' : said, values)}</span>
            <span className={styles.actions}>
              {content && !isWaiting && (
                <Button variant="quiet" size="small" onPress={() => goOn(kept)}>
                  {t('unsaved.goOn')}
                </Button>
              )}
              <Button variant="quiet" size="small" onPress={() => throwAway(kept)}>
                {t('unsaved.discard')}
              </Button>
            </span>
          </div>
        );
      })}
      {open && (
        <RecordEditor
          key={open.kept.id}
          title={open.form.title}
          sections={sectionsFrom(open.form.sections)}
          record={open.form.isNew ? null : { ...open.form.initial, id: open.kept.recordId ?? '' }}
          add={open.form.add}
          edit={open.form.edit}
          given={open.form.initial}
          fixed={open.form.fixed}
          size={open.form.size}
          done={open.form.done}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
