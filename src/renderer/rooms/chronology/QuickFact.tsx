import { type KeyboardEvent, useRef, useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct } from '#renderer/app/query.ts';
import type { Exhibit } from '#renderer/rooms/exhibits/EvidenceChip.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import type { Output } from '#shared/contract/index.ts';
import { dateOf, type Fact } from './dates.ts';
import { PrecisionMark, State } from './Marks.tsx';
import styles from './QuickFact.module.css';
import { readFact } from './read-fact.ts';

/** A fact in one typed line, with what was understood of it shown before Enter adds it. */
export function QuickFact({
  matterId,
  issues,
  exhibits,
  onOpen,
}: {
  matterId: string;
  issues: Output<'issues.list'>;
  exhibits: readonly Exhibit[];
  /** Opens the whole form. */
  onOpen(): void;
}) {
  const t = useT('chronology');
  const term = useT('terms');
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const add = useAct('facts.add', { done: t('added') });
  useActions('chronology', [
    { id: 'chronology.quick', label: t('quick.label'), icon: 'plus', shortcut: 'N', run: () => field.current?.focus() },
  ]);
  const marks = exhibits.flatMap(({ id, marks: own }) => own.map(({ mark }) => ({ mark, exhibitId: id })));
  const read = typed.trim() === '' ? null : readFact(typed, marks);
  const issue = read?.issue == null ? undefined : issues.find(({ number }) => number === read.issue);
  const source = read?.source && exhibits.find(({ id }) => id === read.source?.exhibitId);
  const save = () => {
    if (!read || read.text === '') return;
    const { text, date, time, precision, state } = read;
    const none = {
      dateTo: null,
      place: null,
      side: null,
      isIncident: false,
      witnesses: null,
      effect: null,
      notes: null,
    };
    const sources = read.source ? [{ ...read.source, orderId: null, note: null }] : [];
    void add.run({ matterId, text, date, time, precision, state, ...none, issueId: issue?.id ?? null, sources }).then(
      () => setTyped(''),
      () => {},
    );
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) save();
    else if (event.key === 'Escape' && typed !== '') setTyped('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.quick}>
      <div className={styles.line}>
        <label className={styles.field}>
          <Icon name="plus" />
          <span className={styles.hidden}>{t('quick.label')}</span>
          <input
            ref={field}
            dir="auto"
            value={typed}
            placeholder={t('quick.placeholder')}
            title={t('quick.hint')}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={key}
          />
          {typed !== '' && (
            <span className={styles.keys}>
              <Kbd>Enter</Kbd> {t('quick.addKey')}
            </span>
          )}
        </label>
        <Button onPress={onOpen} shortcut="Ctrl+N">
          {t('add')}
        </Button>
      </div>
      {read && (
        <div className={styles.read} role="status">
          <span className={styles.quiet}>{t('quick.readAs')}</span>
          {read.date === null ? (
            <Ask text={t('quick.noDate')} />
          ) : (
            <span className={styles.chip}>
              <PrecisionMark precision={read.precision} />
              {read.precision === 'about' ? t('about', { date: shown(t, read) }) : shown(t, read)}
            </span>
          )}
          {read.text === '' && <Ask text={t('quick.noText')} />}
          {read.issue !== null &&
            (issue ? (
              <span className={styles.chip}>
                <span className={styles.quiet}>{t('filter.issue')}</span> {issue.number}. {issue.title}
              </span>
            ) : (
              <Ask text={t('quick.unknownIssue', { number: read.issue })} />
            ))}
          {source && (
            <span className={styles.chip}>
              <b>{source.marks[0]?.mark}</b> {read.source?.pin ?? t('quick.whole')}
            </span>
          )}
          <span className={styles.chip}>
            <State state={read.state} label={term(`factState.${read.state}`)} />
          </span>
        </div>
      )}
    </div>
  );
}

const shown = (t: Parameters<typeof dateOf>[0], read: ReturnType<typeof readFact>) =>
  dateOf(t, { ...read, dateTo: null } as unknown as Fact);

function Ask({ text }: { text: string }) {
  return (
    <span className={`${styles.chip} ${styles.ask}`}>
      <Mark name="objection" size={11} />
      {text}
    </span>
  );
}
