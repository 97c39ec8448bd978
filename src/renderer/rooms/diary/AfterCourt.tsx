import { useEffect, useRef, useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { formatDay, weekday } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go, usePlace } from '#renderer/app/place.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { useUnsaved } from '#renderer/app/unsaved.ts';
import { CaseName } from '#renderer/rooms/matters/CaseName.tsx';
import { look } from '#renderer/rooms/proceedings/place.ts';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import { Segments } from '#renderer/ui/Segments.tsx';
import { addDays } from '#shared/domain/dates/days.ts';
import { daysBetween } from '#shared/domain/diary/urgency.ts';
import styles from './AfterCourt.module.css';
import { type Hearing, placeOf } from './courts.ts';
import { longDay } from './dates.ts';
import { OutcomeForm } from './OutcomeForm.tsx';
import { type Answer, ASKED, commandOf, emptyAnswer, OUTCOMES, takesAsked, takesNext } from './outcome.ts';
import { useExports } from './useExports.ts';
import { WhenSaved } from './WhenSaved.tsx';

const SCOPES = ['today', 'before', 'both'] as const;

/**
 * The evening after court: one hearing after the other, one key for each answer. Each is saved by one command, which
 * undo takes back with the next date that it listed.
 */
export function AfterCourt({ today }: { today: string }) {
  const t = useT('diary');
  const { itemId } = usePlace();
  const { data } = useCall('diary.afterCourt', {});
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('both');
  const [openId, setOpenId] = useState<string | null>(itemId ?? null);
  const [answers, setAnswers] = useUnsaved<Readonly<Record<string, Answer>>>(
    { form: 'diary.afterCourt', recordId: null, title: t('after.title', { day: longDay(today) }) },
    {},
  );
  const form = useRef<HTMLDivElement>(null);
  const files = useExports({ from: today, to: today }, null);

  const groups = [
    { id: 'today', rows: scope === 'before' ? [] : (data?.today ?? []) },
    { id: 'before', rows: scope === 'today' ? [] : (data?.before ?? []) },
  ];
  const all = groups.flatMap(({ rows }) => rows);
  const waiting = all.filter(({ outcome }) => outcome === null);
  const open = waiting.find(({ id }) => id === openId) ?? waiting[0] ?? null;
  const answer = open && (answers[open.id] ?? emptyAnswer(open));
  const name = open ? (open.numberText ?? open.matterTitle) : '';
  const record = useAct('hearings.recordOutcome', { done: t('after.saved', { name }) });
  const command = open && answer && commandOf(open.id, answer);

  const set = (patch: Partial<Answer>) => {
    if (open && answer) setAnswers((before) => ({ ...before, [open.id]: { ...answer, ...patch } }));
  };
  const at = waiting.findIndex(({ id }) => id === open?.id);
  const [previous, following] = [waiting[at - 1], waiting[at + 1]];
  const canDate = answer !== null && takesNext(answer.outcome);
  const shift = (days: number) => {
    if (!open || !answer || !canDate) return;
    const after = open.date > today ? open.date : today;
    const to = addDays(answer.nextOn ?? after, days);
    // A next date lies ahead, however far back one steps.
    set({ nextOn: to > after ? to : addDays(after, 1) });
  };
  const save = (thenOrder: boolean) => {
    if (!open || !command) return;
    void record
      .run(command)
      .then(() => {
        setAnswers(({ [open.id]: _saved, ...others }) => others);
        // An end is an order: its five facts are asked for at once.
        if (thenOrder || command.outcome === 'disposed') look(open.matterId, open.proceedingId, 'order', 'new');
        else setOpenId(following?.id ?? null);
      })
      .catch(() => {});
  };

  useActions('diary', [
    ...[previous, following].map((to, i) => ({
      id: i === 0 ? 'after.previous' : 'after.next',
      label: t(i === 0 ? 'after.previous' : 'after.next'),
      shortcut: i === 0 ? 'ArrowUp' : 'ArrowDown',
      notInText: true,
      isDisabled: !to,
      run: () => to && setOpenId(to.id),
    })),
    ...OUTCOMES.flatMap((outcome, i) =>
      ['', 'Alt+'].map((alt) => ({
        id: `after.${outcome}${alt}`,
        label: t(`after.answer.${outcome}`),
        shortcut: `${alt}${i + 1}`,
        isDisabled: !open,
        run: () => set({ outcome }),
      })),
    ),
    ...Object.entries(ASKED).flatMap(([letter, adjournedBy]) =>
      ['', 'Alt+'].map((alt) => ({
        id: `after.by.${adjournedBy}${alt}`,
        label: `${t('after.who')}: ${letter}`,
        shortcut: `${alt}${letter}`,
        isDisabled: !answer || !takesAsked(answer.outcome),
        run: () => set({ adjournedBy }),
      })),
    ),
    {
      id: 'after.date',
      label: t('after.nextOn'),
      shortcut: 'D',
      isDisabled: !canDate,
      run: () => form.current?.querySelector<HTMLElement>('[data-next] [role="spinbutton"]')?.focus(),
    },
    ...[1, 7].flatMap((days) =>
      (['ArrowRight', 'ArrowLeft'] as const).map((arrow) => ({
        id: `after.${arrow}${days}`,
        label: t(days === 1 ? 'after.keys.day' : 'after.keys.week'),
        shortcut: days === 1 ? arrow : `Shift+${arrow}`,
        notInText: true,
        isDisabled: !canDate,
        // Later lies where the reading goes.
        run: () => shift((arrow === 'ArrowRight') === (document.dir !== 'rtl') ? days : -days),
      })),
    ),
    ...['Ctrl+Enter', 'Enter'].map((shortcut) => ({
      id: `after.save.${shortcut}`,
      label: t('after.save'),
      shortcut,
      isDisabled: !command,
      run: () => save(false),
    })),
    { id: 'after.leave', label: t('after.leave'), shortcut: 'Escape', run: () => go({ room: 'diary' }) },
  ]);

  // The form that opens is in sight.
  const shownId = open?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another hearing is another form.
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
  }, [shownId]);

  if (!data) return <Reading inPage />;
  const done = all.length - waiting.length;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('after.title', { day: longDay(today) })}</h1>
        <span className={styles.progress}>
          {t('after.entered', { done, total: all.length })}
          <progress
            max={Math.max(1, all.length)}
            value={done}
            aria-label={t('after.entered', { done, total: all.length })}
          />
        </span>
        <span className={styles.end}>
          <Segments
            label={t('after.scope.label')}
            items={SCOPES.map((id) => ({ id, label: t(`after.scope.${id}`) }))}
            value={scope}
            onChange={(id) => setScope(id as (typeof SCOPES)[number])}
          />
          <Button icon="print" isBusy={files.busy} onPress={files.causeList}>
            {t('causeList')}
          </Button>
        </span>
      </header>
      <div className={styles.columns}>
        <div className={styles.list}>
          {all.length === 0 && <EmptyState icon="check" title={t('after.none')} text={t('after.noneHint')} />}
          {groups.map(({ id, rows }) =>
            rows.length === 0 ? null : (
              <section key={id} aria-label={t(`after.${id}`)}>
                <h2 className={styles.group}>
                  <b>{t(`after.${id}`)}</b>
                  {id === 'today'
                    ? t('after.listed', { count: rows.length })
                    : t('after.left', { count: data.beforeCount })}
                  {id === 'today' && <span className={styles.end}>{t('after.each')}</span>}
                </h2>
                {rows.map((hearing) =>
                  open && answer && hearing.id === open.id ? (
                    <div key={hearing.id} ref={form} className={styles.open}>
                      <Row hearing={hearing} today={today} isOpen onOpen={() => {}} />
                      <OutcomeForm
                        hearing={hearing}
                        answer={answer}
                        today={today}
                        set={set}
                        canSave={command !== null}
                        busy={record.busy}
                        problem={record.problem}
                        onSave={save}
                      />
                    </div>
                  ) : (
                    <Row key={hearing.id} hearing={hearing} today={today} onOpen={() => setOpenId(hearing.id)} />
                  ),
                )}
              </section>
            ),
          )}
        </div>
        <aside className={styles.margin} aria-label={t('after.whenSaved')}>
          {open && answer ? <WhenSaved hearing={open} answer={answer} today={today} /> : <p>{t('after.choose')}</p>}
        </aside>
      </div>
      <footer className={styles.foot}>
        <Keys keys={['↑', '↓']} word={t('after.keys.hearing')} />
        <Keys keys={['1', '5']} word={t('after.keys.what')} />
        <Keys keys={Object.keys(ASKED)} word={t('after.keys.who')} />
        <Keys keys={['D']} word={t('after.keys.date')} />
        <Keys keys={['←', '→']} word={t('after.keys.day')} />
        <Keys keys={['Shift']} word={t('after.keys.week')} />
        <Keys keys={['Enter']} word={t('after.keys.save')} />
        <Keys keys={['Escape']} word={t('after.keys.leave')} />
        <span className={styles.end}>{t('after.toEnter', { count: waiting.length })}</span>
      </footer>
    </div>
  );
}

function Keys({ keys, word }: { keys: readonly string[]; word: string }) {
  return (
    <span className={styles.keys}>
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      {word}
    </span>
  );
}

/** One hearing in a line: when, which, and what is known of it. */
function Row({
  hearing,
  today,
  isOpen = false,
  onOpen,
}: {
  hearing: Hearing;
  today: string;
  isOpen?: boolean;
  onOpen(): void;
}) {
  const t = useT('diary');
  const term = useT('terms');
  const { date, time, outcome, adjournedBy, nextOn } = hearing;
  const isDone = outcome !== null;
  const what = [
    nextOn && formatDay(nextOn),
    isDone && term(`outcome.${outcome}`),
    adjournedBy && adjournedBy !== 'none' && term(`adjournedBy.${adjournedBy}`),
  ];
  return (
    <button
      type="button"
      className={cx(styles.row, isDone && styles.done)}
      aria-expanded={isDone ? undefined : isOpen}
      disabled={isDone}
      onClick={onOpen}
    >
      <span className={styles.time}>{date === today ? (time ?? t('agenda.noHour')) : formatDay(date)}</span>
      <span className={styles.what}>
        <span className={styles.case}>
          <CaseName title={hearing.matterTitle} />
        </span>
        <span className={styles.detail}>
          {hearing.numberText && <bdi dir="ltr">{hearing.numberText}</bdi>}
          {hearing.numberText && ', '}
          <bdi>{[placeOf(hearing), hearing.purpose].filter(Boolean).join(', ')}</bdi>
        </span>
      </span>
      <span className={styles.state}>
        {isDone ? (
          what.filter(Boolean).join(', ')
        ) : date < today ? (
          <Badge tone="over">
            {weekday(date)} {formatDay(date)}, {t('forgotten.days', { count: daysBetween(date, today) })}
          </Badge>
        ) : (
          <Badge tone="soon">{t('after.noResult')}</Badge>
        )}
      </span>
      {isDone ? <Mark name="met" /> : <Icon name={isOpen ? 'chevron-down' : 'chevron-end'} />}
    </button>
  );
}
