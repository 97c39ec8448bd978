import { useT } from '#renderer/app/i18n.ts';
import { useSecret } from '#renderer/app/secret.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Problem } from '#shared/problem.ts';

export const usePassphrase = useSecret;

/** The field of the passphrase that opens the vault now, with what is wrong about it. */
export function PassphraseField(props: {
  label: string;
  secret: ReturnType<typeof useSecret>;
  problem: Problem | null;
  /** What the field is called in the call. */
  field?: string;
}) {
  const { label, secret, problem, field = 'passphrase' } = props;
  const welcome = useT('welcome');
  const wrong = problem?.field === field ? [problem.message, problem.hint].filter(Boolean).join(' ') : undefined;
  return (
    <TextField
      label={label}
      value={secret.value}
      onChange={secret.set}
      error={secret.wasForgotten ? welcome('lock.forgotten') : wrong}
      secret
      dir="ltr"
      autoFocus
    />
  );
}
