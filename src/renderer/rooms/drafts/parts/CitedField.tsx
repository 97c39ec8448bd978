import { TextField } from '#renderer/ui/TextField.tsx';
import type { Output } from '#shared/contract/index.ts';
import { citationsAsKept, citationsAsTyped } from '#shared/domain/drafting/citations.ts';
import styles from './DraftFields.module.css';

/** Words of the document, set as it is set. A letter in braces cites an annexure, and follows the list. */
export function CitedField({
  label,
  hint,
  value,
  onChange,
  annexures,
  where,
  lines = 2,
}: {
  label: string;
  hint?: string | undefined;
  value: string | null;
  onChange(value: string | null): void;
  annexures: Output<'drafts.get'>['annexures'];
  /** The blank that it fills in. */
  where?: string | undefined;
  lines?: number | undefined;
}) {
  return (
    <div className={styles.court} data-where={where}>
      <TextField
        label={label}
        hint={hint}
        value={citationsAsTyped(value ?? '', annexures)}
        onChange={(text) => onChange(text === '' ? null : citationsAsKept(text, annexures))}
        lines={lines}
      />
    </div>
  );
}
