import { Fragment, useRef, useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { type UnsavedForm, useUnsaved } from '#renderer/app/unsaved.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Form } from '#renderer/ui/Form.tsx';
import type { Problem } from '#shared/problem.ts';
import { FieldInput } from './FieldInput.tsx';
import { cleaned, type FormSection, type FormValues, missingIn, shownOf } from './fields.ts';
import { focusInvalid } from './focus.ts';
import styles from './RecordDialog.module.css';

export type RecordNote = (values: FormValues, set: (patch: FormValues) => void) => React.ReactNode;
/** What else changes with a field: the name of a forum follows its kind. */
export type Derive = (values: FormValues, changed: string) => FormValues;

/** A record in a dialog: its fields in sections, checked before they are sent, and nothing lost by a stray Escape. */
export function RecordDialog({
  title,
  sections,
  initial,
  submitLabel,
  busy,
  problem,
  size = 'medium',
  note,
  noteAfter,
  derive,
  unsaved,
  onSave,
  onClose,
}: {
  title: string;
  sections: readonly FormSection[];
  initial: FormValues;
  submitLabel: string;
  busy: boolean;
  problem: Problem | null;
  size?: 'small' | 'medium' | 'large';
  /** What follows from what is typed so far; it may fill in fields. */
  note?: RecordNote | undefined;
  /** The section, by its place, that the note stands under; else it comes last. */
  noteAfter?: number | undefined;
  derive?: Derive | undefined;
  /** By what a lock knows the form again; else it is its title. */
  unsaved?: ((values: () => FormValues) => UnsavedForm) | undefined;
  onSave(values: Record<string, unknown>): void;
  onClose(): void;
}) {
  const t = useT('forms');
  const latest = useRef(initial);
  // Two records under one title are told apart by what their forms begin with.
  const name = `${title} ${JSON.stringify(initial)}`.slice(0, 1000);
  const of = unsaved?.(() => latest.current) ?? { form: name, recordId: null, title };
  const [values, setValues, isDirty] = useUnsaved<FormValues>(of, initial);
  latest.current = values;
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [isLeaving, setLeaving] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  const submit = () => {
    const empty = missingIn(sections, values);
    setMissing(empty);
    if (empty.length === 0) onSave(cleaned(values));
    else requestAnimationFrame(() => focusInvalid(fields.current));
  };
  const errorOf = (name: string) => {
    if (missing.includes(name)) return t('required');
    return problem?.field === name ? problem.message : undefined;
  };
  const set = (patch: FormValues) => setValues((before) => ({ ...before, ...patch }));
  const change = (name: string, value: unknown) =>
    setValues((before) => {
      const after = { ...before, [name]: value };
      return { ...after, ...derive?.(after, name) };
    });
  const shown = shownOf(sections, values);
  const lastNote = Math.min(noteAfter ?? shown.length, shown.length - 1);
  let isFirst = true;
  return (
    <Dialog title={title} isOpen onClose={() => (isDirty ? setLeaving(true) : onClose())} size={size}>
      <Form
        onSubmit={submit}
        onCancel={() => (isDirty ? setLeaving(true) : onClose())}
        submitLabel={submitLabel}
        busy={busy}
        problem={problem}
        isDirty={isDirty}
      >
        <div ref={fields} className={styles.sections}>
          {shown.map((section, at) => (
            <Fragment key={section.title ?? ''}>
              <fieldset className={styles.section}>
                {section.title && <legend className={styles.legend}>{section.title}</legend>}
                <div className={styles.fields}>
                  {section.fields.map((field) => {
                    const autoFocus = isFirst;
                    isFirst = false;
                    return (
                      <div key={field.name} className={field.half ? styles.half : styles.whole}>
                        <FieldInput
                          field={field}
                          value={values[field.name]}
                          values={values}
                          onChange={(value) => change(field.name, value)}
                          error={errorOf(field.name)}
                          autoFocus={autoFocus}
                        />
                      </div>
                    );
                  })}
                </div>
              </fieldset>
              {at === lastNote && note?.(values, set)}
            </Fragment>
          ))}
        </div>
      </Form>
      <ConfirmDialog
        title={t('leave.title')}
        text={t('leave.text')}
        confirmLabel={t('leave.confirm')}
        danger
        isOpen={isLeaving}
        onConfirm={onClose}
        onClose={() => setLeaving(false)}
      />
    </Dialog>
  );
}
