import { FieldError, Label, Text } from 'react-aria-components';
import styles from './Field.module.css';
import { Mark } from './Mark.tsx';
import { useWords } from './words.tsx';

/** What every field says around its control. */
export interface FieldWords {
  label: string;
  hint?: string | undefined;
  /** What is wrong and what would be right. The field is invalid for as long as this is given. */
  error?: string | undefined;
  isRequired?: boolean | undefined;
}

export function FieldLabel({ label, isRequired }: Pick<FieldWords, 'label' | 'isRequired'>) {
  const words = useWords();
  return (
    <Label className={styles.label ?? ''}>
      {label}
      {isRequired && <span className={styles.required}> {words.required}</span>}
    </Label>
  );
}

/** Hint and error under the control; both are read out with it. */
export function FieldNotes({ hint, error }: Pick<FieldWords, 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      {error && (
        <FieldError className={styles.error ?? ''}>
          <Mark name="stop" size={11} />
          <span>{error}</span>
        </FieldError>
      )}
    </>
  );
}

/** What react-aria asks of every field, with the state it is in. */
export const fieldState = ({ error, isRequired }: Pick<FieldWords, 'error' | 'isRequired'>, isDisabled?: boolean) => ({
  className: styles.field ?? '',
  isInvalid: error !== undefined && error !== '',
  isRequired: isRequired ?? false,
  isDisabled: isDisabled ?? false,
  validationBehavior: 'aria' as const,
});
