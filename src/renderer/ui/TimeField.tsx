import { parseTime } from '@internationalized/date';
import { TimeField as AriaTimeField, DateInput, DateSegment } from 'react-aria-components';
import { cx } from './cx.ts';
import dateStyles from './DateField.module.css';
import fieldStyles from './Field.module.css';
import { FieldLabel, FieldNotes, type FieldWords, fieldState } from './Field.tsx';

/** A time of day, in 24 hours. */
export function TimeField({
  label,
  value,
  onChange,
  hint,
  error,
  isRequired,
  isDisabled,
}: FieldWords & {
  /** `HH:MM`. */
  value: string | null;
  onChange(value: string | null): void;
  isDisabled?: boolean | undefined;
}) {
  return (
    <AriaTimeField
      {...fieldState({ error, isRequired }, isDisabled)}
      value={value !== null && /^\d{2}:\d{2}/.test(value) ? parseTime(value) : null}
      onChange={(time) => onChange(time === null ? null : time.toString().slice(0, 5))}
      granularity="minute"
      hourCycle={24}
      shouldForceLeadingZeros
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <div className={fieldStyles.box}>
        <DateInput className={cx(fieldStyles.input, dateStyles.input)}>
          {(segment) => <DateSegment segment={segment} className={dateStyles.segment ?? ''} />}
        </DateInput>
      </div>
      <FieldNotes hint={hint} error={error} />
    </AriaTimeField>
  );
}
