import { useState } from 'react';
import { TextField as AriaTextField, Button, Input, TextArea } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './Field.module.css';
import { FieldLabel, FieldNotes, type FieldWords, fieldState } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { useWords } from './words.tsx';

export interface TextFieldProps extends FieldWords {
  value: string;
  onChange(value: string): void;
  /** More than one makes it a field of several lines that grows with its text. */
  lines?: number | undefined;
  /** A passphrase: hidden, never offered for completion or to the spelling checker. */
  secret?: boolean | undefined;
  mono?: boolean | undefined;
  placeholder?: string | undefined;
  autoFocus?: boolean | undefined;
  isDisabled?: boolean | undefined;
  name?: string | undefined;
  /** Of the text inside, where it is known: a name in Urdu in an English window. */
  dir?: 'ltr' | 'rtl' | 'auto' | undefined;
}

export function TextField(props: TextFieldProps) {
  const { label, value, onChange, hint, error, isRequired, lines = 1, secret, mono, placeholder, name } = props;
  const words = useWords();
  const [isShown, setShown] = useState(false);
  const input = { placeholder: placeholder ?? '', dir: props.dir ?? 'auto' };
  const look = cx(styles.input, (mono || secret) && styles.mono);
  return (
    <AriaTextField
      {...fieldState({ error, isRequired }, props.isDisabled)}
      value={value}
      onChange={onChange}
      autoFocus={props.autoFocus ?? false}
      type={secret && !isShown ? 'password' : 'text'}
      autoComplete="off"
      spellCheck={secret || mono ? 'false' : 'true'}
      {...(name && { name })}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <div className={styles.box}>
        {lines > 1 ? (
          <TextArea {...input} className={cx(look, styles.area)} rows={lines} style={{ minBlockSize: `${lines}lh` }} />
        ) : (
          <Input {...input} className={look} />
        )}
        {secret && (
          <Button
            className={styles.end ?? ''}
            aria-label={isShown ? words.hide : words.show}
            onPress={() => setShown(!isShown)}
          >
            <Icon name={isShown ? 'eye-off' : 'eye'} />
          </Button>
        )}
      </div>
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  );
}
