import { useT } from '#renderer/app/i18n.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Output } from '#shared/contract/index.ts';

type Fact = Output<'deadlines.rules'>[number]['facts'][number];
type Values = Readonly<Record<string, string>>;

/** The keys of required facts that are not given yet. */
export const missingFacts = (facts: readonly Fact[], values: Values): string[] =>
  facts.filter(({ key, required }) => required && !values[key]).map(({ key }) => key);

/** What a rule asks beside the day that time runs from: choices, days, numbers. */
export function FactFields({
  facts,
  values,
  onChange,
  isTried,
}: {
  facts: readonly Fact[];
  values: Values;
  onChange(values: Values): void;
  isTried: boolean;
}) {
  const t = useT('proceedings');
  return (
    <>
      {facts.map(({ key, label, kind, options, required }) => {
        const value = values[key] ?? '';
        const set = (next: string | null) => onChange({ ...values, [key]: next ?? '' });
        const shared = {
          label,
          isRequired: required,
          error: isTried && required && !value ? t('deadline.missing') : undefined,
        };
        if (kind === 'date') return <DateField key={key} {...shared} value={value || null} onChange={set} />;
        if (kind === 'choice') {
          return (
            <Select
              key={key}
              {...shared}
              items={[
                ...(required ? [] : [{ id: '', label: '–' }]),
                ...options.map((id) => ({ id, label: id.replaceAll('-', ' ') })),
              ]}
              value={value || (required ? null : '')}
              onChange={set}
            />
          );
        }
        return <TextField key={key} {...shared} value={value} onChange={set} />;
      })}
    </>
  );
}
