import { useT } from '#renderer/app/i18n.ts';
import type { IconName } from '#renderer/ui/Icon.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { AUDIENCES } from '#shared/contract/drafts.ts';

export type Audience = (typeof AUDIENCES)[number];

/** A button that gives something out, once it is said for whom: what they may not learn is kept from it. */
export function ReadersMenu({
  label,
  icon,
  isBusy,
  isDisabled,
  onChoose,
}: {
  label: string;
  icon: IconName;
  isBusy?: boolean;
  isDisabled?: boolean;
  onChoose(audience: Audience): void;
}) {
  const t = useT('leakcheck');
  const term = useT('terms');
  return (
    <Menu
      label={label}
      trigger={label}
      triggerIcon={icon}
      size="small"
      isDisabled={isDisabled || isBusy}
      items={AUDIENCES.map((audience) => ({
        id: audience,
        label: t('for', { audience: term(`audience.${audience}`) }),
      }))}
      onAction={(audience) => onChoose(audience as Audience)}
    />
  );
}
