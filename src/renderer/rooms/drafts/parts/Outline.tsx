import { useT } from '#renderer/app/i18n.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Mark } from '#renderer/ui/Mark.tsx';
import type { Output } from '#shared/contract/index.ts';
import { type DraftPart, partOf } from '#shared/domain/drafting/parts.ts';
import styles from './Outline.module.css';

/** The parts of the draft with how much of each is missing. */
export function Outline({
  parts,
  part,
  onPart,
  preview,
}: {
  parts: readonly DraftPart[];
  part: DraftPart;
  onPart(part: DraftPart): void;
  preview: Output<'drafts.preview'> | null;
}) {
  const t = useT('drafts');
  const missing = (each: DraftPart) =>
    preview?.blanks.filter(({ where }) => partOf(where ?? '', parts) === each).length ?? 0;
  return (
    <nav className={styles.outline} aria-label={t('outline')}>
      <ul>
        {parts.map((each) => {
          const count = missing(each);
          return (
            <li key={each}>
              <button
                type="button"
                className={cx(styles.part, each === part && styles.on)}
                aria-current={each === part ? 'step' : undefined}
                onClick={() => onPart(each)}
              >
                {preview ? (
                  <Mark name={count > 0 ? 'objection' : 'clear'} {...(count > 0 ? {} : { label: t('complete') })} />
                ) : (
                  <span />
                )}
                <span className={styles.name}>{t(`part.${each}`)}</span>
                {count > 0 && <small className={styles.count}>{t('blankCount', { count })}</small>}
              </button>
            </li>
          );
        })}
      </ul>
      <div className={styles.note}>
        <b>{t('live.title')}</b>
        <br />
        {t('live.text')}
      </div>
      {preview?.definition && (
        <div className={styles.note}>{t('live.law', { citation: preview.definition.citation })}</div>
      )}
    </nav>
  );
}
