import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { NumberField } from '#renderer/ui/NumberField.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { TimeField } from '#renderer/ui/TimeField.tsx';
import { type FormField, type FormValues, suggestionsFor } from './fields.ts';

const NONE = '';
/** From here on a list narrows as one types. */
const MANY = 13;

/** The control for one field of a record. */
export function FieldInput({
  field,
  value,
  values,
  onChange,
  error,
  autoFocus,
}: {
  field: FormField;
  value: unknown;
  /** All that is typed in the form so far. */
  values: FormValues;
  onChange(value: unknown): void;
  error: string | undefined;
  autoFocus?: boolean | undefined;
}) {
  const shared = { label: field.label, hint: field.hint, error, isRequired: field.required };
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'text':
      if (field.suggestions) {
        const items = suggestionsFor(field.suggestions, values);
        return <ComboBox {...shared} items={items} value={text} onChange={onChange} allowsCustom />;
      }
      return (
        <TextField
          {...shared}
          value={text}
          onChange={onChange}
          lines={field.lines}
          placeholder={field.placeholder}
          autoFocus={autoFocus}
          name={field.name}
        />
      );
    case 'date':
      return <DateField {...shared} value={text || null} onChange={onChange} />;
    case 'time':
      return <TimeField {...shared} value={text || null} onChange={onChange} />;
    case 'number':
      return (
        <NumberField
          {...shared}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
          min={field.min}
          max={field.max}
        />
      );
    case 'money':
      return (
        <NumberField
          {...shared}
          value={typeof value === 'number' ? value / 100 : null}
          onChange={(amount) => onChange(amount === null ? null : Math.round(amount * 100))}
          min={0}
        />
      );
    case 'choice': {
      if (field.items.length >= MANY) {
        return (
          <ComboBox
            {...shared}
            items={field.items}
            value={text}
            onChange={(id) => onChange(id === NONE ? null : id)}
            placeholder={field.none}
          />
        );
      }
      const none = field.none === undefined ? [] : [{ id: NONE, label: field.none }];
      return (
        <Select
          {...shared}
          items={[...none, ...field.items]}
          value={value === null || value === undefined ? (field.none === undefined ? null : NONE) : String(value)}
          onChange={(id) => onChange(id === NONE ? null : id)}
        />
      );
    }
    case 'check':
      return <Checkbox label={field.label} hint={field.hint} isSelected={value === true} onChange={onChange} />;
    case 'tags':
      return (
        <TextField
          {...shared}
          value={Array.isArray(value) ? value.join('; ') : ''}
          onChange={(typed) =>
            onChange(
              typed
                .split(';')
                .map((part, i, all) => (i < all.length - 1 ? part.trim() : part.trimStart()))
                .filter((part, i, all) => part !== '' || i === all.length - 1),
            )
          }
          placeholder={field.placeholder}
        />
      );
  }
}
