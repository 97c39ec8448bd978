import { useCallback, useEffect, useRef, useState } from 'react';
import { create } from 'zustand';
import type { Output } from '#shared/contract/index.ts';
import { ask } from './bridge.ts';
import { type Place, usePlace } from './place.ts';
import { queries } from './query.ts';

/** How long after a change the form is sent, in milliseconds; who goes on typing is sent as often. */
const WITHIN = 1500;

export type KeptEdit = Output<'unsaved.list'>[number];

/** Which form it is that is being filled in. */
export interface UnsavedForm {
  /** Its name: the call it ends in and what that is about, or its title. */
  form: string;
  recordId: string | null;
  /** As the user is told of it. */
  title: string;
  /** What makes the form again where it was not part of a page. */
  editor?: () => unknown;
}

/** What is kept of a form. */
export interface UnsavedContent {
  title: string;
  place: Place;
  values: unknown;
  editor?: unknown;
}

/** `mine`: what this page keeps itself, which is not to be offered; `resuming`: what the next form of its name begins with. */
export const useUnsavedState = create<{ mine: readonly string[]; resuming: KeptEdit | null }>(() => ({
  mine: [],
  resuming: null,
}));

/** Reads what was kept. @returns null where it is not of this program's making */
export function contentOf({ content }: KeptEdit): UnsavedContent | null {
  try {
    const read = JSON.parse(content) as Partial<UnsavedContent>;
    return typeof read.title === 'string' && typeof read.place?.room === 'string' && read.values !== undefined
      ? (read as UnsavedContent)
      : null;
  } catch {
    return null;
  }
}

/** Lets the form that a kept edit belongs to begin with it, as soon as it is open; null lets go of that again. */
export function resume(kept: KeptEdit | null) {
  useUnsavedState.setState({ resuming: kept });
}

/** Throws a kept edit away. */
export async function discard(id: string) {
  await ask('unsaved.drop', { id });
  await queries.invalidateQueries({ queryKey: ['unsaved.list'] });
}

const waiting = new Set<() => Promise<void>>();

/** Sends what was typed in the last moment: before the vault is locked on purpose. */
export async function flushUnsaved(): Promise<void> {
  await Promise.all([...waiting].map((send) => send()));
}

window.addEventListener('blur', () => void flushUnsaved());
window.addEventListener('pagehide', () => void flushUnsaved());

/**
 * State that survives a lock: as `useState`, for what is typed into a form of more than a line. Once it differs from
 * what it began with it is kept in the vault, until the form is saved or left. Where the user goes on with one that was
 * kept, it begins with that.
 */
export function useUnsaved<V>(
  of: UnsavedForm,
  initial: V | (() => V),
): [values: V, set: (next: V | ((before: V) => V)) => void, isDirty: boolean] {
  const [start] = useState(initial);
  const [resumed] = useState(() => resumedBy(of));
  const [values, setValues] = useState<V>(() => (resumed ? (contentOf(resumed)!.values as V) : start));
  const isDirty = JSON.stringify(values) !== JSON.stringify(start);
  useKept(of, values, isDirty, resumed?.id);
  return [values, setValues, isDirty];
}

function resumedBy({ form, recordId }: UnsavedForm): KeptEdit | null {
  const { resuming } = useUnsavedState.getState();
  return resuming?.form === form && resuming.recordId === recordId && contentOf(resuming) ? resuming : null;
}

function useKept(of: UnsavedForm, values: unknown, isDirty: boolean, resumedId: string | undefined) {
  const place = usePlace();
  const [id] = useState(() => resumedId ?? crypto.randomUUID());
  const latest = useRef({ of, values, isDirty, place });
  latest.current = { of, values, isDirty, place };
  /** What the vault has, as text; null for nothing. */
  const kept = useRef<string | null>(resumedId === undefined ? null : '');

  useEffect(() => {
    useUnsavedState.setState(({ mine, resuming }) => ({
      mine: [...mine, id],
      resuming: resuming?.id === id ? null : resuming,
    }));
  }, [id]);

  const send = useCallback(async () => {
    const now = latest.current;
    const text = now.isDirty ? JSON.stringify(now.values) : null;
    if (text === kept.current) return;
    const before = kept.current;
    kept.current = text;
    try {
      if (text === null) await ask('unsaved.drop', { id });
      else await ask('unsaved.keep', { id, ...inputOf(now) });
    } catch {
      // Nobody is to be interrupted in typing for this; the next change tries again.
      kept.current = before;
    }
  }, [id]);

  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change is to be sent.
  useEffect(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void send();
    }, WITHIN);
  }, [values, isDirty, send]);

  useEffect(() => {
    waiting.add(send);
    return () => {
      waiting.delete(send);
      clearTimeout(timer.current);
      timer.current = undefined;
      // Saved or left. When the vault is locked this is refused, and what is kept stays.
      if (kept.current !== null) void ask('unsaved.drop', { id }).catch(() => {});
    };
  }, [id, send]);
}

function inputOf({ of, values, place }: { of: UnsavedForm; values: unknown; place: Place }) {
  const { form, recordId, title, editor } = of;
  const content: UnsavedContent = { title, place, values, ...(editor ? { editor: editor() } : {}) };
  return { form, recordId, matterId: place.matterId ?? null, content: JSON.stringify(content) };
}
