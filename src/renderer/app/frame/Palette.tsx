import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { usePlace } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { Overlay } from '#renderer/ui/Overlay.tsx';
import { readQuery } from './find.ts';
import styles from './Palette.module.css';
import { PaletteLine } from './PaletteLine.tsx';
import { type Group, usePaletteGroups } from './palette-groups.ts';

/** Finds a matter, proceeding, exhibit, party or action, and goes there or does it. */
export function Palette({ onClose }: { onClose(): void }) {
  const t = useT('app');
  const id = useId();
  const { matterId } = usePlace();
  const [text, setText] = useState('');
  const [isInMatter, setInMatter] = useState(false);
  const [at, setAt] = useState(0);
  const { kind, words } = readQuery(text);
  const { data: matter } = useCall('matters.get', { id: matterId ?? '' }, { enabled: matterId !== undefined });
  const { groups, total } = usePaletteGroups(kind, words, isInMatter ? matterId : undefined);
  const lines = groups.flatMap((group) => group.lines);
  const current = Math.min(at, lines.length - 1);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  const choose = (line: Group['lines'][number] | undefined) => {
    if (!line) return;
    onClose();
    // The dialog must be gone before an action opens another, which the focus then goes to.
    requestAnimationFrame(() => line.run());
  };
  const key = (event: KeyboardEvent) => {
    const to = {
      ArrowDown: (current + 1) % Math.max(1, lines.length),
      ArrowUp: (current - 1 + lines.length) % Math.max(1, lines.length),
      PageDown: Math.min(lines.length - 1, current + 8),
      PageUp: Math.max(0, current - 8),
    }[event.key];
    if (to !== undefined) setAt(to);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(lines[current]);
    else if (event.key === 'Tab' && !event.shiftKey && matter) setInMatter(!isInMatter);
    else return;
    event.preventDefault();
  };
  return (
    <Overlay label={t('find')} onClose={onClose}>
      <div className={styles.query}>
        <Icon name="search" size={20} />
        <input
          className={styles.input}
          role="combobox"
          aria-label={t('palette.label')}
          aria-expanded={lines.length > 0}
          aria-autocomplete="list"
          aria-controls={lines.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={lines[current] ? `${id}-${current}` : undefined}
          placeholder={t('palette.label')}
          spellCheck={false}
          autoComplete="off"
          dir="auto"
          // biome-ignore lint/a11y/noAutofocus: it was opened to be typed in.
          autoFocus
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={key}
        />
        {matter && (
          <button
            type="button"
            className={styles.scope}
            tabIndex={-1}
            aria-pressed={isInMatter}
            onClick={() => setInMatter(!isInMatter)}
          >
            <bdi>{isInMatter ? t('palette.inMatter', { title: matter.title }) : t('palette.inAll')}</bdi>
            <Kbd>Tab</Kbd>
          </button>
        )}
      </div>
      <div
        ref={list}
        className={styles.list}
        {...(lines.length > 0 && { role: 'listbox', id: `${id}-list`, 'aria-label': t('palette.results') })}
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox.
          <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
            <p className={styles.head} id={`${id}-${group.id}`} role="presentation">
              {group.title}
              {group.count !== null && <span className={styles.count}>{group.count}</span>}
            </p>
            {group.lines.map((line) => {
              const index = lines.indexOf(line);
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field, which has the focus.
                // biome-ignore lint/a11y/useFocusableInteractive: as above.
                <div
                  key={line.id}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === current}
                  className={cx(styles.line, index === current && styles.on)}
                  onClick={() => choose(line)}
                  onPointerMove={() => setAt(index)}
                >
                  <PaletteLine line={line} query={words} />
                </div>
              );
            })}
          </div>
        ))}
        {lines.length === 0 && (
          <div className={styles.none}>
            <p className={styles.noneTitle}>{t('palette.none', { query: words })}</p>
            <p>{t('palette.noneHint')}</p>
          </div>
        )}
      </div>
      <footer className={styles.foot}>
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('palette.move')}
        </span>
        <span>
          <Kbd>Enter</Kbd> {t('palette.open')}
        </span>
        <span>
          <Kbd>#</Kbd> {t('palette.exhibit')} <Kbd>@</Kbd> {t('palette.party')} <Kbd>&gt;</Kbd> {t('palette.action')}
        </span>
        <span className={styles.total} role="status">
          {words === '' ? '' : t('palette.found', { count: total })}
        </span>
      </footer>
    </Overlay>
  );
}
