import styles from './Kbd.module.css';

const ARROWS = { Up: '↑', Down: '↓', Left: '←', Right: '→' };

/** A key or chord, as in "Ctrl+N": always read from left to right. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className={styles.kbd} dir="ltr">
      {children
        .replaceAll('+', ' ')
        .replace(/ {2}$/, ' +')
        .replace(/Arrow(Up|Down|Left|Right)/, (_, way: keyof typeof ARROWS) => ARROWS[way])}
    </kbd>
  );
}
