import { useEffect } from 'react';
import { create } from 'zustand';

const useShown = create<{ text: string | null }>(() => ({ text: null }));

/** What stands behind the room's name in the top bar, for as long as the component is shown. Matters need none. */
export function useSetCrumb(text: string) {
  useEffect(() => {
    useShown.setState({ text });
    return () => useShown.setState({ text: null });
  }, [text]);
}

export const useCrumb = () => useShown(({ text }) => text);
