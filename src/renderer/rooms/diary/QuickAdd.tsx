import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { CaseName } from '#renderer/rooms/matters/CaseName.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import { Chip } from './Chip.tsx';
import { dayWithYear } from './dates.ts';
import styles from './QuickAdd.module.css';
import { type Answers, draftOf, NO_ANSWERS, questionsOf } from './quick-state.ts';

/**
 * One line that adds to the diary. What was understood stands under it as chips, what is open as a question with its
 * answers; Enter adds when nothing is open.
 */
export function QuickAdd({ today }: { today: string }) {
  const t = useT('diary');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useActions('diary', [
    { id: 'quick-add', label: t('keys.quick'), icon: 'plus', shortcut: 'Ctrl+N', run: () => field.current?.focus() },
  ]);
  const [text, setText] = useState('');
  const [answers, setAnswers] = useState<Answers>(NO_ANSWERS);
  const { data: read } = useCall('diary.readQuickAdd', { text }, { enabled: text.trim() !== '' });
  const current = text.trim() === '' ? undefined : read;
  const draft = current && draftOf(current, answers);
  const { data: check } = useCall(
    'diary.checkDay',
    {
      proceedingId: draft?.found?.proceedingId ?? '',
      on: draft?.day ?? today,
      time: draft?.time ?? null,
      exceptId: null,
    },
    { enabled: current?.kind === 'hearing' && draft?.found != null && draft.day !== null },
  );
  const questions = current ? questionsOf(t, current, answers, check, today) : [];
  const [first] = questions;
  const isTitled = current?.kind !== 'task' || current.purpose !== null;
  const isReady = current !== undefined && draft?.found != null && draft.day !== null && !first && isTitled;
  const name = draft?.found ? (draft.found.numberText ?? draft.found.matterTitle) : '';
  const add = useAct('hearings.add', {
    done: t('quick.listed', { name, day: draft?.day ? dayWithYear(draft.day, today) : '' }),
  });
  const addTask = useAct('tasks.add', { done: t('quick.taskListed', { title: current?.purpose ?? '' }) });

  const clear = () => {
    setText('');
    setAnswers(NO_ANSWERS);
  };
  const submit = () => {
    if (!isReady || !draft?.found || draft.day === null || !current) return;
    const { proceedingId, matterId, room } = draft.found;
    const saved =
      current.kind === 'task'
        ? addTask.run({
            matterId,
            proceedingId,
            title: current.purpose ?? '',
            dueOn: draft.day,
            doneOn: null,
            notes: null,
          })
        : add.run({
            proceedingId,
            date: draft.day,
            time: draft.time,
            // Where no room is said, the case is where it was heard last.
            room: current.room ?? room,
            bench: null,
            purpose: current.purpose,
            outcome: null,
            whatHappened: null,
            adjournedBy: null,
            adjournmentReason: null,
            nextOn: null,
            nextPurpose: null,
          });
    void saved.then(clear).catch(() => {});
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      clear();
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      submit();
    }
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a search landmark it is not; a form would send the page away.
    <div className={styles.quick} role="group" aria-label={t('quick.label')}>
      <div className={styles.box}>
        <Icon name="plus" />
        <input
          ref={field}
          className={styles.input}
          value={text}
          maxLength={300}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('quick.placeholder')}
          aria-label={t('quick.label')}
          aria-describedby={`${id}-read`}
          onChange={(event) => {
            setText(event.target.value);
            setAnswers(NO_ANSWERS);
          }}
          onKeyDown={key}
        />
        {text === '' ? (
          <span className={styles.hint} aria-hidden="true">
            <Kbd>Ctrl+N</Kbd>
          </span>
        ) : (
          <span className={styles.hint}>
            <Button size="small" variant="quiet" isDisabled={!isReady || add.busy || addTask.busy} onPress={submit}>
              {t('quick.add')}
            </Button>
            <span aria-hidden="true">
              <Kbd>Enter</Kbd>
            </span>
          </span>
        )}
      </div>
      <div id={`${id}-read`} className={styles.read} aria-live="polite">
        {current && draft && (
          <>
            <span className={styles.as}>{t('quick.readAs')}</span>
            {current.kind === 'task' && <Chip icon="check">{t('quick.task')}</Chip>}
            {draft.found && (
              <>
                <Chip icon="court">
                  {[draft.found.forumName, current.room ?? (draft.found.room || draft.found.seat)]
                    .filter(Boolean)
                    .join(', ')}
                </Chip>
                <Chip>
                  {draft.found.numberText && <bdi dir="ltr">{draft.found.numberText}</bdi>}
                  {draft.found.numberText && ', '}
                  <span className={styles.case}>
                    <CaseName title={draft.found.matterTitle} />
                  </span>
                </Chip>
              </>
            )}
            {!draft.found && current.room && <Chip word={t('quick.room')}>{current.room}</Chip>}
            {draft.day !== null && <Chip word={t('quick.on')}>{dayWithYear(draft.day, today)}</Chip>}
            {draft.time !== null && <Chip word={t('quick.at')}>{draft.time}</Chip>}
            {current.purpose && <Chip word={t('quick.for')}>{current.purpose}</Chip>}
            {questions.map((question) => (
              <span key={question.id} className={styles.question}>
                <Chip asks>
                  <Mark name="objection" /> {question.text}
                </Chip>
                {question.choices.map(({ label, hint, answer }) => (
                  <Button key={label + (hint ?? '')} size="small" onPress={() => setAnswers({ ...answers, ...answer })}>
                    {hint ? `${label} (${hint})` : label}
                  </Button>
                ))}
              </span>
            ))}
            {!isTitled && (
              <Chip asks>
                <Mark name="objection" /> {t('quick.noTitle')}
              </Chip>
            )}
            {current.kind === 'hearing' && draft.day !== null && check && <DayNote check={check} time={draft.time} />}
          </>
        )}
      </div>
    </div>
  );
}

/** What the day already holds: it does not stop anybody, but it is said before. */
function DayNote({
  check,
  time,
}: {
  check: { hearings: number; listedId: string | null; clashes: { numberText: string | null; matterTitle: string }[] };
  time: string | null;
}) {
  const t = useT('diary');
  const [clash] = check.clashes;
  if (check.listedId !== null) return <span className={styles.warn}>{t('quick.already')}</span>;
  if (clash) {
    return (
      <span className={styles.warn}>
        {t('quick.clash', { time: time ?? '', name: clash.numberText ?? clash.matterTitle })}
      </span>
    );
  }
  if (check.hearings === 0) return null;
  return <span className={styles.as}>{t('quick.load', { count: check.hearings })}</span>;
}
