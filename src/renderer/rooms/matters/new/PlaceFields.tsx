import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import styles from './NewMatterPage.module.css';
import { packOrder } from './new-matter.ts';
import type { SectionProps } from './section-props.ts';

/** When and where: by them the text of the law is chosen. */
export function PlaceFields({ matter, change }: SectionProps) {
  const t = useT('matters');
  const { data: packs } = useCall('packs.list', {});
  return (
    <div className={styles.three}>
      <DateField
        label={t('newMatter.incident')}
        value={matter.incidentTo}
        onChange={(incidentTo) => change({ incidentTo })}
      />
      <Select
        label={t('field.pack')}
        items={packOrder(packs ?? []).map(({ id, title }) => ({ id, label: title }))}
        value={matter.pack}
        onChange={(pack) => change({ pack, forum: '', forumName: '', type: '' })}
      />
      <TextField
        label={t('field.organisation')}
        value={matter.organisation}
        onChange={(organisation) => change({ organisation })}
      />
    </div>
  );
}
