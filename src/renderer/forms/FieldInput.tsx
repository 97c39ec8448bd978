import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { NumberField } from '#renderer/ui/NumberField.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { TimeField } from '#renderer/ui/TimeField.tsx';
import type { FormField } from './fields.ts';

const NONE = '';

/** The control for one field of a record. */
export function FieldInput({
  field,
  value,
  onChange,
  error,
  autoFocus,
}: {
  field: FormField;
  value: unknown;
  onChange(value: unknown): void;
  error: string | undefined;
  autoFocus?: boolean | undefined;
}) {
  const shared = { label: field.label, hint: field.hint, error, isRequired: field.required };
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'text':
      if (field.suggestions) {
        const items = field.suggestions.map((label) => ({ id: label, label }));
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
