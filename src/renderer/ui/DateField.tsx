import { type CalendarDate, parseDate } from '@internationalized/date';
import type { ClipboardEvent } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './DateField.module.css';
import fieldStyles from './Field.module.css';
import { FieldLabel, FieldNotes, type FieldWords, fieldState } from './Field.tsx';
import { Icon } from './Icon.tsx';
import listStyles from './ListBox.module.css';
import { typedDate } from './typed-date.ts';

/** A day without a time. Typed part by part, picked from a calendar, or pasted whole; Delete in every part clears it. */
export function DateField({
  label,
  value,
  onChange,
  hint,
  error,
  isRequired,
  isDisabled,
  autoFocus,
}: FieldWords & {
  /** `YYYY-MM-DD`. */
  value: string | null;
  onChange(value: string | null): void;
  isDisabled?: boolean | undefined;
  autoFocus?: boolean | undefined;
}) {
  const paste = (event: ClipboardEvent) => {
    const day = typedDate(event.clipboardData.getData('text/plain'));
    if (day === null) return;
    event.preventDefault();
    onChange(day);
  };
  return (
    <DatePicker
      {...fieldState({ error, isRequired }, isDisabled)}
      value={readDay(value)}
      onChange={(day) => onChange(day === null ? null : day.toString())}
      granularity="day"
      shouldForceLeadingZeros
      autoFocus={autoFocus ?? false}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <Group className={fieldStyles.box ?? ''} onPaste={paste}>
        <DateInput className={cx(fieldStyles.input, styles.input)}>
          {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
        </DateInput>
        <Button className={fieldStyles.end ?? ''}>
          <Icon name="calendar" size={15} />
        </Button>
      </Group>
      <FieldNotes hint={hint} error={error} />
      <Popover className={cx(listStyles.popover, styles.popover)} offset={2}>
        <Dialog className={styles.dialog ?? ''}>
          <Calendar>
            <header className={styles.head}>
              <Button slot="previous" className={fieldStyles.end ?? ''}>
                <Icon name="chevron-start" />
              </Button>
              <Heading className={styles.month ?? ''} />
              <Button slot="next" className={fieldStyles.end ?? ''}>
                <Icon name="chevron-end" />
              </Button>
            </header>
            <CalendarGrid className={styles.grid ?? ''} weekdayStyle="short">
              <CalendarGridHeader>
                {(day) => <CalendarHeaderCell className={styles.weekday ?? ''}>{day}</CalendarHeaderCell>}
              </CalendarGridHeader>
              <CalendarGridBody>
                {(date) => <CalendarCell date={date} className={styles.cell ?? ''} />}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

function readDay(value: string | null): CalendarDate | null {
  return value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? parseDate(value) : null;
}
