import { useT } from '#renderer/app/i18n.ts';
import { useSecret } from '#renderer/app/secret.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Form } from '#renderer/ui/Form.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Problem } from '#shared/problem.ts';

/** Asks for the passphrase once more, before what cannot be taken back. */
export function AskPassphrase(props: {
  title: string;
  text: string;
  submitLabel: string;
  busy: boolean;
  problem: Problem | null;
  onGiven(passphrase: string): void;
  onClose(): void;
}) {
  const { title, text, submitLabel, busy, problem, onGiven, onClose } = props;
  const t = useT('settings');
  const welcome = useT('welcome');
  const passphrase = useSecret();
  const wrong = problem?.field === 'passphrase' ? problem : null;
  return (
    <Dialog title={title} isOpen onClose={onClose} size="small">
      <Form
        onSubmit={() => {
          if (passphrase.value !== '') onGiven(passphrase.value);
        }}
        onCancel={onClose}
        submitLabel={submitLabel}
        busy={busy}
        problem={wrong ? null : problem}
      >
        <p>{text}</p>
        <TextField
          label={t('vault.current')}
          value={passphrase.value}
          onChange={passphrase.set}
          error={passphrase.wasForgotten ? welcome('lock.forgotten') : wrong?.message}
          secret
          dir="ltr"
          autoFocus
        />
      </Form>
    </Dialog>
  );
}
