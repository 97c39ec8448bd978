import { Button } from './Button.tsx';
import styles from './ConfirmDialog.module.css';
import { Dialog } from './Dialog.tsx';
import { useWords } from './words.tsx';

/** The question of last resort, where undo cannot help. What cannot be taken back is never under the first Enter. */
export function ConfirmDialog({
  title,
  text,
  confirmLabel,
  danger,
  isOpen,
  onConfirm,
  onClose,
}: {
  title: string;
  text: string;
  confirmLabel: string;
  danger?: boolean | undefined;
  isOpen: boolean;
  onConfirm(): void;
  onClose(): void;
}) {
  const words = useWords();
  const confirm = () => {
    onClose();
    onConfirm();
  };
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} size="small" role="alertdialog">
      <p className={styles.text}>{text}</p>
      <div className={styles.buttons}>
        <Button onPress={onClose} autoFocus={danger ?? false}>
          {words.cancel}
        </Button>
        <Button variant={danger ? 'danger' : 'primary'} onPress={confirm} autoFocus={!danger}>
          {confirmLabel}
        </Button>
      </div>
    </Dialog>
  );
}
