import { useT } from '#renderer/app/i18n.ts';
import { useAct } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Output } from '#shared/contract/index.ts';
import margin from '../Margin.module.css';
import type { ExhibitFile } from '../viewer/Viewer.tsx';
import { grouped } from './boxes.ts';
import { CopyState } from './CopyState.tsx';
import type { Mark, Place } from './MarkLayer.tsx';
import styles from './Panel.module.css';
import { TermSearch } from './TermSearch.tsx';

/** Beside the pages: terms to find, the marks that there are, and the copy. */
export function Panel({
  matterId,
  file,
  marks,
  copy,
  password,
  found,
  onFound,
  reason,
  onReason,
  onShow,
  onMade,
}: {
  matterId: string;
  file: ExhibitFile;
  marks: readonly Mark[];
  copy: Output<'redaction.marks'>['copy'];
  /** Of a locked file, as it was typed in the viewer. */
  password: string | undefined;
  found: readonly Place[];
  onFound(places: readonly Place[]): void;
  reason: string;
  onReason(reason: string): void;
  onShow(marks: readonly Mark[]): void;
  onMade(): void;
}) {
  const t = useT('redaction');
  const remove = useAct('redaction.removeMark', { done: t('marks.removed') });
  const groups = grouped(marks);
  return (
    <aside className={margin.margin}>
      <section className={styles.part}>
        <header className={margin.head}>
          <h3>{t('title')}</h3>
        </header>
        <p className={margin.quiet}>{t('about')}</p>
      </section>
      <TermSearch
        matterId={matterId}
        fileId={file.id}
        password={password}
        marks={marks}
        found={found}
        onFound={onFound}
        reason={reason.trim() || null}
      />
      <section className={styles.part}>
        <TextField label={t('reason')} hint={t('reasonHint')} value={reason} onChange={onReason} />
      </section>
      <section className={styles.part}>
        <header className={margin.head}>
          <h3>{t('marks.title')}</h3>
          <span className={margin.quiet}>{marks.length || ''}</span>
        </header>
        {groups.length === 0 && <p className={margin.quiet}>{t('marks.none')}</p>}
        <ul className={styles.marks}>
          {groups.map((group) => {
            const first = group.marks[0]!;
            const name = group.term ?? t('marks.drawn', { page: first.page });
            const ids = group.marks.map(({ id }) => id);
            const where =
              group.term === null
                ? null
                : `${t('marks.places', { count: ids.length })}, ${t('marks.pages', { count: group.pages.length, pages: group.pages.join(', ') })}`;
            const about = [where, first.reason && t('marks.reason', { reason: first.reason })].filter(Boolean);
            return (
              <li key={group.key}>
                <button
                  type="button"
                  className={styles.row}
                  aria-label={t('marks.show', { name })}
                  onClick={() => onShow(group.marks)}
                >
                  <bdi className={styles.name}>{name}</bdi>
                  {about.length > 0 && <bdi className={margin.sub}>{about.join('; ')}</bdi>}
                </button>
                <IconButton icon="trash" label={t('marks.remove', { name })} onPress={() => void remove.run({ ids })} />
              </li>
            );
          })}
        </ul>
        {groups.length > 1 && (
          <div>
            <Button size="small" variant="quiet" onPress={() => void remove.run({ ids: marks.map(({ id }) => id) })}>
              {t('marks.clear')}
            </Button>
          </div>
        )}
        <p className={margin.quiet}>{t('marks.keyboard')}</p>
      </section>
      <CopyState fileId={file.id} password={password} hasMarks={marks.length > 0} copy={copy} onMade={onMade} />
    </aside>
  );
}
