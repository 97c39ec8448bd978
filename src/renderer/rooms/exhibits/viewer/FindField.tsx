import { type KeyboardEvent, useRef } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { useT } from '#renderer/app/i18n.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import styles from './FindField.module.css';

/** Words that are sought in a file, and a walk through the places where they stand: Enter on, Shift and Enter back. */
export function FindField({
  query,
  at,
  all,
  onQuery,
  onWalk,
}: {
  query: string;
  /** Which hit is looked at, from 1; 0 where there is none. */
  at: number;
  all: number;
  onQuery(query: string): void;
  onWalk(by: -1 | 1): void;
}) {
  const t = useT('exhibits');
  const field = useRef<HTMLInputElement>(null);
  useActions('exhibits', [
    {
      id: 'exhibits.find',
      label: t('viewer.find'),
      icon: 'search',
      shortcut: 'Ctrl+F',
      run: () => field.current?.select(),
    },
  ]);
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onWalk(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && query !== '') onQuery('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className={styles.find}>
      <Icon name="search" size={14} />
      <input
        ref={field}
        dir="auto"
        value={query}
        aria-label={t('viewer.find')}
        placeholder={t('viewer.find')}
        autoComplete="off"
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={key}
      />
      {query.trim() !== '' && (
        <>
          <span className={styles.count} role="status">
            {all === 0 ? t('viewer.noHit') : t('viewer.hit', { at, all })}
          </span>
          <IconButton
            icon="chevron-up"
            label={t('viewer.hitBefore')}
            isDisabled={all === 0}
            onPress={() => onWalk(-1)}
          />
          <IconButton
            icon="chevron-down"
            label={t('viewer.hitAfter')}
            isDisabled={all === 0}
            onPress={() => onWalk(1)}
          />
        </>
      )}
    </span>
  );
}
