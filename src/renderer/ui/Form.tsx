import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Problem } from '#shared/problem.ts';
import { Button } from './Button.tsx';
import styles from './Form.module.css';
import { Notice } from './Notice.tsx';
import { useWords } from './words.tsx';

/**
 * Fields and what is done with them. Ctrl+Enter submits from anywhere, also from a field of several lines. A refusal
 * is shown above the buttons, and the field it names gets the focus. In a dialog the first field has it at the start.
 */
export function Form({
  onSubmit,
  onCancel,
  submitLabel,
  busy,
  problem,
  isDirty,
  children,
}: {
  onSubmit(): void;
  onCancel?: (() => void) | undefined;
  submitLabel: string;
  busy?: boolean | undefined;
  problem?: Problem | null | undefined;
  isDirty?: boolean | undefined;
  children: ReactNode;
}) {
  const words = useWords();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);
  useEffect(() => {
    // A dialog whose form asks for no field would keep the focus itself, and its keys would go nowhere.
    const fields = form.current!;
    if (!fields.closest('[role="dialog"]') || fields.contains(document.activeElement)) return;
    const all = fields.querySelectorAll<HTMLElement>('input, textarea, button, [tabindex="0"]');
    [...all]
      .find((each) => each.tabIndex >= 0 && !each.closest('[aria-hidden="true"]') && each.checkVisibility())
      ?.focus();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A dialog inside this form is its child in React, though not on the page.
    event.stopPropagation();
    if (!busy) onSubmit();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // What is opened from the form, a list or a question, stands elsewhere on the page and has keys of its own.
    if (!form.current?.contains(event.target as Node)) return;
    event.preventDefault();
    event.stopPropagation();
    // Number fields report when they are left.
    const field = document.activeElement;
    if (field instanceof HTMLElement) {
      field.blur();
      field.focus();
    }
    requestAnimationFrame(() => form.current?.requestSubmit());
  };
  return (
    // On the way down: a button that has the focus would keep the key to itself.
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={submit}
      onKeyDownCapture={key}
      aria-busy={busy ?? false}
    >
      <div className={styles.fields}>{children}</div>
      {problem && (
        <Notice tone="danger" title={problem.message}>
          {problem.hint}
        </Notice>
      )}
      <footer className={styles.foot}>
        <span className={styles.state} role="status">
          {busy ? words.saving : isDirty ? words.unsaved : ''}
        </span>
        {onCancel && <Button onPress={onCancel}>{words.cancel}</Button>}
        <Button variant="primary" type="submit" isBusy={busy} shortcut="Ctrl+Enter">
          {submitLabel}
        </Button>
      </footer>
    </form>
  );
}
