import { type ReactNode, useEffect, useRef } from 'react';
import { usePlace } from '#renderer/app/place.ts';
import { cx } from '#renderer/ui/cx.ts';
import { announceList, DRAWER_ID, setDrawer, useDrawer } from './drawer.ts';
import styles from './ListPane.module.css';

/** The list of a room: beside it where there is place, else a drawer behind the button before the breadcrumb. */
export function ListPane({ label, children }: { label: string; children: ReactNode }) {
  const { isOpen, isWide } = useDrawer();
  const pane = useRef<HTMLElement>(null);
  const place = usePlace();
  const chosen = JSON.stringify(place);
  useEffect(() => announceList(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen in the drawer is what one wants to see.
  useEffect(() => setDrawer(false), [chosen]);
  useEffect(() => {
    if (!isOpen) return;
    pane.current?.querySelector<HTMLElement>('input, button, [tabindex="0"]')?.focus();
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      setDrawer(false);
      document.querySelector<HTMLElement>(`[aria-controls="${DRAWER_ID}"]`)?.focus();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [isOpen]);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click beside the drawer closes it; Escape does the same. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above. */}
      {isOpen && <div className={styles.scrim} onClick={() => setDrawer(false)} />}
      <nav
        ref={pane}
        id={DRAWER_ID}
        className={cx(styles.pane, !isWide && styles.drawer, isOpen && styles.open)}
        aria-label={label}
        inert={!isWide && !isOpen}
      >
        {children}
      </nav>
    </>
  );
}
