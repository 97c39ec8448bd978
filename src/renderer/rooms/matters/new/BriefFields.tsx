import { useT } from '#renderer/app/i18n.ts';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { kindsOf } from '../forms.ts';
import styles from './NewMatterPage.module.css';
import { titleFrom } from './new-matter.ts';
import type { SectionProps } from './section-props.ts';

/** What the matter is called and what it is about. The title follows the names until it is typed. */
export function BriefFields({ matter, change, errorOf }: SectionProps) {
  const t = useT('matters');
  return (
    <div className={styles.three}>
      <div className={styles.two}>
        <TextField
          label={t('field.title')}
          value={matter.title}
          onChange={(title) => change({ title })}
          placeholder={titleFrom(matter.parties, t)}
        />
      </div>
      <DateField
        label={t('field.openedOn')}
        value={matter.openedOn || null}
        onChange={(day) => change({ openedOn: day ?? '' })}
        isRequired
        error={errorOf('openedOn')}
      />
      <div className={styles.two}>
        <TextField
          label={t('field.summary')}
          value={matter.summary}
          onChange={(summary) => change({ summary })}
          lines={2}
        />
      </div>
      <ComboBox
        label={t('field.kind')}
        items={kindsOf(t)}
        value={matter.kind}
        onChange={(kind) => change({ kind })}
        allowsCustom
      />
    </div>
  );
}
