import { useEffect, useState } from 'react';
import styles from './Waiting.module.css';
import { useWords } from './words.tsx';

/** Milliseconds in which something comes at once to the eye: until then nothing is said, so that nothing flickers. */
const AT_ONCE = 300;

/** Stands where something is on its way: nothing at first, then a quiet line that moves. */
export function Waiting() {
  const words = useWords();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), AT_ONCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    // For who drives the page from outside: `aria-busy` would keep the words from being read aloud.
    <div role="status" data-waiting className={styles.waiting}>
      {isLong && (
        <>
          <span className={styles.line} />
          {words.loading}
        </>
      )}
    </div>
  );
}
