import { useT } from '#renderer/app/i18n.ts';
import { useAct } from '#renderer/app/query.ts';
import type { CallName } from '#shared/contract/index.ts';
import { changedIn, emptyValues, type FormSection, type FormValues, valuesOf } from './fields.ts';
import { type KeptForm, keptSections } from './kept-form.ts';
import { type Derive, RecordDialog, type RecordNote } from './RecordDialog.tsx';

/** Makes a record or changes one: the same form, and the call that fits. */
export function RecordEditor({
  title,
  sections,
  record,
  add,
  edit,
  given,
  fixed,
  size,
  note,
  noteAfter,
  derive,
  done,
  onDone,
  onClose,
}: {
  title: string;
  sections: readonly FormSection[];
  /** The record that is changed; null for a new one. */
  record: ({ id: string } & object) | null;
  add: CallName;
  edit: CallName;
  /** What the fields of a new record begin with. */
  given?: FormValues | undefined;
  /** What a new record is made with beside its fields: the matter or proceeding that it belongs to. */
  fixed?: Readonly<Record<string, unknown>> | undefined;
  size?: 'small' | 'medium' | 'large' | undefined;
  note?: RecordNote | undefined;
  noteAfter?: number | undefined;
  derive?: Derive | undefined;
  /** What the notice says afterwards. */
  done: string;
  onDone?: ((result: unknown) => void) | undefined;
  onClose(): void;
}) {
  const t = useT('forms');
  const act = useAct(record ? edit : add, { done });
  const initial = record ? valuesOf(sections, record) : emptyValues(sections, given);
  const save = async (values: Record<string, unknown>) => {
    const input = record ? { id: record.id, ...changedIn(initial, values) } : { ...fixed, ...values };
    const result = await act.run(input as never);
    onDone?.(result);
    onClose();
  };
  /** The same form again after a lock, unless something of its page's own follows from saving it. */
  const editor = (values: FormValues): KeptForm => ({
    title,
    sections: keptSections(sections, values),
    initial,
    isNew: record === null,
    add,
    edit,
    fixed: fixed ?? {},
    size: size ?? 'medium',
    done,
  });
  return (
    <RecordDialog
      title={title}
      sections={sections}
      initial={initial}
      submitLabel={record ? t('save') : t('add')}
      busy={act.busy}
      problem={act.problem}
      size={size ?? 'medium'}
      note={note}
      noteAfter={noteAfter}
      derive={derive}
      unsaved={(values) => ({
        form: `${record ? edit : add} ${JSON.stringify(fixed ?? {})}`,
        recordId: record?.id ?? null,
        title,
        ...(onDone ? {} : { editor: () => editor(values()) }),
      })}
      onSave={(values) => void save(values).catch(() => {})}
      onClose={onClose}
    />
  );
}
