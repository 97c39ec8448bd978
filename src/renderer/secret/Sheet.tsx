import { type ReactNode, useEffect } from 'react';
import { close } from './close.ts';
import styles from './Sheet.module.css';

/** The whole of a small window: its heading, and what is asked or shown under it. Escape ends it where nothing is lost. */
export function Sheet({ title, isHeld = false, children }: { title: string; isHeld?: boolean; children: ReactNode }) {
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !isHeld) close();
    };
    window.addEventListener('keydown', key);
    return () => window.removeEventListener('keydown', key);
  }, [isHeld]);
  return (
    <main className={styles.sheet}>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </main>
  );
}
