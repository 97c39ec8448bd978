import { useActions } from '#renderer/app/actions.ts';
import { useSetCrumb } from '#renderer/app/frame/crumb.ts';
import { ListPane } from '#renderer/app/frame/ListPane.tsx';
import frame from '#renderer/app/frame/Workspace.module.css';
import { useT } from '#renderer/app/i18n.ts';
import { go, usePlace } from '#renderer/app/place.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Icon, type IconName } from '#renderer/ui/Icon.tsx';
import { BinSection } from './BinSection.tsx';
import { LogSection } from './LogSection.tsx';
import { LookSection } from './LookSection.tsx';
import { PracticeSection } from './PracticeSection.tsx';
import { PacksSection } from './packs/PacksSection.tsx';
import styles from './SettingsRoom.module.css';
import { VaultSection } from './vault/VaultSection.tsx';

const SECTIONS = {
  vault: { group: 'vault', icon: 'shield', View: VaultSection },
  bin: { group: 'vault', icon: 'trash', View: BinSection },
  log: { group: 'vault', icon: 'history', View: LogSection },
  practice: { group: 'practice', icon: 'court', View: PracticeSection },
  packs: { group: 'practice', icon: 'book', View: PacksSection },
  look: { group: 'practice', icon: 'globe', View: LookSection },
} as const satisfies Record<string, { group: 'vault' | 'practice'; icon: IconName; View: () => React.ReactNode }>;

type SectionId = keyof typeof SECTIONS;
const IDS = Object.keys(SECTIONS) as SectionId[];
const GROUPS = ['vault', 'practice'] as const;

/** What belongs to the vault as a whole: its safety, its bin and log, and what the practice is used to. */
export default function SettingsRoom() {
  const t = useT('settings');
  const { tab } = usePlace();
  const current = IDS.find((id) => id === tab) ?? 'vault';
  const open = (id: string) => go({ room: 'settings', tab: id });
  useSetCrumb(t(`section.${current}`));
  useActions(
    'settings',
    IDS.map((id) => ({
      id: `settings.${id}`,
      label: t('goTo', { section: t(`section.${id}`) }),
      icon: SECTIONS[id].icon,
      run: () => open(id),
    })),
  );
  const { View } = SECTIONS[current];
  return (
    <div className={frame.room}>
      <ListPane label={t('sections')}>
        {GROUPS.map((group) => (
          <div key={group} className={styles.group}>
            <h2 className={styles.head}>{t(`group.${group}`)}</h2>
            <ul>
              {IDS.filter((id) => SECTIONS[id].group === group).map((id) => (
                <li key={id}>
                  <button
                    type="button"
                    className={cx(styles.item, id === current && styles.on)}
                    aria-current={id === current ? 'page' : undefined}
                    onClick={() => open(id)}
                  >
                    <Icon name={SECTIONS[id].icon} />
                    {t(`section.${id}`)}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </ListPane>
      <View />
    </div>
  );
}
