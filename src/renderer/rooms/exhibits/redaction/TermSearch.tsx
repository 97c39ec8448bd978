import { type FormEvent, useState } from 'react';
import { ask } from '#renderer/app/bridge.ts';
import { useT } from '#renderer/app/i18n.ts';
import { tell, useAct, useCall } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import margin from '../Margin.module.css';
import type { Mark, Place } from './MarkLayer.tsx';
import styles from './Panel.module.css';

/** A term is looked for, its places are shown on the pages, and then they are marked: never before they were seen. */
export function TermSearch({
  matterId,
  fileId,
  password,
  marks,
  found,
  onFound,
  reason,
}: {
  matterId: string;
  fileId: string;
  password: string | undefined;
  marks: readonly Mark[];
  found: readonly Place[];
  onFound(places: readonly Place[]): void;
  reason: string | null;
}) {
  const t = useT('redaction');
  const [typed, setTyped] = useState('');
  const [sought, setSought] = useState<readonly string[]>([]);
  const [isLooking, setLooking] = useState(false);
  const { data: proposed = [] } = useCall('redaction.proposed', { matterId });
  const add = useAct('redaction.addMarks', { done: t('marks.added', { count: found.length }) });
  const marked = new Set(marks.map(({ term }) => term));
  const open = proposed.filter(({ term }) => !marked.has(term));
  const absent = sought.filter((term) => !found.some((place) => place.term === term)).length;
  const look = async (terms: readonly string[]) => {
    setLooking(true);
    setSought([]);
    onFound([]);
    try {
      const { value } = await ask('redaction.findTerm', { fileId, terms: [...terms], password });
      setSought(terms);
      onFound(value.places);
    } catch (error) {
      tell(error);
    } finally {
      setLooking(false);
    }
  };
  const find = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== '') void look([typed.trim()]);
  };
  const drop = () => {
    setSought([]);
    onFound([]);
  };
  const mark = () => {
    const rows = found.map(({ page, left, top, width, height, term }) => ({
      page,
      left,
      top,
      width,
      height,
      term,
      reason,
    }));
    void add.run({ fileId, marks: rows }).then(() => {
      setTyped('');
      drop();
    });
  };
  return (
    <section className={styles.part}>
      <header className={margin.head}>
        <h3>{t('term.title')}</h3>
      </header>
      <form className={styles.find} onSubmit={find}>
        <TextField label={t('term.label')} hint={t('term.hint')} value={typed} onChange={setTyped} />
        <div>
          <Button type="submit" icon="search" isBusy={isLooking} isDisabled={typed.trim() === ''}>
            {t('term.find')}
          </Button>
        </div>
      </form>
      <div role="status" className={styles.result}>
        {isLooking && <p className={margin.quiet}>{t('term.finding')}</p>}
        {sought.map((term) => {
          const count = found.filter((place) => place.term === term).length;
          // Of many, those that are not there are told in one sentence below.
          if (count === 0 && sought.length > 1) return null;
          return (
            <p key={term} className={styles.said}>
              {count === 0 ? t('term.none', { term }) : t('term.found', { term, count })}
            </p>
          );
        })}
        {sought.length > 1 && absent > 0 && <p className={margin.quiet}>{t('term.absent', { count: absent })}</p>}
      </div>
      {found.length > 0 && (
        <div className={styles.buttons}>
          <Button variant="primary" icon="redact" isBusy={add.busy} onPress={mark}>
            {t('term.mark', { count: found.length })}
          </Button>
          <Button variant="quiet" onPress={drop}>
            {t('term.drop')}
          </Button>
        </div>
      )}
      {proposed.length > 0 && (
        <>
          <h4 className={styles.small}>{t('proposed.title')}</h4>
          {open.length > 0 && (
            <div>
              <Button size="small" isBusy={isLooking} onPress={() => void look(open.map(({ term }) => term))}>
                {t('proposed.findAll', { count: open.length })}
              </Button>
            </div>
          )}
          <details className={styles.proposed}>
            <summary>{t('proposed.one')}</summary>
            <ul className={styles.marks}>
              {proposed.map(({ term, kind, party }) => (
                <li key={term}>
                  <button
                    type="button"
                    className={styles.row}
                    disabled={isLooking || marked.has(term)}
                    onClick={() => void look([term])}
                  >
                    <bdi className={styles.name}>{term}</bdi>
                    <bdi className={margin.sub}>
                      {marked.has(term)
                        ? t('proposed.marked')
                        : t('proposed.of', { kind: t(`proposed.kind.${kind}`), party })}
                    </bdi>
                  </button>
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </section>
  );
}
