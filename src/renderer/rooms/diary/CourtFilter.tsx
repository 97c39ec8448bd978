import { useT } from '#renderer/app/i18n.ts';
import { Menu } from '#renderer/ui/Menu.tsx';

const ALL = '*';

/** Narrows the calendar to one court. */
export function CourtFilter({
  courts,
  value,
  onChange,
}: {
  courts: readonly string[];
  value: string | null;
  onChange(court: string | null): void;
}) {
  const t = useT('diary');
  return (
    <Menu
      label={t('court.label')}
      trigger={value ?? t('court.all')}
      items={[
        { id: ALL, label: t('court.all'), ...(value === null ? { icon: 'check' as const } : {}) },
        ...courts.map((court) => ({ id: court, label: court, ...(value === court ? { icon: 'check' as const } : {}) })),
      ]}
      onAction={(id) => onChange(id === ALL ? null : id)}
    />
  );
}
