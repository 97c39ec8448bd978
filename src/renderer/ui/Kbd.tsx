import styles from './Kbd.module.css';

const ARROWS = { Up: '↑', Down: '↓', Left: '←', Right: '→' };

/** A key or chord, as in "Ctrl+N": always read from left to right. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className={styles.kbd} dir="ltr">
      {children
        // Of "Ctrl++" the second is the key itself, as is a plus that stands alone.
        .replace(/\+(?=.)/g, ' ')
        .replace(/Arrow(Up|Down|Left|Right)/, (_, way: keyof typeof ARROWS) => ARROWS[way])}
    </kbd>
  );
}
