import { useT } from '#renderer/app/i18n.ts';
import { TextField } from '#renderer/ui/TextField.tsx';

/** Asks for the password of each file that is locked: by its name, hidden. */
export function Passwords({
  files,
  typed,
  onChange,
  hint,
}: {
  files: readonly string[];
  typed: Readonly<Record<string, string>>;
  onChange(typed: Readonly<Record<string, string>>): void;
  hint: string;
}) {
  const t = useT('bundles');
  return files.map((file) => (
    <TextField
      key={file}
      secret
      label={t('result.password', { file })}
      hint={hint}
      value={typed[file] ?? ''}
      onChange={(password) => onChange({ ...typed, [file]: password })}
    />
  ));
}
