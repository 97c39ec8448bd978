import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { CaseName } from '#renderer/rooms/matters/CaseName.tsx';
import { cx } from '#renderer/ui/cx.ts';
import type { MenuChoice } from '#renderer/ui/Menu.tsx';
import { useActs } from './acts.ts';
import { type Hearing, placeOf } from './courts.ts';
import { Entry, StateNote } from './Entry.tsx';
import styles from './HearingEntry.module.css';
import { stateOf } from './state.ts';

/** A hearing in a cell of the week (`cell`) or in a line of the agenda (`line`). */
export function HearingEntry({
  hearing,
  today,
  now,
  look,
}: {
  hearing: Hearing;
  today: string;
  now: string | null;
  look: 'cell' | 'line';
}) {
  const t = useT('diary');
  const acts = useActs();
  const state = stateOf(t, hearing, today, now);
  const isDone = hearing.outcome !== null;
  const run = (id: string) => {
    if (id === 'record') acts.record(hearing);
    else if (id === 'edit') acts.edit(hearing);
    else if (id === 'since') acts.since(hearing);
    else if (id === 'remove') acts.remove(hearing);
    else acts.open(hearing);
  };
  const choices: MenuChoice[] = [
    { id: 'open', label: t('hearing.open'), icon: 'court', shortcut: 'Enter' },
    ...(hearing.outcome === null && hearing.date <= today
      ? [{ id: 'record', label: t('hearing.record'), icon: 'gavel' as const, shortcut: 'R' }]
      : []),
    { id: 'edit', label: t('hearing.edit'), icon: 'edit', shortcut: 'E' },
    { id: 'since', label: t('hearing.since'), icon: 'history', shortcut: 'S' },
    { id: 'remove', label: t('deadline.remove'), icon: 'trash', shortcut: 'Delete', danger: true },
  ];
  const keys = {
    e: 'edit',
    s: 'since',
    Delete: 'remove',
    ...(choices.some(({ id }) => id === 'record') ? { r: 'record' } : {}),
  };
  const shared = {
    menuLabel: t('hearing.menu', { name: hearing.numberText ?? hearing.matterTitle }),
    choices,
    keys,
    onOpen: () => acts.open(hearing),
    onAction: run,
  };
  const name = <CaseName title={hearing.matterTitle} />;
  const number = hearing.numberText && <bdi dir="ltr">{hearing.numberText}</bdi>;
  if (look === 'cell') {
    return (
      <Entry {...shared} className={cx(isDone && styles.done)}>
        <span className={styles.head}>
          <span>{hearing.time ?? t('agenda.noHour')}</span>
          {state && <StateNote state={state} />}
        </span>
        <span className={styles.title}>{name}</span>
        <span className={styles.meta}>
          {number}
          {hearing.purpose && (
            <span className={styles.purpose}>
              {number && ', '}
              {hearing.purpose}
            </span>
          )}
        </span>
      </Entry>
    );
  }
  return (
    <Entry {...shared} className={cx(isDone && styles.done)}>
      <span className={styles.line}>
        <span className={styles.time}>{hearing.time ?? t('agenda.noHour')}</span>
        <span className={styles.what}>
          <span className={styles.title}>{name}</span>
          <span className={styles.meta}>
            {number}
            {number && hearing.purpose && ', '}
            {hearing.purpose}
          </span>
        </span>
        <span className={styles.place}>{placeOf(hearing)}</span>
        <span className={styles.end}>
          {state ? <StateNote state={state} /> : hearing.nextOn && formatDay(hearing.nextOn)}
        </span>
      </span>
    </Entry>
  );
}
