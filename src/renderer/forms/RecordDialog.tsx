import { useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Form } from '#renderer/ui/Form.tsx';
import type { Problem } from '#shared/problem.ts';
import { FieldInput } from './FieldInput.tsx';
import { cleaned, type FormSection, type FormValues, missingIn } from './fields.ts';
import styles from './RecordDialog.module.css';

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
  /** What follows from what is typed so far. */
  note?: ((values: FormValues) => React.ReactNode) | undefined;
  onSave(values: Record<string, unknown>): void;
  onClose(): void;
}) {
  const t = useT('forms');
  const [values, setValues] = useState(initial);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [isLeaving, setLeaving] = useState(false);
  const isDirty = JSON.stringify(values) !== JSON.stringify(initial);
  const submit = () => {
    const empty = missingIn(sections, values);
    setMissing(empty);
    if (empty.length === 0) onSave(cleaned(values));
  };
  const errorOf = (name: string) => {
    if (missing.includes(name)) return t('required');
    return problem?.field === name ? problem.message : undefined;
  };
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
        {sections.map((section, at) => (
          <fieldset key={section.title ?? at} className={styles.section}>
            {section.title && <legend className={styles.legend}>{section.title}</legend>}
            <div className={styles.fields}>
              {section.fields
                .filter(({ when }) => when?.(values) ?? true)
                .map((field) => {
                  const autoFocus = isFirst;
                  isFirst = false;
                  return (
                    <div key={field.name} className={field.half ? styles.half : styles.whole}>
                      <FieldInput
                        field={field}
                        value={values[field.name]}
                        onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
                        error={errorOf(field.name)}
                        autoFocus={autoFocus}
                      />
                    </div>
                  );
                })}
            </div>
          </fieldset>
        ))}
        {note?.(values)}
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
