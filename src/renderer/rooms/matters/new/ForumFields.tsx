import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { derivedIn, typesFor } from '#renderer/rooms/proceedings/forms/proceeding.ts';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import styles from './NewMatterPage.module.css';
import type { SectionProps } from './section-props.ts';

/** Before whom it is or will be: the forum, the kind of case, the number and the first date once there are any. */
export function ForumFields({ matter, change, errorOf }: SectionProps) {
  const t = useT('matters');
  const { data: packs } = useCall('packs.list', {});
  const pack = packs?.find(({ id }) => id === matter.pack);
  const setForum = (forum: string) => {
    const derived = derivedIn(pack, { forum }, 'forum');
    change({ forum, forumName: String(derived.forumName ?? ''), type: String(derived.type ?? '') });
  };
  return (
    <div className={styles.three}>
      <ComboBox
        label={t('newMatter.forumField')}
        items={(pack?.forums ?? []).map(({ id, title }) => ({ id, label: title }))}
        value={matter.forum}
        onChange={setForum}
        placeholder={t('newMatter.noForum')}
      />
      {matter.forum !== '' && (
        <>
          <ComboBox
            label={t('newMatter.forumName')}
            items={(pack?.forums.find(({ id }) => id === matter.forum)?.names ?? []).map((id) => ({ id, label: id }))}
            value={matter.forumName}
            onChange={(forumName) => change({ forumName })}
            allowsCustom
            isRequired
            error={errorOf('forumName')}
          />
          <ComboBox
            label={t('newMatter.type')}
            items={typesFor(pack, { forum: matter.forum })}
            value={matter.type}
            onChange={(type) => change({ type })}
            allowsCustom
            isRequired
            error={errorOf('type')}
          />
          <TextField
            label={t('newMatter.numberField')}
            value={matter.numberText}
            onChange={(numberText) => change({ numberText })}
            placeholder={t('newMatter.numberHint')}
          />
          <DateField
            label={t('newMatter.firstOn')}
            value={matter.firstOn}
            onChange={(firstOn) => change({ firstOn })}
          />
        </>
      )}
    </div>
  );
}
