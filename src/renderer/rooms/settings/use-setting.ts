import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import type { Input } from '#shared/contract/index.ts';

/** A setting of the vault, and the way to change it, which holds at once. */
export function useSetting(key: Input<'settings.set'>['key'], usual: string): [string, (value: string) => void] {
  const t = useT('settings');
  const { data: settings } = useCall('settings.get', {});
  const set = useAct('settings.set', { done: t('saved') });
  return [settings?.[key] || usual, (value) => void set.run({ key, value })];
}
