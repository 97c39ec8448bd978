import { useCallback, useEffect, useState } from 'react';
import { ask } from '#renderer/app/bridge.ts';

/** How long one must wait after wrong tries, counted down. `ask` looks again after a try. */
export function useDelay(dir: string): { seconds: number; count: number; ask(): void } {
  const [delay, setDelay] = useState({ seconds: 0, count: 0 });
  const look = useCallback(() => {
    // What cannot be asked delays nobody: the main process holds early tries up by itself.
    ask('vault.tries', { dir }).then(
      ({ value }) => setDelay({ seconds: value.waitSeconds, count: value.count }),
      () => {},
    );
  }, [dir]);
  useEffect(look, [look]);
  useEffect(() => {
    if (delay.seconds <= 0) return;
    const timer = setTimeout(() => setDelay({ ...delay, seconds: delay.seconds - 1 }), 1000);
    return () => clearTimeout(timer);
  }, [delay]);
  return { ...delay, ask: look };
}
