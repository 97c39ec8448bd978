import { currentActions } from '#renderer/app/actions.ts';
import { translate, useT } from '#renderer/app/i18n.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import styles from './KeysSheet.module.css';

interface Line {
  label: string;
  keys: string[];
}

/** The keys of everything that can be done at this moment, by room. */
export function KeysSheet({ onClose }: { onClose(): void }) {
  const t = useT('app');
  const groups = new Map<string, Line[]>();
  for (const { room, action } of currentActions()) {
    if (action.shortcut === undefined || action.isDisabled) continue;
    const title = translate(room, 'title');
    const lines = groups.get(title) ?? [];
    const same = lines.find(({ label }) => label === action.label);
    if (same) same.keys.push(action.shortcut);
    else lines.push({ label: action.label, keys: [action.shortcut] });
    groups.set(title, lines);
  }
  groups.set(t('keys.lists'), [
    { label: t('keys.moveInList'), keys: ['↑', '↓'] },
    { label: t('keys.ends'), keys: ['Home', 'End'] },
    { label: t('keys.openItem'), keys: ['Enter'] },
  ]);
  groups.set(t('keys.forms'), [
    { label: t('keys.submit'), keys: ['Ctrl+Enter'] },
    { label: t('keys.cancel'), keys: ['Escape'] },
  ]);
  return (
    <Dialog title={t('keys.title')} isOpen onClose={onClose} size="large">
      <div className={styles.groups}>
        {[...groups].map(([title, lines]) => (
          <section key={title} className={styles.group}>
            <h2 className={styles.title}>{title}</h2>
            <dl>
              {lines.map(({ label, keys }) => (
                <div key={label} className={styles.line}>
                  <dt>{label}</dt>
                  <dd className={styles.keys}>
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
