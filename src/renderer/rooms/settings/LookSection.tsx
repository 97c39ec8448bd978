import { LOCALES, useT } from '#renderer/app/i18n.ts';
import { DENSITIES, THEMES } from '#renderer/app/theme.ts';
import { RadioGroup } from '#renderer/ui/RadioGroup.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import styles from './LookSection.module.css';
import { SectionPage } from './SectionPage.tsx';
import { useSetting } from './use-setting.ts';

/** Light or dark, how dense, and in which language. */
export function LookSection() {
  const t = useT('settings');
  const [theme, setTheme] = useSetting('theme', 'system');
  const [density, setDensity] = useSetting('density', 'normal');
  const [locale, setLocale] = useSetting('locale', 'en');
  // The mirrored English is there for tests: it is chosen by them, and can only be left here.
  const locales = LOCALES.filter((id) => !id.startsWith('qps') || id === locale);
  return (
    <SectionPage section="look" meta={<span>{t('look.text')}</span>}>
      <Section title={t('look.look')}>
        <div className={styles.two}>
          <RadioGroup
            label={t('look.theme')}
            items={THEMES.map((id) => ({ id, label: t(`look.themes.${id}`) }))}
            value={theme}
            onChange={setTheme}
          />
          <RadioGroup
            label={t('look.density')}
            items={DENSITIES.map((id) => ({
              id,
              label: t(`look.densities.${id}`),
              hint: t(`look.densityHints.${id}`),
            }))}
            value={density}
            onChange={setDensity}
          />
        </div>
      </Section>
      <Section title={t('look.language')}>
        <div className={styles.narrow}>
          <Select
            label={t('look.ofWindow')}
            hint={t('look.languageHint')}
            items={locales.map((id) => ({ id, label: t(`look.locales.${id}`) }))}
            value={locale}
            onChange={setLocale}
          />
        </div>
      </Section>
    </SectionPage>
  );
}
