import { useT } from '#renderer/app/i18n.ts';
import { useCommand } from '#renderer/app/query.ts';
import { Form } from '#renderer/ui/Form.tsx';
import { close } from './close.ts';
import { PassphraseField, usePassphrase } from './PassphraseField.tsx';
import { Sheet } from './Sheet.tsx';

/** Asks for the passphrase once more, and makes the call that it is asked for. */
export function AskPassphrase(props: {
  title: string;
  text: string;
  submitLabel: string;
  call: 'vault.removeSlot' | 'vault.exportAll';
  /** The slot that is taken away. */
  about?: string;
}) {
  const { title, text, submitLabel, call, about } = props;
  const t = useT('settings');
  const passphrase = usePassphrase();
  const act = useCommand(call);
  const submit = () => {
    if (passphrase.value === '') return;
    const input = { passphrase: passphrase.value, ...(about === undefined ? {} : { id: about }) };
    void act.run(input as never).then(close);
  };
  return (
    <Sheet title={title} isHeld={act.busy}>
      <Form
        onSubmit={submit}
        onCancel={close}
        submitLabel={submitLabel}
        busy={act.busy}
        problem={act.problem?.field === 'passphrase' ? null : act.problem}
      >
        <p>{text}</p>
        <PassphraseField label={t('vault.current')} secret={passphrase} problem={act.problem} />
      </Form>
    </Sheet>
  );
}
