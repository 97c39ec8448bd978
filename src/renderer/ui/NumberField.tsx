import { NumberField as AriaNumberField, Input } from 'react-aria-components';
import styles from './Field.module.css';
import { FieldLabel, FieldNotes, type FieldWords, fieldState } from './Field.tsx';

/** Years and counts are written without separators: "2026". */
const PLAIN: Intl.NumberFormatOptions = { useGrouping: false };

/** A number, written as the locale writes it; arrow keys step. It is reported when the field is left or Enter is pressed. */
export function NumberField({
  label,
  value,
  onChange,
  min,
  max,
  hint,
  error,
  isRequired,
  isDisabled,
}: FieldWords & {
  value: number | null;
  onChange(value: number | null): void;
  min?: number | undefined;
  max?: number | undefined;
  isDisabled?: boolean | undefined;
}) {
  return (
    <AriaNumberField
      {...fieldState({ error, isRequired }, isDisabled)}
      value={value ?? Number.NaN}
      onChange={(number) => onChange(Number.isNaN(number) ? null : number)}
      {...(min !== undefined && { minValue: min })}
      {...(max !== undefined && { maxValue: max })}
      formatOptions={PLAIN}
      isWheelDisabled
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <div className={styles.box}>
        <Input className={styles.input ?? ''} />
      </div>
      <FieldNotes hint={hint} error={error} />
    </AriaNumberField>
  );
}
