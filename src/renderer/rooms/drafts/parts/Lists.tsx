import type { ReactNode } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { DraftForm } from '../use-form.ts';
import { CitedField } from './CitedField.tsx';
import styles from './DraftFields.module.css';
import type { PartProps } from './part-props.ts';

/** Grounds, one after another, as they will be lettered. */
export function GroundsPart({ writing: { form, change }, data }: PartProps) {
  const t = useT('drafts');
  const set = (grounds: DraftForm['grounds']) => change({ grounds });
  return (
    <Entries
      words="grounds"
      list={form.grounds}
      onChange={set}
      fresh={{ heading: null, text: '' }}
      number={(i) => String.fromCharCode(65 + i)}
    >
      {(ground, edit) => (
        <>
          <TextField
            label={t('grounds.heading')}
            value={ground.heading ?? ''}
            onChange={(heading) => edit({ ...ground, heading: heading === '' ? null : heading })}
          />
          <CitedField
            label={t('grounds.text')}
            value={ground.text}
            onChange={(text) => edit({ ...ground, text: text ?? '' })}
            annexures={data.annexures}
            lines={3}
          />
        </>
      )}
    </Entries>
  );
}

/** What is asked of the forum, in the order in which it will be lettered. */
export function PrayersPart({ writing: { form, change }, data }: PartProps) {
  const t = useT('drafts');
  const kinds = ['penalty', 'compensation', 'interim', 'other'] as const;
  return (
    <Entries
      words="prayers"
      list={form.prayers}
      onChange={(prayers) => change({ prayers })}
      fresh={{ kind: kinds.find((kind) => !form.prayers.some((each) => each.kind === kind)) ?? 'other', text: '' }}
      number={(i) => `(${String.fromCharCode(97 + i)})`}
    >
      {(prayer, edit) => (
        <>
          <Select
            label={t('prayers.kind')}
            items={kinds.map((id) => ({ id, label: t(`prayers.kinds.${id}`) }))}
            value={prayer.kind}
            onChange={(kind) => edit({ ...prayer, kind: kind as (typeof kinds)[number] })}
          />
          <CitedField
            label={t('prayers.text')}
            value={prayer.text}
            onChange={(text) => edit({ ...prayer, text: text ?? '' })}
            annexures={data.annexures}
          />
        </>
      )}
    </Entries>
  );
}

/** To whom it was reported before, and what came of it. */
export function ReportingPart({ writing: { form, change }, data }: PartProps) {
  const t = useT('drafts');
  return (
    <Entries
      words="reporting"
      note={t('reporting.note')}
      list={form.reporting}
      onChange={(reporting) => change({ reporting })}
      fresh={{ date: null, text: '' }}
      number={(i) => `${i + 1}`}
    >
      {(entry, edit) => (
        <>
          <DateField label={t('reporting.date')} value={entry.date} onChange={(date) => edit({ ...entry, date })} />
          <CitedField
            label={t('reporting.text')}
            value={entry.text}
            onChange={(text) => edit({ ...entry, text: text ?? '' })}
            annexures={data.annexures}
          />
        </>
      )}
    </Entries>
  );
}

/** A list that is written entry by entry: added to, moved, taken from. An undo takes any of it back. */
function Entries<E>({
  words,
  note,
  list,
  onChange,
  fresh,
  number,
  children,
}: {
  words: 'grounds' | 'prayers' | 'reporting';
  note?: string;
  list: readonly E[];
  onChange(list: E[]): void;
  fresh: E;
  number(index: number): string;
  children(entry: E, edit: (entry: E) => void): ReactNode;
}) {
  const t = useT('drafts');
  const canMove = words !== 'reporting';
  const move = (from: number, to: number) => {
    const next = [...list];
    next.splice(to, 0, ...next.splice(from, 1));
    onChange(next);
  };
  return (
    <Section title={t(`${words}.title`)} note={note}>
      {list.map((entry, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id of their own; their fields hold no state.
        <div key={i} className={styles.entry}>
          <span className={styles.number}>{number(i)}</span>
          <div className={styles.fields}>
            {children(entry, (edited) => onChange(list.map((each, at) => (at === i ? edited : each))))}
            <div className={styles.foot}>
              {canMove && (
                <>
                  <IconButton
                    icon="arrow-up"
                    label={t(`${words}.up`)}
                    isDisabled={i === 0}
                    onPress={() => move(i, i - 1)}
                  />
                  <IconButton
                    icon="arrow-down"
                    label={t(`${words}.down`)}
                    isDisabled={i === list.length - 1}
                    onPress={() => move(i, i + 1)}
                  />
                </>
              )}
              <IconButton
                icon="trash"
                label={t(`${words}.remove`)}
                onPress={() => onChange(list.filter((_, at) => at !== i))}
              />
            </div>
          </div>
        </div>
      ))}
      <div className={styles.foot} data-where={words}>
        <Button icon="plus" onPress={() => onChange([...list, fresh])}>
          {t(`${words}.add`)}
        </Button>
      </div>
    </Section>
  );
}
