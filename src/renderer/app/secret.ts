import { useEffect, useState } from 'react';

/** How long a typed secret may wait to be used, in milliseconds. */
const FORGOTTEN_AFTER = 60_000;

/** A secret that is being typed: a minute after the last key it is forgotten, and `wasForgotten` says so. */
export function useSecret(): { value: string; set(value: string): void; wasForgotten: boolean } {
  const [value, setValue] = useState('');
  const [wasForgotten, setForgotten] = useState(false);
  useEffect(() => {
    if (value === '') return;
    const timer = setTimeout(() => {
      setValue('');
      setForgotten(true);
    }, FORGOTTEN_AFTER);
    return () => clearTimeout(timer);
  }, [value]);
  const set = (next: string) => {
    setValue(next);
    setForgotten(false);
  };
  return { value, set, wasForgotten };
}
