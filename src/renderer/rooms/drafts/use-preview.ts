import { useCallback, useEffect, useRef, useState } from 'react';
import { ask, subscribe } from '#renderer/app/bridge.ts';
import { problemOf } from '#renderer/app/query.ts';
import { type Output, specOf } from '#shared/contract/index.ts';
import type { Problem } from '#shared/problem.ts';
import type { DraftForm } from './use-form.ts';

/** Milliseconds after the last key before pages are asked for. */
const PAUSE = 250;

type Preview = Output<'drafts.preview'>;

/**
 * The pages of what is typed now. Never more than one request is under way: while it is, only the last wish is kept,
 * so that typing never waits for pages. The pages of before stand until the new ones are there.
 */
export function usePreview(
  id: string,
  form: DraftForm,
): { preview: Preview | null; isOld: boolean; problem: Problem | null; again(): void } {
  const [preview, setPreview] = useState<Preview | null>(null);
  const [isOld, setOld] = useState(true);
  const [problem, setProblem] = useState<Problem | null>(null);
  const latest = useRef(form);
  latest.current = form;
  const way = useRef({ busy: false, wanted: false, ended: false });

  const again = useCallback(async () => {
    const state = way.current;
    state.wanted = true;
    setOld(true);
    if (state.busy) return;
    state.busy = true;
    while (state.wanted && !state.ended) {
      state.wanted = false;
      try {
        const { value } = await ask('drafts.preview', { id, form: latest.current });
        if (state.ended) return;
        setPreview(value);
        setProblem(null);
      } catch (error) {
        setProblem(problemOf(error));
      }
    }
    state.busy = false;
    setOld(false);
  }, [id]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the form starts the pause anew.
  useEffect(() => {
    const timer = setTimeout(() => void again(), preview ? PAUSE : 0);
    return () => clearTimeout(timer);
  }, [form, again]);
  useEffect(() => {
    const state = way.current;
    state.ended = false;
    const { touches } = specOf('drafts.preview');
    const end = subscribe('changed', ({ touched }) => {
      if (touched.includes('*') || touched.some((table) => touches.includes(table))) void again();
    });
    return () => {
      state.ended = true;
      state.busy = false;
      end();
    };
  }, [again]);
  return { preview, isOld, problem, again: () => void again() };
}
