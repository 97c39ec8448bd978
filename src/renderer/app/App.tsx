import { useEffect, useMemo } from 'react';
import Welcome from '#renderer/rooms/welcome/Welcome.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Toasts } from '#renderer/ui/Toasts.tsx';
import { KitProvider } from '#renderer/ui/words.tsx';
import { Frame } from './frame/Frame.tsx';
import { kitLocale, useT } from './i18n.ts';
import { kitWords } from './kit-words.ts';
import { forgetWay } from './place.ts';
import { followChanges, refreshState, useCall } from './query.ts';
import { useLook } from './theme.ts';

/** The whole page: what stands before the case files, or the frame around them. */
export function App() {
  const { data: state, problem } = useCall('vault.state', {});
  const isOpen = state?.state === 'open';
  const locale = useLook(isOpen);
  const t = useT('app');
  const words = useMemo(() => kitWords(t), [t]);
  useEffect(() => followChanges(), []);
  const vault = state?.vault?.dir;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another vault, or the same opened again, is another way.
  useEffect(() => forgetWay, [isOpen, vault]);
  if (problem) {
    return (
      <Notice tone="danger" title={problem.message}>
        {problem.hint}
      </Notice>
    );
  }
  // Nothing is shown before its words and direction are known: it would turn around under the reader's eyes.
  if (!state || locale === null) return null;
  return (
    <KitProvider locale={kitLocale()} words={words}>
      {isOpen ? <Frame state={state} /> : <Welcome state={state} onOpen={() => void refreshState()} />}
      <Toasts />
    </KitProvider>
  );
}
