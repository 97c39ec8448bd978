import styles from './Kbd.module.css';

/** A key or chord, as in "Ctrl+N": always read from left to right. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className={styles.kbd} dir="ltr">
      {children.replaceAll('+', ' ').replace(/ {2}$/, ' +')}
    </kbd>
  );
}
