import { useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { CaseName } from '#renderer/rooms/matters/CaseName.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { List } from '#renderer/ui/List.tsx';
import { ListRow } from '#renderer/ui/ListRow.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import styles from './CaseFinder.module.css';
import type { Case } from './quick-state.ts';

/** Asks which case something belongs to: by its number, or by a name. */
export function CaseFinder({
  title,
  onChoose,
  onClose,
}: {
  title: string;
  onChoose(found: Case): void;
  onClose(): void;
}) {
  const t = useT('diary');
  const [text, setText] = useState('');
  const { data: cases } = useCall('diary.findCases', { text, limit: 30 });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <TextField label={t('add.for')} placeholder={t('add.find')} value={text} onChange={setText} autoFocus />
      <div className={styles.list}>
        {cases && (
          <List
            label={t('add.choose')}
            items={cases}
            keyOf={({ proceedingId }) => proceedingId}
            selected={null}
            onSelect={(_, found) => onChoose(found)}
            render={({ matterTitle, numberText, forumName }) => (
              <ListRow
                title={<CaseName title={matterTitle} />}
                line={[numberText, forumName].filter(Boolean).join(', ')}
              />
            )}
          />
        )}
      </div>
      {cases?.length === 0 && <p className={styles.none}>{t('add.none', { text })}</p>}
    </Dialog>
  );
}
