import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '#renderer/app/bridge.ts';
import { problemOf } from '#renderer/app/query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Problem } from '#shared/problem.ts';

export type DraftForm = Output<'drafts.get'>['form'];

/** Milliseconds without a key after which what was typed is saved. */
const PAUSE = 900;

export interface FormState {
  form: DraftForm;
  change(patch: Partial<DraftForm>): void;
  state: 'saved' | 'saving' | 'unsaved';
  problem: Problem | null;
  /** Saves at once: before something is made of the draft. */
  flush(): Promise<void>;
}

/**
 * What is typed into a draft: held here, saved when the keys rest and when the editor is left. Each saving is a step
 * that undo takes back; what comes from outside (undo, a version brought back) is taken over.
 */
export function useForm(id: string, stored: DraftForm): FormState {
  const [form, setForm] = useState(stored);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  /** What the vault has, and what is typed, as text. */
  const kept = useRef(JSON.stringify(stored));
  const latest = useRef(form);
  latest.current = form;

  useEffect(() => {
    const text = JSON.stringify(stored);
    if (text === kept.current) return;
    kept.current = text;
    latest.current = stored;
    setForm(stored);
  }, [stored]);

  const flush = useCallback(async () => {
    const text = JSON.stringify(latest.current);
    if (text === kept.current) return;
    const before = kept.current;
    kept.current = text;
    setSaving(true);
    try {
      await ask('drafts.editForm', { id, form: latest.current });
      setProblem(null);
    } catch (error) {
      if (kept.current === text) kept.current = before;
      setProblem(problemOf(error));
      throw error;
    } finally {
      setSaving(false);
    }
  }, [id]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the form starts the pause anew.
  useEffect(() => {
    const timer = setTimeout(() => void flush().catch(() => {}), PAUSE);
    return () => clearTimeout(timer);
  }, [form, flush]);
  useEffect(() => () => void flush().catch(() => {}), [flush]);

  const isDirty = JSON.stringify(form) !== kept.current;
  return {
    form,
    change: (patch) => setForm((now) => ({ ...now, ...patch })),
    state: isSaving ? 'saving' : isDirty ? 'unsaved' : 'saved',
    problem,
    flush,
  };
}
