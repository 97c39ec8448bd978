import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import { Mark } from './Mark.tsx';
import styles from './Toasts.module.css';
import { type ShownToast, TOAST_STANDS, toast } from './toast.ts';
import { useWords } from './words.tsx';

/** The ink bar at the foot of the window. Once in the page, outside of everything that scrolls. */
export function Toasts() {
  const words = useWords();
  const shown = useSyncExternalStore(toast.subscribe, toast.all);
  return (
    // Above dialogs as well: react-aria leaves what carries this mark open to pointer and screen reader.
    <section
      className={styles.region}
      aria-label={words.notifications}
      aria-live="polite"
      data-react-aria-top-layer="true"
    >
      {shown.map((each) => (
        <Toast key={each.id} toasted={each} />
      ))}
    </section>
  );
}

function Toast({ toasted }: { toasted: ShownToast }) {
  const words = useWords();
  const [isHeld, setHeld] = useState(false);
  const { id, message, tone = 'info', action } = toasted;
  const stays = tone === 'danger';
  useEffect(() => {
    if (isHeld || stays) return;
    const timer = setTimeout(() => toast.dismiss(id), TOAST_STANDS);
    return () => clearTimeout(timer);
  }, [id, isHeld, stays]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the bar waits while it is looked at; nothing is done with it.
    <div
      className={cx(styles.toast, styles[tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {(tone === 'warn' || tone === 'danger') && <Mark name={tone === 'warn' ? 'objection' : 'stop'} />}
      <span className={styles.message}>{message}</span>
      {action && (
        <Button
          className={styles.action ?? ''}
          onPress={() => {
            toast.dismiss(id);
            action.onPress();
          }}
        >
          {action.label}
          {action.shortcut && (
            <span aria-hidden="true">
              <Kbd>{action.shortcut}</Kbd>
            </span>
          )}
        </Button>
      )}
      <Button className={styles.close ?? ''} aria-label={words.dismiss} onPress={() => toast.dismiss(id)}>
        <Icon name="close" size={14} />
      </Button>
    </div>
  );
}
